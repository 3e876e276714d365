import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { createPermitClient, type PermitClient } from '@permit/print/permit-client.ts';
import { renderCard } from '@permit/print/render/render-card.ts';
import { renderNext } from '@permit/print/worker/render-next.ts';
import type pg from 'pg';
import { aStation, aVisit, type TestStation } from './a-station.ts';
import { printCards } from './print-cards.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';
import { runJobs } from './run-jobs.ts';
import { secondSigns, staffElsewhere } from './staff-elsewhere.ts';

let road: RoadServer;
let station: TestStation;
let owner: pg.Client;
let van: string;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
  owner = await road.database.owner();
  const { centres } = await road.nobody.call('listCentres', {});
  van = centres.find(({ code }) => code === 'VAN-1')!.centreId;
}, 240_000);
afterAll(() => road.close());

/** A case whose person was captured; its print order waits to be rendered. */
async function aCapturedCase(seed: string) {
  const { applicationId, applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, seed);
  await runJobs(road);
  const { permitId } = await (await road.as('employer')).call('getApplication', { applicationId });
  return { applicationId, applicationNo, permitId: permitId!, visit };
}

async function cardOf(permitId: string) {
  const { rows } = await owner.query<{ serial: string; state: string; shelf: string | null; place: string }>(
    `SELECT k.serial, k.state, k.shelf, c.code AS place FROM cards k JOIN permits m ON m.id = k.permit_id
     JOIN parties c ON c.id = k.centre_party WHERE m.public_id = $1 ORDER BY k.state_since DESC`,
    [permitId],
  );
  return rows[0]!;
}

const programClient = (username: string): PermitClient => {
  const { password } = road.accounts.find((account) => account.username === username)!;
  return createPermitClient({ baseUrl: road.origin, username, password });
};

async function renderAll(): Promise<void> {
  const worker = programClient('print-worker');
  while ((await renderNext(worker, renderCard, 0)).kind === 'stored') continue;
}

const waitingOrders = async () =>
  (await (await road.as('supervisor')).call('listPrintOrders', { state: 'rendered' })).printOrders;

test('a reprinted card is collected on a new visit, and a completed case comes for nothing else', async () => {
  const { applicationNo, permitId, visit } = await aCapturedCase('comes again');
  await printCards(road);
  const clerk = await road.as('clerk');
  const papers = { by: 'papers-and-second-person' as const };
  await clerk.call('handOverCard', { visitId: visit.visitId, ...papers, ...(await secondSigns(road)) });
  await expect(clerk.call('takeTicket', { applicationNo, purpose: 'collect' })).rejects.toMatchObject({
    body: { detailCode: 'no-card-ready' },
  });
  const { reprintId } = await clerk.call('requestReprint', { permitId, reason: 'lost' });
  await (await road.as('supervisor')).call('grantReprint', { reprintId });
  await printCards(road);
  await expect(clerk.call('takeTicket', { applicationNo })).rejects.toMatchObject({
    body: { detailCode: 'no-card-ready' },
  });
  const ticket = await clerk.call('takeTicket', { applicationNo, purpose: 'collect' });
  const { serial } = await cardOf(permitId);
  // The tray finds the ticket by the card alone.
  const { cards } = await clerk.call('scanTray', { serials: [serial, 'NOBODY-0001'] });
  expect(cards).toEqual([
    expect.objectContaining({ serial, goes: 'ticket', ticketNo: ticket.ticketNo, visitId: ticket.visitId }),
    { serial: 'NOBODY-0001', goes: 'not-known' },
  ]);
  await clerk.call('checkIn', { visitId: ticket.visitId, paperSeen: 'passport' });
  for (const by of ['representative', 'post'] as const)
    await expect(clerk.call('handOverCard', { visitId: ticket.visitId, by })).rejects.toMatchObject({
      body: { detailCode: 'way-not-allowed' },
    });
  const handed = await clerk.call('handOverCard', {
    visitId: ticket.visitId,
    ...papers,
    ...(await secondSigns(road)),
  });
  expect(handed).toMatchObject({ cardSerial: serial, permitState: 'active' });
}, 120_000);

