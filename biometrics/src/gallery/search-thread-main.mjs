// What a search thread starts with: threads of Node 20 do not inherit the TypeScript loader, so it is registered here first.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { createSearchThread } = await import('./search-thread.ts');
const search = createSearchThread(workerData);
parentPort?.on('message', (job) => parentPort?.postMessage({ job: job.job, hits: search(job) }));
