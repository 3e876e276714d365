import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { createPermitClient, type PermitClient } from '@permit/print/permit-client.ts';
import { renderCard } from '@permit/print/render/render-card.ts';
import { renderNext } from '@permit/print/worker/render-next.ts';
import type pg from 'pg';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { anIssuedPermit } from './an-issued-permit.ts';
import { aStation, type TestStation } from './a-station.ts';
import { printCards } from './print-cards.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { secondSigns } from './staff-elsewhere.ts';

let road: RoadServer;
let station: TestStation;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

const aPermit = (seed: string, printed = true) => anIssuedPermit({ road, station }, seed, { printed });

async function secondPersonSigns(username = 'clerk2') {
  const { secondFactor } = road.accounts.find((account) => account.username === username)!;
  return {
    secondPersonUsername: username,
    secondPersonCode: await freshCode(username, secondFactor!),
  };
}

type Signs = Awaited<ReturnType<typeof secondPersonSigns>>;

async function handOver(visitId: string, signs: Signs) {
  const clerk = await road.as('clerk');
  return clerk.call('handOverCard', { visitId, by: 'papers-and-second-person', ...signs });
}

function programClient(username: string): PermitClient {
  const { password } = road.accounts.find((account) => account.username === username)!;
  return createPermitClient({ baseUrl: road.origin, username, password });
}

/** Prints the next rendered order onto a blank, so far that nobody knows what came out. */
async function printIntoDoubt(blankSerial: string): Promise<string> {
  const host = programClient('print-host-74');
  const { order } = await host.call(printOrdersApi.leasePrint, {});
  const lease = { printOrderId: order!.printOrderId, leaseNo: order!.leaseNo! };
  for (const step of ['reserved', 'sending'] as const)
    await host.call(printOrdersApi.startPrint, { ...lease, step, blankSerial });
  await host.call(printOrdersApi.confirmPrint, { ...lease, outcome: 'unknown', problem: 'no-answer' });
  return lease.printOrderId;
}

async function cardsOf(permitId: string) {
  const { rows } = await owner.query<{ serial: string; state: string }>(
    `SELECT k.serial, k.state FROM cards k JOIN permits m ON m.id = k.permit_id WHERE m.public_id = $1 ORDER BY k.serial`,
    [permitId],
  );
  return rows;
}

const GROUND = { ground: 'issued-by-mistake', reason: 'ออกให้โดยสำคัญผิดในข้อเท็จจริง' };

test('a registrar of the office revokes: card void, printing ended, and every verifier says so', async () => {
  const { permitId, visit } = await aPermit('revoked person');
  const employer = await road.as('employer');
  const { qr } = await employer.call('getPermit', { permitId });
  const phone = await employer.call('getDigitalCard', { permitId });
  const stranger = await road.as('registrar-bangkok');
  await expect(stranger.call('revokePermit', { permitId, ...GROUND })).rejects.toMatchObject({
    code: 'not-found',
  });
  const registrar = await road.as('registrar');
  expect(await registrar.call('revokePermit', { permitId, ...GROUND })).toMatchObject({ state: 'revoked' });
  expect(await cardsOf(permitId)).toEqual([expect.objectContaining({ state: 'void' })]);
  for (const code of [qr!, phone.qr])
    expect((await road.nobody.call('verifyPermit', { qr: code })).answer).toBe('revoked');
  await expect(employer.call('getDigitalCard', { permitId })).rejects.toMatchObject({
    body: { detailCode: 'permit-ended' },
  });
  const noCode = { secondPersonUsername: 'clerk2', secondPersonCode: '000000' };
  await expect(handOver(visit.visitId, noCode)).rejects.toMatchObject({ code: 'wrong-state' });
  await expect(registrar.call('revokePermit', { permitId, ...GROUND })).rejects.toMatchObject({
    code: 'wrong-state',
  });
}, 60_000);

test('of a permit that is revoked before its card was made, none is printed', async () => {
  const { permitId } = await aPermit('revoked early', false);
  await (await road.as('registrar')).call('revokePermit', { permitId, ...GROUND });
  expect(await printCards(road)).toEqual([]);
  expect(await cardsOf(permitId)).toEqual([]);
}, 60_000);

