import { parseArgs } from 'node:util';
import { runSbiSimulator } from './run-sbi-simulator.ts';

/** The SBI device simulator as a program: `[--port 4501] [--seed NAME] [--delay MS] [--root FILE]`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    seed: { type: 'string' },
    delay: { type: 'string' },
    root: { type: 'string' },
  },
});
await runSbiSimulator(values);
