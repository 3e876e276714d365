import { openJobsBench, type JobsBench } from './jobs-bench-database.ts';
import { openBareQueue } from '../signals/bare-queue.ts';

const CLIENTS = 32;
const ROUNDS = 5;
const JOBS_A_ROUND = 2_000;

/** What the bench is handed by `npm run bench` (tools/launch/measuring-services.ts). */
interface Services {
  database(): Promise<string>;
  redis(): Promise<string | undefined>;
  folder(): string;
}

/**
 * Job enqueued → exactly-once effect on a single row, durable, in PostgreSQL; against BullMQ that does nothing, on a Redis
 * with an append-only file. After each round every job is done and every row holds exactly one.
 */
export async function jobs(services: Services) {
  const redisUrl = await services.redis();
  if (!redisUrl) throw new Error('the control needs Redis, and this machine has none');
  const bench = await openJobsBench(await services.database(), services.folder());
  const bare = openBareQueue(redisUrl);
  try {
    await bench.run(200, CLIENTS);
    await bare.run(200, CLIENTS);
    const pairs: { candidate: number; control: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) pairs.push(await onePair(bench, bare));
    return figures(pairs);
  } finally {
    await bare.close();
    await bench.close();
  }
}

async function onePair(bench: JobsBench, bare: ReturnType<typeof openBareQueue>) {
  const candidate = await bench.run(JOBS_A_ROUND, CLIENTS);
  return { candidate, control: await bare.run(JOBS_A_ROUND, CLIENTS) };
}

function figures(pairs: readonly { candidate: number; control: number }[]) {
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const ratios = pairs.map(({ candidate, control }) => candidate / control);
  return {
    name: 'jobs',
    unit: 'jobs/s',
    candidate: middle(pairs.map(({ candidate }) => candidate)),
    control: middle(pairs.map(({ control }) => control)),
    ratio: middle(ratios),
    worstPair: Math.min(...ratios),
    pairs,
    clients: CLIENTS,
    jobs: JOBS_A_ROUND,
  };
}

/** For `npm run bench -- NAME`. */
export const benches = { jobs };