test('a code for the phone is of its own kind and place, says the year of birth only, and ends within a day', async () => {
  const { permitId } = await aPermit('phone person');
  const employer = await road.as('employer');
  const { qr, issuedAt, expiresAt } = await employer.call('getDigitalCard', { permitId });
  const card = await employer.call('getPermit', { permitId });
  expect(qr).not.toBe(card.qr);
  expect(Date.parse(expiresAt) - Date.parse(issuedAt)).toBeLessThanOrEqual(24 * 3_600_000);
  const answer = await road.nobody.call('verifyPermit', { qr });
  expect(['temporary', 'not-yet-valid']).toContain(answer.answer);
  const { rows } = await owner.query<{ status_index: number; digital_status_index: number }>(
    'SELECT status_index, digital_status_index FROM permits WHERE public_id = $1',
    [permitId],
  );
  expect(rows[0]!.digital_status_index).not.toBe(rows[0]!.status_index);
  expect((await employer.call('getDigitalCard', { permitId })).qr).not.toBe('');
  const again = await owner.query('SELECT digital_status_index FROM permits WHERE public_id = $1', [
    permitId,
  ]);
  expect(again.rows[0].digital_status_index).toBe(rows[0]!.digital_status_index);
  await expect((await road.as('agent')).call('getDigitalCard', { permitId })).rejects.toMatchObject({
    code: 'not-found',
  });
}, 60_000);

