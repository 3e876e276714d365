import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from './sign-in-as.ts';

/** What whoever walks the road knows of the running instance. */
export interface Road {
  readonly accounts: readonly DemoAccount[];
  readonly endpoints: { readonly web: string; readonly bank: string };
  readonly dataDir: string;
  readonly say: (text: string) => void;
}

/** The address of the station with its token, as the station wrote it. */
export function stationUrl(dataDir: string): string {
  return readFileSync(join(dataDir, 'station', 'station.url'), 'utf8').trim();
}
