import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { syntheticPerson } from '../../simulators/synthetic-person.ts';
import { systemReaderTime } from '../../system-reader-time.ts';
import { startSbiSimulator } from './sbi-simulator.ts';

/**
 * `node biometrics/src/readers/sbi/simulator/main.ts [--port 4501] [--seed NAME] [--delay MS] [--root FILE]`
 * runs a finger, an iris and a face device as SBI 0.9.5 services until Ctrl-C. `--root` writes the
 * certificate that a client must pin.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4501' },
    seed: { type: 'string', default: 'sbi-simulator' },
    delay: { type: 'string', default: '300' },
    root: { type: 'string' },
  },
});

const simulator = await startSbiSimulator({
  mode: 'demo',
  time: systemReaderTime,
  firstPort: Number(values.port),
  seed: values.seed,
  delayMs: Number(values.delay),
  person: syntheticPerson,
});
if (values.root !== undefined) await writeFile(values.root, simulator.rootPem);
for (const { modality, port, serial } of simulator.devices) {
  console.log(`SIMULATED ${modality} device ${serial} on http://127.0.0.1:${port}`);
}
const stop = (): void => void simulator.stop().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