test('a reprint needs another person, voids card and code of before, and opens one more order', async () => {
  const { permitId } = await aPermit('reprinted person');
  const employer = await road.as('employer');
  const before = await employer.call('getPermit', { permitId });
  const clerk = await road.as('clerk');
  const asked = await clerk.call('requestReprint', { permitId, reason: 'บัตรชำรุด' }, { key: 'reprint-key-1' });
  expect(asked.state).toBe('asked');
  expect(
    await clerk.call('requestReprint', { permitId, reason: 'บัตรชำรุด' }, { key: 'reprint-key-1' }),
  ).toEqual(asked);
  await expect(clerk.call('requestReprint', { permitId, reason: 'อีกใบ' })).rejects.toMatchObject({
    body: { detailCode: 'reprint-asked-already' },
  });
  await expect(clerk.call('grantReprint', { reprintId: asked.reprintId })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const granted = await (await road.as('supervisor')).call('grantReprint', { reprintId: asked.reprintId });
  expect(granted).toMatchObject({ state: 'granted', permitId });
  expect(await cardsOf(permitId)).toEqual([expect.objectContaining({ state: 'void' })]);
  expect(await printCards(road)).toEqual(['passed']);
  expect((await cardsOf(permitId)).map(({ state }) => state)).toEqual(['void', 'ready']);
  const after = await employer.call('getPermit', { permitId });
  expect((await road.nobody.call('verifyPermit', { qr: before.qr! })).answer).toBe('replaced');
  expect((await road.nobody.call('verifyPermit', { qr: after.qr! })).answer).not.toBe('replaced');
}, 60_000);

test('the card in the hand stays where it is and the permit stays active; a spoiled reprint is tried again', async () => {
  const { permitId, visit } = await aPermit('lost card');
  await handOver(visit.visitId, await secondPersonSigns());
  const clerk = await road.as('clerk');
  const { reprintId } = await clerk.call('requestReprint', { permitId, reason: 'ผู้ถือทำบัตรหาย' });
  const supervisor = await road.as('supervisor');
  const { printOrderId } = await supervisor.call('grantReprint', { reprintId });
  expect((await cardsOf(permitId)).map(({ state }) => state)).toEqual(['handed-over']);
  expect(await (await road.as('employer')).call('getPermit', { permitId })).toMatchObject({
    state: 'active',
  });
  const order = await clerk.call('getPrintOrder', { printOrderId: printOrderId! });
  expect(order.state).toBe('queued');
  await expect(
    owner.query('UPDATE print_orders SET asked_by = granted_by WHERE public_id = $1', [printOrderId]),
  ).rejects.toMatchObject({ constraint: 'print_orders_reprint_two_persons' });
  await expect(
    owner.query(`UPDATE reprint_requests SET granted_by = asked_by WHERE public_id = $1`, [reprintId]),
  ).rejects.toMatchObject({ constraint: 'reprint_requests_two_persons' });
  await renderNext(programClient('print-worker'), renderCard, 0);
  expect(await printIntoDoubt('WPC-000490')).toBe(printOrderId);
  const nothing = { printOrderId: printOrderId!, found: 'spoiled' as const, note: 'ไม่มีบัตร' };
  await clerk.call('resolveUnknown', { ...nothing, ...(await secondSigns(road)) });
  expect(await printCards(road)).toEqual(['passed']);
  expect((await cardsOf(permitId)).map(({ state }) => state)).toEqual(['handed-over', 'ready']);
}, 60_000);

test('blanks move between centres before two persons, all of a range or none, and both balances hold', async () => {
  const supervisor = await road.as('supervisor');
  const { centres } = await road.nobody.call('listCentres', {});
  const toCentreId = centres.find(({ code }) => code === 'VAN-1')!.centreId;
  const range = { toCentreId, prefix: 'WPC-', first: 401, last: 420 };
  const alone = { secondPersonUsername: 'supervisor', secondPersonCode: '000000' };
  await expect(supervisor.call('moveStock', { ...range, ...alone })).rejects.toMatchObject({
    code: 'same-person',
  });
  // A request that is refused leaves no trace, so the same code serves for the next.
  const signs = await secondPersonSigns();
  const tooMany = { ...range, last: 501, ...signs };
  await expect(supervisor.call('moveStock', tooMany)).rejects.toMatchObject({ code: 'no-blank' });
  expect(await supervisor.call('moveStock', { ...range, ...signs })).toEqual({ blanks: 20 });
  expect(await supervisor.call('stockBalance', {})).toMatchObject({ movedOut: 20, balanced: true });
  const { rows } = await owner.query(
    `SELECT kind, count FROM stock_movements WHERE kind LIKE 'moved%' ORDER BY kind`,
  );
  expect(rows).toEqual([
    { kind: 'moved-in', count: 20 },
    { kind: 'moved-out', count: 20 },
  ]);
}, 120_000);

test('only what is spoiled or void is destroyed, before two persons, and the ledger balances', async () => {
  const supervisor = await road.as('supervisor');
  const before = await supervisor.call('stockBalance', {});
  const { rows } = await owner.query<{ serial: string }>(
    `SELECT serial FROM cards WHERE state = 'void' UNION SELECT serial FROM blanks WHERE state = 'spoiled'`,
  );
  const serials = rows.map(({ serial }) => serial);
  expect(serials.length).toBeGreaterThan(0);
  const reason = 'ทำลายบัตรที่ใช้ไม่ได้';
  const signs = await secondPersonSigns('clerk');
  const blankToo = { serials: [...serials, 'WPC-000400'], reason, ...signs };
  await expect(supervisor.call('destroyStock', blankToo)).rejects.toMatchObject({
    body: { detailCode: 'not-for-destruction' },
  });
  const signed = { serials, reason, ...signs };
  expect(await supervisor.call('destroyStock', signed)).toEqual({ destroyed: serials.length });
  expect(await supervisor.call('stockBalance', {})).toMatchObject({
    spoiled: 0,
    issued: before.issued + before.spoiled - serials.length,
    destroyed: serials.length,
    balanced: true,
  });
}, 120_000);

test('an order that cannot be rendered shows its problem in the list and comes again after a while', async () => {
  await aPermit('unprintable name', false);
  const worker = programClient('print-worker');
  const { order } = await worker.call(printOrdersApi.leaseRendering, {});
  const { printOrderId, leaseNo = 0 } = order!;
  const report = { printOrderId, leaseNo, problem: 'no font holds U+738B' };
  await expect(
    worker.call(printOrdersApi.reportRenderingFault, { ...report, leaseNo: leaseNo + 1 }),
  ).rejects.toMatchObject({ code: 'lease-lost' });
  await worker.call(printOrdersApi.reportRenderingFault, report);
  const { printOrders } = await (await road.as('clerk')).call('listPrintOrders', { state: 'queued' });
  expect(printOrders.find((one) => one.printOrderId === printOrderId)).toMatchObject({
    state: 'queued',
    problem: 'no font holds U+738B',
  });
  expect(await worker.call(printOrdersApi.leaseRendering, {})).toEqual({});
  await owner.query(`UPDATE print_orders SET lease_until = now() - interval '1 s' WHERE public_id = $1`, [
    printOrderId,
  ]);
  expect((await worker.call(printOrdersApi.leaseRendering, {})).order?.printOrderId).toBe(printOrderId);
}, 60_000);
