import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { leanSubmission } from '../lifecycle/lean-case.ts';
import { payAtBank } from '../road/road-steps.ts';

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

/** The table owner writes whatever they like; the constraint is asked, not the program. */
const setPersons = (number: string, persons: Record<string, string>) => {
  const columns = Object.keys(persons).map((column, index) => `${column} = $${index + 2}`);
  return owner.query(`UPDATE applications SET ${columns.join(', ')} WHERE number = $1`, [
    number,
    ...Object.values(persons),
  ]);
};

test('even the owner of the tables cannot let one person do two of the four acts', async () => {
  const { applicationNo } = await leanSubmission(road);
  const { rows } = await owner.query<{ person_id: string }>('SELECT person_id FROM accounts ORDER BY id');
  const [, , one, other] = rows.map(({ person_id }) => person_id);
  const pairs = [
    ['considered_by', 'decided_by'],
    ['checked_by', 'decided_by'],
    ['checked_by', 'considered_by'],
  ] as const;
  for (const [first, second] of pairs) {
    await expect(setPersons(applicationNo, { [first]: one!, [second]: one! })).rejects.toMatchObject({
      constraint: 'applications_four_persons',
    });
  }
  await expect(setPersons(applicationNo, { considered_by: one!, decided_by: other! })).resolves.toMatchObject(
    { rowCount: 1 },
  );
});

test('the person who filed can neither consider nor grant', async () => {
  const { applicationNo } = await leanSubmission(road);
  const { rows } = await owner.query<{ submitted_by: string }>(
    'SELECT submitted_by FROM applications WHERE number = $1',
    [applicationNo],
  );
  const filer = rows[0]!.submitted_by;
  for (const column of ['decided_by', 'considered_by', 'checked_by']) {
    await expect(setPersons(applicationNo, { [column]: filer })).rejects.toMatchObject({
      constraint: 'applications_four_persons',
    });
  }
});

test('a case cannot stand as granted without those who considered and decided it', async () => {
  const { applicationNo, bill } = await leanSubmission(road);
  await payAtBank(road, bill!);
  await expect(
    owner.query(`UPDATE applications SET state = 'granted' WHERE number = $1`, [applicationNo]),
  ).rejects.toMatchObject({
    constraint: 'applications_granted_by_someone',
  });
});

test('a move that the table does not publish is refused for everyone', async () => {
  const { applicationNo } = await leanSubmission(road);
  await expect(
    owner.query(`UPDATE applications SET state = 'with-registrar' WHERE number = $1`, [applicationNo]),
  ).rejects.toMatchObject({
    constraint: 'state_history_published_move',
  });
});

test.each(['audit_entries', 'state_history', 'payments', 'stock_movements'])(
  'rows of %s are neither changed nor deleted, not by the owner either',
  async (table) => {
    const { bill } = await leanSubmission(road);
    await payAtBank(road, bill!);
    await expect(owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/never changed/);
  },
);
