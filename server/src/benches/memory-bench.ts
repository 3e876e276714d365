import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer } from './bench-server.ts';
import { BORN, fileCases } from './filing.ts';
import { startLoad } from './load/load.ts';

const STEPS = 20;

/**
 * Memory that stays in use by the server after each twentieth of the requests (tracking, each with a sealed record
 * opened and an audit row written), against the first such measure after the warm-up. `--requests N` (100,000).
 */
export async function memory(services: Services) {
  const requests = flagOf(services, 'requests', 100_000);
  const server = await startBenchServer(await services.database(), services.folder());
  const load = startLoad();
  try {
    const numbers = await fileCases(server, load, 200);
    const measures: number[] = [];
    for (let step = 0; step <= STEPS; step += 1) {
      const asked = Array.from({ length: Math.ceil(requests / STEPS) }, (_, at) =>
        trackOf(numbers[at % numbers.length]!),
      );
      await load.send({ origin: server.origin, requests: asked, clients: 8 });
      measures.push(await usedMegabytes());
      services.say(`${step * asked.length} requests: ${measures.at(-1)!.toFixed(1)} MB in use`);
    }
    const [first, ...later] = measures.slice(1);
    const pairs: Pair[] = later.map((candidate) => ({ candidate, control: first! }));
    const result = benchResult({ name: 'memory', unit: 'MB in use', better: 'lower' }, pairs);
    const worstDifference = Math.max(...later.map((used) => Math.abs(used / first! - 1)));
    return { ...result, requests, worstDifference, flat: worstDifference <= 0.1 };
  } finally {
    load.stop();
    await server.close();
  }
}

const trackOf = (applicationNo: string) => ({
  method: 'POST',
  path: '/api/v1/track',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ applicationNo, born: BORN }),
});

/** After a collection where Node lets us ask for one (`node --expose-gc`), else the least of some looks. */
async function usedMegabytes(): Promise<number> {
  const collect = (globalThis as { gc?: () => void }).gc;
  let least = Infinity;
  for (let look = 0; look < 20; look += 1) {
    collect?.();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, (heapUsed + external) / 1_048_576);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return least;
}
