// One process of the server under test (start-processes.ts); it tells where it answers.
import { listenForBench } from '../bench-app.ts';
import { benchDeps } from '../bench-deps.ts';
import type { BenchProcess } from './start-processes.ts';

const { url, folder, material } = JSON.parse(process.env['BENCH_PROCESS'] ?? '') as BenchProcess;
const { origin } = await listenForBench(benchDeps(url, folder, material));
process.send?.(origin);
process.once('message', () => process.exit());
process.once('disconnect', () => process.exit());
