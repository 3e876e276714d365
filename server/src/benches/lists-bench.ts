import { listAttention } from '../attention/list-attention.ts';
import { listBills } from '../bills/bill-lookup.ts';
import { connectDatabase } from '../database/database.ts';
import { inTransaction, type Caller, type Tx } from '../database/transaction.ts';
import { listNotices } from '../notices/list-notices.ts';
import { reviewLane, reviewStats } from '../review/review-lane.ts';
import { benchResult, flagOf, type Services } from './bench-result.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { fillCountry, PARTY, type Country } from './fill-country.ts';
import { median } from './load/load.ts';

/** A list as its screen asks for it, and who asks. */
const LISTS: Readonly<Record<string, { as: Country[number]; ask: (tx: Tx) => Promise<unknown> }>> = {
  'bills of a filer': { as: 'filer', ask: (tx) => listBills(tx, { limit: 50 }) },
  'open bills of a filer': { as: 'filer', ask: (tx) => listBills(tx, { limit: 50, state: 'open' }) },
  'overdue bills of a filer': { as: 'filer', ask: (tx) => listBills(tx, { limit: 50, state: 'overdue' }) },
  'lane of a checker': { as: 'checker', ask: (tx) => reviewLane(tx, { limit: 50 }) },
  'lane of an assistant': { as: 'assistant', ask: (tx) => reviewLane(tx, { limit: 50 }) },
  'counts of an office': { as: 'assistant', ask: (tx) => reviewStats(tx) },
  'attention of an office': { as: 'assistant', ask: (tx) => listAttention(tx, { limit: 100 }) },
  'notices of a filer': { as: 'filer', ask: (tx) => listNotices(tx, { limit: 50 }) },
  'notices of an office': { as: 'assistant', ask: (tx) => listNotices(tx, { limit: 50 }) },
};

/**
 * Milliseconds of the other lists in a country of `--cases` (200,000) against the same lists in a country a hundredth of
 * it, asked by turns: a list that scans what it does not show grows with the country. The bench's own figures are those
 * of the list that grows most; each list is told on standard error. `--rounds N`.
 */
export async function lists(services: Services) {
  const cases = flagOf(services, 'cases', 200_000);
  const rounds = flagOf(services, 'rounds', 7);
  const url = await services.database();
  const small = await aCountry(services, await besides(url), Math.max(100, Math.round(cases / 100)));
  const large = await aCountry(services, url, cases);
  try {
    const results = [];
    for (const [name, { as, ask }] of Object.entries(LISTS)) {
      const pairs = [];
      for (let round = 0; round < rounds; round += 1)
        pairs.push({
          candidate: await time(large, callerAs(large, as), ask),
          control: await time(small, callerAs(small, as), ask),
        });
      const { candidate, control } = benchResult({ name, unit: 'ms', better: 'lower' }, pairs.slice(1));
      services.say(`${name}: ${candidate.toFixed(1)} ms, in the small country ${control.toFixed(1)} ms`);
      results.push({ list: name, ...{ candidate, control }, pairs: pairs.slice(1) });
    }
    const worst = results.toSorted((a, b) => b.candidate / b.control - a.candidate / a.control)[0]!;
    const figures = results.map(({ list, candidate, control }) => ({ list, candidate, control }));
    const whole = benchResult({ name: 'lists', unit: 'ms', better: 'lower' }, worst.pairs);
    return { ...whole, worst: worst.list, cases, lists: figures };
  } finally {
    for (const server of [large, small]) await server.close();
  }
}

/** A second database on the same server. */
async function besides(url: string): Promise<string> {
  const db = connectDatabase(url, 1);
  await db.raw('CREATE DATABASE small_country').finally(() => db.destroy());
  return Object.assign(new URL(url), { pathname: '/small_country' }).href;
}

async function aCountry(services: Services, url: string, cases: number): Promise<BenchServer> {
  const server = await startBenchServer(url, services.folder());
  const startedAt = performance.now();
  const db = connectDatabase(url, 1);
  await fillCountry(db, cases, server.caller.personId!).finally(() => db.destroy());
  services.say(`${cases} cases made in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return server;
}

const ROLES = {
  filer: { callerClass: 'applicant', role: 'employer' },
  checker: { callerClass: 'contractor', role: 'document-checker' },
  assistant: { callerClass: 'officer', role: 'assistant-registrar' },
} as const satisfies Record<Country[number], Pick<Caller, 'callerClass' | 'role'>>;

function callerAs({ caller }: BenchServer, as: Country[number]): Caller {
  const partyId = PARTY[as];
  const { callerClass, role } = ROLES[as];
  return { ...caller, callerClass, role, partyIds: [partyId], roles: [{ role, partyId }] };
}

const TURNS = 5;

async function time(
  { deps }: BenchServer,
  caller: Caller,
  ask: (tx: Tx) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const startedAt = performance.now();
    await inTransaction(deps, caller, 'bench', ask);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