test('a card that was confirmed or is in doubt is spoiled before two persons, one that was not by one', async () => {
  await aCapturedCase('spoiled card');
  await renderAll();
  const clerk = await road.as('clerk');
  const host = programClient('print-host-74');
  const begin = async (blankSerial: string) => {
    const { order } = await host.call(printOrdersApi.leasePrint, {});
    const lease = { printOrderId: order!.printOrderId, leaseNo: order!.leaseNo! };
    for (const step of ['reserved', 'sending'] as const)
      await host.call(printOrdersApi.startPrint, { ...lease, step, blankSerial });
    return { ...lease, sha256: order!.renderingSha256! };
  };
  const alone = { reason: 'jam' };
  const first = await begin('WPC-000480');
  expect(await clerk.call('spoilCard', { printOrderId: first.printOrderId, ...alone })).toMatchObject({
    state: 'spoiled',
  });
  await renderAll();
  const { sha256, ...second } = await begin('WPC-000481');
  await host.call(printOrdersApi.confirmPrint, {
    ...second,
    outcome: 'printed',
    blankSerial: 'WPC-000481',
    sha256,
  });
  const { printOrderId } = second;
  await expect(clerk.call('spoilCard', { printOrderId, ...alone })).rejects.toMatchObject({
    code: 'second-factor-needed',
  });
  await expect(
    clerk.call('spoilCard', { printOrderId, ...alone, ...(await secondSigns(road, 'clerk')) }),
  ).rejects.toMatchObject({ code: 'same-person' });
  // The database says so too, whoever writes.
  await expect(
    owner.query(`UPDATE print_orders SET state = 'spoiled' WHERE public_id = $1`, [printOrderId]),
  ).rejects.toMatchObject({ constraint: 'print_orders_spoiled_before_two' });
  await clerk.call('spoilCard', { printOrderId, ...alone, ...(await secondSigns(road)) });
  const { rows } = await owner.query(
    `SELECT serial_first, second_person IS NOT NULL AS two FROM stock_movements WHERE kind = 'spoiled' ORDER BY at`,
  );
  expect(rows).toEqual([
    { serial_first: 'WPC-000480', two: false },
    { serial_first: 'WPC-000481', two: true },
  ]);
  await renderAll();
  const third = await begin('WPC-000482');
  await host.call(printOrdersApi.confirmPrint, {
    printOrderId: third.printOrderId,
    leaseNo: third.leaseNo,
    outcome: 'unknown',
  });
  const doubt = { printOrderId: third.printOrderId, found: 'spoiled' as const, note: 'nothing there' };
  await expect(clerk.call('resolveUnknown', doubt)).rejects.toMatchObject({ code: 'second-factor-needed' });
  await clerk.call('resolveUnknown', { ...doubt, ...(await secondSigns(road)) });
  expect(await printCards(road)).toEqual(['passed']);
}, 120_000);

