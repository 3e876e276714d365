import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

test.each([
  ['ticketed', 'no-show'],
  ['checked-in', 'no-show'],
  ['in-progress', 'cancelled'],
])('a visit of an earlier day that was left %s does not keep its person away', async (left, ended) => {
  const { applicationNo } = await leanGrant(road);
  const clerk = await road.as('clerk');
  const { visitId } = await clerk.call('takeTicket', { applicationNo });
  if (left !== 'ticketed') await clerk.call('checkIn', { visitId, paperSeen: 'passport' });
  if (left === 'in-progress')
    await owner.query('UPDATE visits SET state = $2 WHERE public_id = $1', [visitId, left]);
  await expect(clerk.call('takeTicket', { applicationNo })).rejects.toMatchObject({ code: 'wrong-state' });

  await owner.query('UPDATE visits SET day = day - 1, ticket = ticket + 500 WHERE public_id = $1', [visitId]);
  const next = await clerk.call('takeTicket', { applicationNo });
  expect(next.visitId).not.toBe(visitId);
  const { rows } = await owner.query('SELECT state FROM visits WHERE public_id = $1', [visitId]);
  expect(rows).toEqual([{ state: ended }]);
});
