import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { BORN, fileCases, headersOf, submitsOf } from './filing.ts';
import type { Asked } from './load/http-client.ts';
import { median, percentile, startLoad, type Load } from './load/load.ts';

const PROCESSES = 2;
/** Open loop: so many connections that none waits for another. */
const CLIENTS = 64;
/** Of a hundred requests; 2 of 300 a second are 6 filings, and the need is 5. */
const MIX = {
  track: 40,
  list: 18,
  look: 14,
  events: 8,
  outages: 6,
  services: 6,
  draft: 4,
  precheck: 2,
  submit: 2,
};
type Kind = keyof typeof MIX;

/**
 * The worst real rush: 300 requests a second of nine kinds, evenly spread, 2 of 100 a filing. `candidate` is the slowest
 * hundredth at that rate, `control` the same mix at a tenth of it; `ratio` is control ÷ candidate. Every answer must be
 * a good one. `--per-second N`, `--seconds N`, `--rounds N`, `--processes N`.
 */
export async function rush(services: Services) {
  const perSecond = flagOf(services, 'per-second', 300);
  const seconds = flagOf(services, 'seconds', 10);
  const processes = flagOf(services, 'processes', PROCESSES);
  const server = await startBenchServer(await services.database(), services.folder(), { processes });
  const load = startLoad();
  try {
    const cases = await someCases(server, load);
    const ask = async (rate: number) => {
      const requests = await mixOf(server, cases, rate * seconds);
      const order = { origin: server.origin, requests, clients: CLIENTS, perSecond: rate };
      const { latencies, seconds: took } = await load.send(order);
      return { p50: median(latencies), p99: percentile(latencies, 0.99), reached: requests.length / took };
    };
    await ask(perSecond);
    const pairs: Pair[] = [];
    const looks: Awaited<ReturnType<typeof ask>>[] = [];
    for (let round = 0; round < flagOf(services, 'rounds', 3); round += 1) {
      const [rushed, calm] = [await ask(perSecond), await ask(Math.ceil(perSecond / 10))];
      pairs.push({ candidate: rushed.p99, control: calm.p99 });
      looks.push(rushed);
      services.say(`round ${round + 1}: ${JSON.stringify({ rushed, calm })}`);
    }
    const result = benchResult({ name: 'rush', unit: 'ms p99', better: 'lower' }, pairs);
    const of = (name: 'p50' | 'reached') => median(looks.map((look) => look[name]));
    return { ...result, perSecond, processes, p50Ms: of('p50'), reachedPerSecond: of('reached') };
  } finally {
    load.stop();
    await server.close();
  }
}

interface Cases {
  readonly numbers: readonly string[];
  readonly publicIds: readonly string[];
  readonly drafts: readonly string[];
}

async function someCases(server: BenchServer, load: Load): Promise<Cases> {
  const numbers = await fileCases(server, load, 300);
  const publicIds = await server.deps.db.transaction(async (db) => {
    await db.raw('SET LOCAL ROLE permit_job');
    return (await db('applications').whereNotNull('number').pluck('public_id')) as string[];
  });
  return { numbers, publicIds, drafts: await server.prepareDrafts(DRAFT, 50) };
}

const { documents: _documents, overruled: _overruled, declaration: _declaration, ...DRAFT } = SAMPLE_R59M;

/** So many requests of the mix, each kind evenly spread over the time. */
async function mixOf(server: BenchServer, cases: Cases, count: number): Promise<Asked[]> {
  const places = (Object.entries(MIX) as [Kind, number][]).flatMap(([kind, share]) =>
    Array.from({ length: Math.round((count * share) / 100) }, (_, at) => ({ kind, at: (at + 0.5) / share })),
  );
  places.sort((a, b) => a.at - b.at);
  const submits = await submitsOf(server, places.filter(({ kind }) => kind === 'submit').length);
  return places.map(({ kind }, at) => (kind === 'submit' ? submits.pop()! : asked(server, cases, kind, at)));
}

function asked(server: BenchServer, cases: Cases, kind: Exclude<Kind, 'submit'>, at: number): Asked {
  const id = cases.publicIds[at % cases.publicIds.length]!;
  const draft = cases.drafts[at % cases.drafts.length]!;
  const [get, post] = [{ method: 'GET' }, { method: 'POST' }];
  const headers = headersOf(server);
  const stranger = { headers: { 'content-type': 'application/json' } };
  const key = { headers: headersOf(server, { 'idempotency-key': `rush-${process.hrtime.bigint()}-${at}` }) };
  const applicationNo = cases.numbers[at % cases.numbers.length]!;
  return {
    track: {
      ...post,
      ...stranger,
      path: '/api/v1/track',
      body: JSON.stringify({ applicationNo, born: BORN }),
    },
    list: { ...get, headers, path: '/api/v1/applications?limit=20' },
    look: { ...get, headers, path: `/api/v1/applications/${id}` },
    events: { ...get, headers, path: `/api/v1/applications/${id}/events` },
    outages: { ...get, ...stranger, path: '/api/v1/outages' },
    services: { ...get, ...stranger, path: '/api/v1/services' },
    draft: {
      ...post,
      ...key,
      path: '/api/v1/applications',
      body: JSON.stringify({ serviceCode: 'R59M', draft: DRAFT }),
    },
    precheck: { ...post, headers, path: `/api/v1/applications/${draft}/precheck`, body: '{}' },
  }[kind];
}