test('printing is paused and resumed, an order is put first, cancelled and taken up again, orders go in batches', async () => {
  const early = await aCapturedCase('printed second');
  const late = await aCapturedCase('printed first');
  await renderAll();
  const supervisor = await road.as('supervisor');
  const host = programClient('print-host-74');
  const [first, last] = await waitingOrders();
  expect(await supervisor.call('pausePrinting', { reason: 'ribbon' })).toMatchObject({
    paused: true,
    waiting: 2,
  });
  expect(await host.call(printOrdersApi.leasePrint, {})).toEqual({});
  await supervisor.call('setPrintPriority', { printOrderId: last!.printOrderId, priority: 5 });
  await supervisor.call('cancelPrint', { printOrderId: first!.printOrderId, reason: 'not yet' });
  await expect(
    supervisor.call('setPrintPriority', { printOrderId: first!.printOrderId, priority: 1 }),
  ).rejects.toMatchObject({ body: { detailCode: 'printing-has-begun' } });
  const again = await supervisor.call(
    'reopenPrint',
    { printOrderId: first!.printOrderId },
    { key: 'reopen-1' },
  );
  expect(
    await supervisor.call('reopenPrint', { printOrderId: first!.printOrderId }, { key: 'reopen-1' }),
  ).toEqual(again);
  await expect(supervisor.call('reopenPrint', { printOrderId: first!.printOrderId })).rejects.toMatchObject({
    body: { detailCode: 'card-in-production' },
  });
  const batch = await supervisor.call('createPrintBatch', {
    printOrderIds: [again.printOrderId, last!.printOrderId],
  });
  expect(batch).toMatchObject({ batchNo: 1, orders: 2, open: 2 });
  await renderAll();
  expect((await supervisor.call('resumePrinting', {})).paused).toBe(false);
  const leased = await host.call(printOrdersApi.leasePrint, {});
  expect(leased.order).toMatchObject({ printOrderId: last!.printOrderId, priority: 5, batchNo: 1 });
  // Held by a host: nobody steers it any more, and nothing of its lease has changed.
  await expect(
    supervisor.call('cancelPrint', { printOrderId: last!.printOrderId, reason: 'late' }),
  ).rejects.toMatchObject({ body: { detailCode: 'printing-has-begun' } });
  await owner.query(`UPDATE print_orders SET lease_until = now() - interval '1 s' WHERE public_id = $1`, [
    last!.printOrderId,
  ]);
  expect(await printCards(road)).toEqual(['passed', 'passed']);
  expect((await supervisor.call('listPrintBatches', {})).batches[0]).toMatchObject({ passed: 2, open: 0 });
  for (const { permitId } of [early, late]) expect(await cardOf(permitId)).toMatchObject({ state: 'ready' });
}, 120_000);

test('another place prints with its own blanks, the card travels, and is handed over only where it has come to', async () => {
  const inVan = { username: 'clerk2', place: 'VAN-1' };
  const vanHead = await staffElsewhere(road, { ...inVan, role: 'centre-supervisor' });
  const vanClerk = await staffElsewhere(road, { ...inVan, role: 'clerk' });
  const { centres } = await road.nobody.call('listCentres', {});
  const here = centres.find(({ code }) => code === 'CENTRE-74-1')!.centreId;
  expect(
    await vanHead.call('assignProduction', { producedAtCentreId: here, reason: 'no printer' }),
  ).toMatchObject({ producedAtCentreId: here });
  const { applicationNo } = await leanGrant(road);
  const ticket = await vanClerk.call('takeTicket', { applicationNo });
  await vanClerk.call('checkIn', { visitId: ticket.visitId, paperSeen: 'passport' });
  // The centre's own station serves the van's visit: what matters here is where the card is made.
  await openTo(applicationNo, 'CENTRE-74-1');
  await station.capture(ticket, 'printed elsewhere');
  await runJobs(road);
  const clerk = await road.as('clerk');
  expect((await clerk.call('getPrintLane', {})).producesForCentreIds).toEqual([van]);
  expect(await printCards(road)).toEqual(['passed']);
  const permitId = await permitOf(applicationNo);
  const { serial } = await cardOf(permitId);
  expect((await clerk.call('scanTray', { serials: [serial], shelf: 'VAN BOX 1' })).cards).toEqual([
    expect.objectContaining({ goes: 'send-on', shelf: 'VAN BOX 1' }),
  ]);
  const papers = { visitId: ticket.visitId, by: 'papers-and-second-person' as const };
  const two = { secondPersonUsername: 'clerk', secondPersonCode: '000000' };
  await expect(vanClerk.call('handOverCard', { ...papers, ...two })).rejects.toMatchObject({
    body: { detailCode: 'card-elsewhere' },
  });
  const box = { toCentreId: van, serials: [serial], sealNo: 'SEAL-0001', forDay: '2026-11-23' };
  const shipment = await clerk.call('shipCards', box, { key: 'ship-box-1' });
  expect(await clerk.call('shipCards', box, { key: 'ship-box-1' })).toEqual(shipment);
  expect(shipment).toMatchObject({ cards: 1, underway: 1, forDay: '2026-11-23', short: false });
  await expect(
    clerk.call('receiveShipment', { shipmentId: shipment.shipmentId, serials: [serial] }),
  ).rejects.toMatchObject({ code: 'not-found' });
  const sender = await staffElsewhere(road, { username: 'clerk', place: 'VAN-1', role: 'clerk' });
  const receipt = { shipmentId: shipment.shipmentId, serials: [serial], shelf: 'TRAY 2' };
  await expect(sender.call('receiveShipment', receipt)).rejects.toMatchObject({ code: 'same-person' });
  await expect(
    vanClerk.call('receiveShipment', { ...receipt, serials: [serial, 'WPC-000001'] }),
  ).rejects.toMatchObject({ body: { detailCode: 'card-not-of-shipment' } });
  expect(await vanClerk.call('receiveShipment', receipt)).toMatchObject({ underway: 0, short: false });
  expect(await cardOf(permitId)).toMatchObject({ state: 'ready', shelf: 'TRAY 2', place: 'VAN-1' });
  expect((await vanClerk.call('scanTray', { serials: [serial] })).cards[0]).toMatchObject({ goes: 'ticket' });
  const { balanced, issued } = await (await road.as('supervisor')).call('stockBalance', {});
  expect({ balanced, issued: issued > 0 }).toEqual({ balanced: true, issued: true });
}, 120_000);

