import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { ApiClient } from '../../tools/road/api-client.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { secondSigns, staffElsewhere } from './staff-elsewhere.ts';

let road: RoadServer;
let owner: pg.Client;
let supervisor: ApiClient;
let clerk: ApiClient;
let clerk2: ApiClient;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
  supervisor = await road.as('supervisor');
  clerk = await road.as('clerk');
  clerk2 = await road.as('clerk2');
  const box = { prefix: 'BX-', digits: 6 };
  await supervisor.call('receiveStock', { box: 'BOX-2', ...box, first: 1, last: 30 });
  await supervisor.call('receiveStock', { box: 'BOX-3', ...box, first: 101, last: 110 });
}, 240_000);
afterAll(() => road.close());

const WHOLE = { from: '2000-01-01', to: '2100-01-01' };

test('a range that was received before, or overlaps one, is refused whole, and the ledger is as it was', async () => {
  const before = await supervisor.call('stockBalance', {});
  for (const [first, last] of [
    [1, 30],
    [25, 40],
    [90, 101],
  ] as const)
    await expect(
      supervisor.call('receiveStock', { box: 'AGAIN', prefix: 'BX-', digits: 6, first, last }),
    ).rejects.toMatchObject({ code: 'duplicate-serial' });
  const elsewhere = await staffElsewhere(road, {
    username: 'clerk2',
    role: 'centre-supervisor',
    place: 'VAN-1',
  });
  await expect(
    elsewhere.call('receiveStock', { box: 'BOX-2', prefix: 'BX-', digits: 6, first: 30, last: 31 }),
  ).rejects.toMatchObject({ code: 'duplicate-serial' });
  expect(await supervisor.call('stockBalance', {})).toEqual(before);
});

test('a count that agrees says so to one person, and whoever opened it does not count', async () => {
  const { counts } = await supervisor.call('openStockCount', { boxes: ['BOX-3'] });
  const { countId } = counts[0]!;
  await expect(supervisor.call('submitStockCount', { countId, counted: 10 })).rejects.toMatchObject({
    code: 'same-person',
  });
  // Blind: nothing that a counter may read says how many there should be.
  expect(Object.keys(counts[0]!).sort()).toEqual(['box', 'countId', 'openedAt', 'state']);
  await expect(clerk.call('stockBalance', {})).rejects.toMatchObject({ body: { detailCode: 'count-open' } });
  expect(await clerk.call('submitStockCount', { countId, counted: 10 })).toMatchObject({ state: 'agreed' });
  await expect(clerk2.call('submitStockCount', { countId, counted: 9 })).rejects.toMatchObject({
    body: { detailCode: 'count-closed' },
  });
  expect((await clerk.call('stockBalance', {})).balanced).toBe(true);
});

test('a difference that two persons counted sets the box and its shift aside, and only a named person frees it', async () => {
  const key = { key: 'open-count-1' };
  const opened = await supervisor.call('openStockCount', { boxes: ['BOX-2'] }, key);
  expect(await supervisor.call('openStockCount', { boxes: ['BOX-2'] }, key)).toEqual(opened);
  const { countId } = opened.counts[0]!;
  expect(await clerk.call('submitStockCount', { countId, counted: 28 })).toMatchObject({
    state: 'count-again',
  });
  await expect(clerk.call('submitStockCount', { countId, counted: 28 })).rejects.toMatchObject({
    code: 'same-person',
  });
  expect(await clerk2.call('submitStockCount', { countId, counted: 28 })).toMatchObject({ state: 'differs' });
  const { differences } = await supervisor.call('listStockDifferences', {});
  expect(differences).toEqual([
    expect.objectContaining({ box: 'BOX-2', expected: 30, counted: 28, persons: 1 }),
  ]);
  const balance = await supervisor.call('stockBalance', {});
  expect(balance).toMatchObject({ quarantined: 30, balanced: true });
  expect(await supervisor.call('stockReport', WHOLE)).toMatchObject({
    agreesWithBlanks: true,
    boxesSetAside: ['BOX-2'],
  });
  // The rest of the centre goes on: other boxes are as free as before.
  expect(balance.blank).toBe(510);
  const { differenceId } = differences[0]!;
  const found = { differenceId, missingSerials: ['BX-000007', 'BX-000030'], reason: 'torn seal' };
  await expect(
    supervisor.call('settleStockDifference', { ...found, ...(await secondSigns(road, 'supervisor')) }),
  ).rejects.toMatchObject({ code: 'same-person' });
  const signs = await secondSigns(road);
  await expect(
    supervisor.call('settleStockDifference', { ...found, missingSerials: ['BX-000101'], ...signs }),
  ).rejects.toMatchObject({ code: 'no-blank' });
  expect(await supervisor.call('settleStockDifference', { ...found, ...signs })).toMatchObject({
    missing: 2,
  });
  expect(await supervisor.call('stockBalance', {})).toMatchObject({ quarantined: 2, balanced: true });
  const { lines } = await supervisor.call('listCustody', { serial: 'BX-000007' });
  expect(lines.map(({ act, persons }) => [act, persons])).toEqual([
    ['received', 1],
    ['quarantined', 2],
  ]);
  const ofBox = await supervisor.call('listCustody', { box: 'BOX-2' });
  expect(ofBox.lines.filter(({ act }) => act === 'cleared').map(({ first, last }) => [first, last])).toEqual([
    ['BX-000001', 'BX-000006'],
    ['BX-000008', 'BX-000029'],
  ]);
  const stranger = await staffElsewhere(road, {
    username: 'clerk2',
    role: 'centre-supervisor',
    place: 'VAN-1',
  });
  await expect(stranger.call('listCustody', { box: 'BOX-2' })).rejects.toMatchObject({ code: 'not-found' });
});

test('nothing is counted while a blank of the box is in a printer', async () => {
  await owner.query(`UPDATE blanks SET state = 'reserved' WHERE serial = 'BX-000105'`);
  const { counts } = await supervisor.call('openStockCount', { boxes: ['BOX-3'] });
  const { countId } = counts[0]!;
  await expect(clerk.call('submitStockCount', { countId, counted: 9 })).rejects.toMatchObject({
    body: { detailCode: 'box-in-use' },
  });
  await owner.query(`UPDATE blanks SET state = 'blank' WHERE serial = 'BX-000105'`);
  expect(await clerk.call('submitStockCount', { countId, counted: 10 })).toMatchObject({ state: 'agreed' });
});

test('the report balances day by day, and sees a blank that was moved without a line', async () => {
  await owner.query('ALTER TABLE stock_movements DISABLE TRIGGER stock_movements_append_only');
  await owner.query(`UPDATE stock_movements SET at = at - interval '3 days' WHERE box = 'DEMO-BOX-1'`);
  await owner.query('ALTER TABLE stock_movements ENABLE TRIGGER stock_movements_append_only');
  const { days, agreesWithBlanks } = await supervisor.call('stockReport', WHOLE);
  expect(days.map(({ received, blank, quarantined }) => [received, blank, quarantined])).toEqual([
    [500, 500, 0],
    [540, 538, 2],
  ]);
  expect(days.every(({ balanced }) => balanced) && agreesWithBlanks).toBe(true);
  await owner.query(`UPDATE blanks SET state = 'spoiled' WHERE serial = 'BX-000101'`);
  expect((await supervisor.call('stockBalance', {})).balanced).toBe(true);
  expect((await supervisor.call('stockReport', WHOLE)).agreesWithBlanks).toBe(false);
  await expect(owner.query(`DELETE FROM stock_movements`)).rejects.toMatchObject({ code: '42501' });
});
