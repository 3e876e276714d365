import { constants, setPriority } from 'node:os';
import sharp from 'sharp';
import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { BORN, fileCases, headersOf, submitsOf } from './filing.ts';
import type { Asked } from './load/http-client.ts';
import { percentile, startLoad, type Load } from './load/load.ts';

const OTHERS_PER_SECOND = 20;
/** As for `submit`: the attacker's megabytes are written by the bench, which must not be the server. */
const PROCESSES = 2;

/**
 * The slowest hundredth of other people's requests while somebody sends bombs in a loop (a PNG of 16000x16000, JSON
 * nested 10,000 deep, a file whose pixels are cut off), against the same without bombs. `ratio` is control ÷ candidate;
 * the promise is at least 1/3. `--rounds N`, `--seconds N`, `--processes N`.
 */
export async function bombs(services: Services) {
  const seconds = flagOf(services, 'seconds', 8);
  const processes = flagOf(services, 'processes', PROCESSES);
  const server = await startBenchServer(await services.database(), services.folder(), { processes });
  const [others, attacker] = [startLoad(), startLoad()];
  // An attacker has a machine of their own: what it costs to write the bombs is not the server's.
  for (const pid of [process.pid, attacker.pid]) if (pid) setPriority(pid, constants.priority.PRIORITY_LOW);
  try {
    const numbers = await fileCases(server, others, 50);
    const thrown = await bombsFor(server);
    const pairs: Pair[] = [];
    for (let round = 0; round < flagOf(services, 'rounds', 3); round += 1) {
      const control = await othersP99(server, others, numbers, seconds);
      let stopped = false;
      const throwing = throwUntil(() => stopped, attacker, server, thrown);
      const candidate = await othersP99(server, others, numbers, seconds);
      stopped = true;
      const refused = await throwing;
      pairs.push({ candidate, control });
      services.say(`round ${round + 1}: ${JSON.stringify({ ...pairs.at(-1), refused })}`);
    }
    const result = benchResult({ name: 'bombs', unit: 'ms p99 of others', better: 'lower' }, pairs);
    return { ...result, timesSlower: 1 / result.ratio };
  } finally {
    others.stop();
    attacker.stop();
    await server.close();
  }
}

async function othersP99(
  server: BenchServer,
  load: Load,
  numbers: readonly string[],
  seconds: number,
): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const requests = Array.from({ length: OTHERS_PER_SECOND * seconds }, (_, at) => ({
    method: 'POST',
    path: '/api/v1/track',
    headers,
    body: JSON.stringify({ applicationNo: numbers[at % numbers.length], born: BORN }),
  }));
  const order = { origin: server.origin, requests, clients: 8, perSecond: OTHERS_PER_SECOND };
  return percentile((await load.send(order)).latencies, 0.99);
}

/** Throws bomb after bomb; every one must be refused with a 4xx. Answers how many were. */
async function throwUntil(stopped: () => boolean, load: Load, server: BenchServer, bombs: readonly Asked[]) {
  let refused = 0;
  while (!stopped()) {
    await load.send({ origin: server.origin, requests: bombs, clients: 1 }, [400, 413, 415, 422]);
    refused += bombs.length;
  }
  return refused;
}

async function bombsFor(server: BenchServer): Promise<Asked[]> {
  const [submit] = await submitsOf(server, 1);
  const [, caseId] = /applications\/([^/]+)\//.exec(submit!.path)!;
  const huge = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  const file = (name: string, bytes: Buffer): Asked => ({
    method: 'POST',
    path: `/api/v1/applications/${caseId}/documents?kind=passport`,
    headers: headersOf(server, {
      'content-type': 'application/octet-stream',
      'idempotency-key': `bomb-${name}`,
    }),
    body: bytes.toString('latin1'),
  });
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  return [
    file('huge-picture', huge),
    { method: 'POST', path: submit!.path, headers: submit!.headers, body: deep },
    file('cut-off-picture', huge.subarray(0, huge.length / 2)),
  ];
}
