import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { PROCESS_ARGUMENTS } from '../../processes/run-processes.ts';
import type { KeyMaterial } from '../../vault/key-material.ts';

/** What each process of a measured server is told. */
export interface BenchProcess {
  readonly url: string;
  readonly folder: string;
  readonly material: KeyMaterial;
}

/** Starts the server under test in processes of its own that answer at one port, as API_PROCESSES does. */
export async function startBenchProcesses(count: number, told: BenchProcess) {
  cluster.setupPrimary({
    execArgv: [...process.execArgv, ...PROCESS_ARGUMENTS],
    exec: fileURLToPath(new URL('process-main.ts', import.meta.url)),
  });
  const workers = Array.from({ length: count }, () => cluster.fork({ BENCH_PROCESS: JSON.stringify(told) }));
  const origins = await Promise.all(
    workers.map(
      (worker) =>
        new Promise<string>((resolve, reject) => {
          worker.once('message', (origin) => resolve(String(origin)));
          worker.once('exit', (code) => reject(new Error(`a process of the server ended with ${code}`)));
        }),
    ),
  );
  return {
    origin: origins[0]!,
    pids: workers.map((worker) => worker.process.pid!),
    async close() {
      const ended = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
      for (const worker of workers) worker.send('end');
      await Promise.all(ended);
    },
  };
}
