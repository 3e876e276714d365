import { writeFile } from 'node:fs/promises';
import { syntheticPerson } from '../../simulators/synthetic-person.ts';
import { systemReaderTime } from '../../system-reader-time.ts';
import { SBI_FIRST_PORT } from '../sbi-names.ts';
import { startSbiSimulator } from './sbi-simulator.ts';

export interface RunFlags {
  /** The first of three ports; 4501 unless said otherwise. */
  readonly port?: string | undefined;
  readonly seed?: string | undefined;
  /** Milliseconds until somebody lies a finger on it. */
  readonly delay?: string | undefined;
  /** File that receives the root certificate that a client must pin. */
  readonly root?: string | undefined;
}

/** A finger, an iris and a face device as SBI 0.9.5 services on 127.0.0.1, until Ctrl-C. */
export async function runSbiSimulator(flags: RunFlags): Promise<void> {
  const simulator = await startSbiSimulator({
    mode: 'demo',
    time: systemReaderTime,
    firstPort: Number(flags.port ?? SBI_FIRST_PORT),
    seed: flags.seed ?? 'sbi-simulator',
    delayMs: Number(flags.delay ?? 300),
    person: syntheticPerson,
  });
  if (flags.root !== undefined) await writeFile(flags.root, simulator.rootPem);
  for (const { modality, port, serial } of simulator.devices) {
    process.stdout.write(`SIMULATED ${modality} device ${serial} on http://127.0.0.1:${port}\n`);
  }
  const stop = (): void => void simulator.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
