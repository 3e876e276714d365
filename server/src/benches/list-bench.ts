import { connectDatabase } from '../database/database.ts';
import { benchResult, flagOf, type Pair, type Services } from './bench-result.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { fileCases, headersOf } from './filing.ts';
import { median, startLoad } from './load/load.ts';

const PAGE = 50;

/**
 * Milliseconds of a page of 50 of an agent of 100,000 cases in a country of a million, over HTTP with names opened and
 * the reading recorded, against the same SQL by a plain connection under the same role. `--cases N`, `--rounds N`.
 */
export async function list(services: Services) {
  const cases = flagOf(services, 'cases', 1_000_000);
  const url = await services.database();
  const server = await startBenchServer(url, services.folder());
  const load = startLoad();
  try {
    await fileCases(server, load, 100);
    const startedAt = performance.now();
    await addCases(url, server, cases);
    services.say(`${cases} cases made in ${Math.round((performance.now() - startedAt) / 1000)} s`);
    const path = `/api/v1/applications?limit=${PAGE}`;
    const requests = Array.from({ length: 60 }, () => ({ method: 'GET', path, headers: headersOf(server) }));
    const pairs: Pair[] = [];
    for (let round = 0; round < flagOf(services, 'rounds', 7); round += 1) {
      const { latencies } = await load.send({ origin: server.origin, requests, clients: 1 });
      pairs.push({ candidate: median(latencies), control: await sameSql(server) });
    }
    return { ...benchResult({ name: 'list', unit: 'ms', better: 'lower' }, pairs.slice(1)), cases };
  } finally {
    load.stop();
    await server.close();
  }
}

/** Older cases of other people: a tenth of the same filer's, the rest of a hundred others. Names cannot be opened. */
async function addCases(ownerUrl: string, server: BenchServer, count: number): Promise<void> {
  const db = connectDatabase(ownerUrl, 1);
  const id = (of: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${of}), 12, '0'))::uuid`;
  try {
    // Set-based, without the triggers and foreign keys of each row.
    await db.raw(
      `SET session_replication_role = replica; SET statement_timeout = 0; SET synchronous_commit = off`,
    );
    await db.raw(`INSERT INTO parties (id, public_id, kind)
      SELECT ${id('9000000 + n')}, 'party' || n, 'employer' FROM generate_series(1, 100) n`);
    await db.raw(
      `INSERT INTO people (id, wrapped_key, sealed)
       SELECT ${id('n')}, decode(repeat(md5(n::text), 4), 'hex'), decode(repeat(md5(n::text), 12), 'hex')
       FROM generate_series(1, ${count}) n`,
    );
    await db.raw(
      `INSERT INTO applications (id, public_id, number, service_code, catalogue_version, state, worker_person, filed_by_party, facts, draft_sealed, created_by)
       SELECT ${id('n')}, 'case' || n, lpad(n::text, 14, '0'), 'R59M', '1', 'in-document-check', ${id('n')},
              CASE WHEN n % 10 = 0 THEN ?::uuid ELSE ${id('9000001 + n % 100')} END, '{"nationality":"MM"}',
              decode(repeat(md5(n::text), 20), 'hex'), ?::uuid
       FROM generate_series(1, ${count}) n`,
      [server.caller.partyIds[0]!, server.caller.personId!],
    );
    await db.raw(`INSERT INTO case_access (application_id, party_id, access)
      SELECT id, filed_by_party, 'act' FROM applications ON CONFLICT DO NOTHING`);
    await db.raw('VACUUM ANALYZE people'); // visibility as after a night
    for (const table of ['applications', 'case_access', 'parties']) await db.raw(`VACUUM ANALYZE ${table}`);
  } finally {
    await db.destroy();
  }
}

/** Median milliseconds of the page's SQL as a filer, on a connection of its own. */
async function sameSql({ deps, caller }: BenchServer): Promise<number> {
  const times: number[] = [];
  await deps.db.transaction(async (db) => {
    await db.raw(
      `SELECT set_config('role', 'permit_applicant', true), set_config('permit.parties', ?, true)`,
      [`{${caller.partyIds.join(',')}}`],
    );
    for (let turn = 0; turn < 60; turn += 1) {
      const startedAt = performance.now();
      await db.raw(PAGE_SQL);
      times.push(performance.now() - startedAt);
    }
  });
  return median(times);
}

const PAGE_SQL = `SELECT a.public_id, a.number, a.service_code, a.state, a.state_since, a.due_at, a.facts, a.worker_person, p.wrapped_key, p.sealed
  FROM (SELECT o.application_id FROM case_access o JOIN applications oa ON oa.id = o.application_id
        WHERE o.party_id = ANY (caller_parties()) ORDER BY o.application_id DESC LIMIT ${PAGE + 1}) page
  JOIN applications a ON a.id = page.application_id JOIN people p ON p.id = a.worker_person ORDER BY a.id DESC`;
