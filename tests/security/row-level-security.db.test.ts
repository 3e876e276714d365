import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';

let road: RoadServer;
let session: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  await aGrantedCase(road);
  session = new pg.Client({ connectionString: road.database.url });
  await session.connect();
}, 60_000);
afterAll(async () => {
  await session.end();
  await road.close();
});

const CASE_TABLES = ['applications', 'documents', 'bills', 'state_history', 'case_access', 'people'];

/** Plain SQL as one class of caller with these parties, outside of the program. */
async function countAs(role: string, partyCode: string, table: string): Promise<number> {
  await session.query('BEGIN');
  try {
    const party = await session
      .query<{ id: string }>('SELECT id FROM parties WHERE code = $1', [partyCode])
      .catch(() => undefined);
    await session.query('ROLLBACK; BEGIN');
    const id = party?.rows[0]?.id ?? (await partyId(partyCode));
    await session.query(`SET LOCAL ROLE permit_${role}; SET LOCAL permit.parties = '{${id}}'`);
    const { rows } = await session.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(rows[0]!.count);
  } finally {
    await session.query('ROLLBACK');
  }
}

async function partyId(code: string): Promise<string> {
  const owner = await road.database.owner();
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM parties WHERE code = $1', [code]);
  return rows[0]!.id;
}

test.each(CASE_TABLES)('an applicant sees none of the rows of others in %s by plain SQL', async (table) => {
  expect(await countAs('applicant', 'AGENT-1', table)).toBe(0);
});

test.each(['applications', 'documents', 'bills'])(
  'the filer and the office of jurisdiction see their own in %s',
  async (table) => {
    expect(await countAs('applicant', 'EMPLOYER-1', table)).toBeGreaterThan(0);
    expect(await countAs('officer', 'OFFICE-74', table)).toBeGreaterThan(0);
  },
);

test('an office of another province sees nothing', async () => {
  expect(await countAs('officer', 'OFFICE-10-1', 'applications')).toBe(0);
});

test.each([
  ['applicant', 'audit_entries'],
  ['contractor', 'biometric_templates'],
  ['officer', 'biometric_templates'],
  ['public', 'applications'],
  ['applicant', 'accounts'],
  ['contractor', 'payments'],
])('the class %s may not read %s at all', async (role, table) => {
  await expect(countAs(role, 'EMPLOYER-1', table)).rejects.toMatchObject({ code: '42501' });
});

test('the program’s login sees nothing of a case before it has taken a class', async () => {
  await expect(session.query('SELECT count(*) FROM applications')).rejects.toMatchObject({ code: '42501' });
});

test('nobody can open a case to themselves', async () => {
  const id = await partyId('AGENT-1');
  await session.query('BEGIN');
  await session.query(`SET LOCAL ROLE permit_applicant; SET LOCAL permit.parties = '{${id}}'`);
  const { rows } = await session.query<{ id: string }>('SELECT id FROM parties LIMIT 1');
  await expect(
    session.query('INSERT INTO case_access (application_id, party_id, access) VALUES ($1, $2, $3)', [
      rows[0]!.id,
      id,
      'act',
    ]),
  ).rejects.toMatchObject({ code: '42501' });
  await session.query('ROLLBACK');
});