test('what nobody fetched is listed, returned, restored, and void only before two persons', async () => {
  const { permitId } = await aCapturedCase('never came');
  await printCards(road);
  const { serial } = await cardOf(permitId);
  await owner.query(`UPDATE cards SET state_since = state_since - interval '100 days' WHERE serial = $1`, [
    serial,
  ]);
  const clerk = await road.as('clerk');
  const { cards, certainty } = await clerk.call('listUncollected', { olderThanDays: 30 });
  expect(cards).toEqual([expect.objectContaining({ serial, overdue: true })]);
  expect(certainty).toBe('assumed');
  expect(JSON.stringify(cards)).not.toContain('AUNG');
  expect(await clerk.call('returnCard', { serial, reason: 'not fetched' })).toMatchObject({
    state: 'returned',
  });
  expect(await clerk.call('restoreCard', { serial, shelf: 'A 3' })).toMatchObject({
    state: 'ready',
    shelf: 'A 3',
  });
  await clerk.call('returnCard', { serial, reason: 'not fetched' });
  const supervisor = await road.as('supervisor');
  const own = { serial, reason: 'a year', ...(await secondSigns(road, 'supervisor')) };
  await expect(supervisor.call('voidCard', own)).rejects.toMatchObject({ code: 'same-person' });
  const signed = { serial, reason: 'a year', ...(await secondSigns(road)) };
  expect(await supervisor.call('voidCard', signed)).toMatchObject({ state: 'void' });
  const elsewhere = await staffElsewhere(road, { username: 'clerk2', role: 'clerk', place: 'VAN-1' });
  await expect(elsewhere.call('returnCard', { serial, reason: 'not mine' })).rejects.toMatchObject({
    code: 'not-found',
  });
}, 120_000);

async function openTo(applicationNo: string, place: string): Promise<void> {
  await owner.query(
    `INSERT INTO case_access (application_id, party_id, access)
     SELECT a.id, p.id, 'act' FROM applications a, parties p WHERE a.number = $1 AND p.code = $2 ON CONFLICT DO NOTHING`,
    [applicationNo, place],
  );
}

async function permitOf(applicationNo: string): Promise<string> {
  const { rows } = await owner.query<{ public_id: string }>(
    'SELECT m.public_id FROM permits m JOIN applications a ON a.id = m.application_id WHERE a.number = $1',
    [applicationNo],
  );
  return rows[0]!.public_id;
}
