import type { Config } from '../../config.ts';
import { clamdScanner } from './clamd-scanner.ts';
import { noScanner, type VirusScanner } from './virus-scanner.ts';

/** The scanner that the environment names, or none. */
export function openScanner(config: Pick<Config, 'CLAMD_URL'>): VirusScanner {
  return config.CLAMD_URL ? clamdScanner(config.CLAMD_URL) : noScanner;
}
