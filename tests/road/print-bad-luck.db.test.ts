import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import type { PermitClient } from '@permit/print/permit-client.ts';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { openPrintOffice, type PrintOffice } from '../proofs/print/print-office.ts';

let office: PrintOffice;
let host: PermitClient;
let owner: pg.Client;
beforeAll(async () => {
  office = await openPrintOffice();
  host = office.printHost();
  owner = await office.road.database.owner();
}, 240_000);
afterAll(() => office.road.close());

const lease = async () => {
  const { order } = await host.call(printOrdersApi.leasePrint, { waitSeconds: 0 });
  return order && { printOrderId: order.printOrderId, leaseNo: order.leaseNo! };
};

/** Everything that a forged or stale request could have changed, as one hash. */
async function whatIs(): Promise<string> {
  const tables = ['print_orders', 'blanks', 'stock_movements', 'cards', 'permits'];
  const hash = createHash('sha256');
  for (const table of tables) {
    const { rows } = await owner.query(
      `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
    );
    hash.update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}

async function securityEvents(): Promise<string[]> {
  const { rows } = await owner.query<{ act: string }>(
    `SELECT act FROM audit_entries WHERE purpose = 'security' ORDER BY at`,
  );
  return rows.map(({ act }) => act);
}

test('of twenty prints that want the last blank one wins, and the ledger knows of one', async () => {
  const supervisor = await office.road.as('supervisor');
  await supervisor.call('receiveStock', { box: 'LAST', prefix: 'LAST-', first: 1, last: 1, digits: 6 });
  await office.openOrders(20);
  const leases = [];
  for (let held = await lease(); held; held = await lease()) leases.push(held);
  expect(leases).toHaveLength(20);
  const wanted = { step: 'reserved' as const, blankSerial: 'LAST-000001' };
  const ends = await Promise.allSettled(
    leases.map((held) => host.call(printOrdersApi.startPrint, { ...held, ...wanted })),
  );
  const lost = ends
    .filter((end) => end.status === 'rejected')
    .map(({ reason }) => (reason as { code: string }).code);
  expect(lost).toEqual(Array.from({ length: 19 }, () => 'duplicate-serial'));
  const { rows } = await owner.query(
    `SELECT state, (SELECT count(*)::int FROM stock_movements WHERE serial_first = serial AND kind = 'reserved') AS lines
     FROM blanks WHERE serial = 'LAST-000001'`,
  );
  expect(rows).toEqual([{ state: 'reserved', lines: 1 }]);
  expect(await supervisor.call('stockBalance', {})).toMatchObject({ reserved: 1, balanced: true });
  // The others give their leases back and wait for the next box.
  const winner = leases.find((_, at) => ends[at]!.status === 'fulfilled')!;
  for (const held of leases)
    await host.call(printOrdersApi.confirmPrint, { ...held, outcome: 'not-started', problem: 'no-blank' });
  expect(await supervisor.call('stockBalance', {})).toMatchObject({ reserved: 0, balanced: true });
  expect(winner.leaseNo).toBe(1);
}, 60_000);

test('a stale lease and a forged order have no effect, and each leaves one security event', async () => {
  const held = (await lease())!;
  const before = await whatIs();
  const eventsBefore = (await securityEvents()).length;
  const stale = { ...held, leaseNo: held.leaseNo + 1 };
  const start = { step: 'reserved' as const, blankSerial: 'LAST-000001' };
  await expect(host.call(printOrdersApi.startPrint, { ...stale, ...start })).rejects.toMatchObject({
    code: 'lease-lost',
  });
  const forged = { printOrderId: 'A'.repeat(22), leaseNo: 1 };
  await expect(host.call(printOrdersApi.startPrint, { ...forged, ...start })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    host.call(printOrdersApi.confirmPrint, { ...stale, outcome: 'printed', blankSerial: 'LAST-000001' }),
  ).rejects.toMatchObject({ code: 'lease-lost' });
  expect(await whatIs()).toBe(before);
  expect((await securityEvents()).slice(eventsBefore)).toEqual([
    'print-lease-stale',
    'print-order-unknown',
    'print-lease-stale',
  ]);
  await host.call(printOrdersApi.confirmPrint, { ...held, outcome: 'not-started' });
}, 60_000);

test('faces that were changed after they were approved are not handed out; the other orders go on', async () => {
  const [first, second] = [(await lease())!, (await lease())!];
  for (const held of [first, second])
    await host.call(printOrdersApi.confirmPrint, { ...held, outcome: 'not-started' });
  // Whoever holds the database can change bytes and hash together; the signature they cannot make.
  await owner.query(`UPDATE print_orders SET rendering_sha256 = sha256('other') WHERE public_id = $1`, [
    first.printOrderId,
  ]);
  await owner.query(
    `UPDATE print_orders SET rendering_signature = (SELECT rendering_signature FROM print_orders WHERE public_id = $1)
     WHERE public_id = $2`,
    [first.printOrderId, second.printOrderId],
  );
  const eventsBefore = (await securityEvents()).length;
  const third = (await lease())!;
  expect([first.printOrderId, second.printOrderId]).not.toContain(third.printOrderId);
  expect((await securityEvents()).slice(eventsBefore)).toEqual(['rendering-changed', 'rendering-changed']);
  const { problem, state } = await (
    await office.clerk()
  ).call('getPrintOrder', { printOrderId: first.printOrderId });
  expect({ problem, state }).toEqual({ problem: 'rendering-changed', state: 'rendered' });
}, 60_000);

test('a case that was changed after its grant gets no card', async () => {
  const { id } = (await owner.query<{ id: string }>(`SELECT application_id AS id FROM print_orders LIMIT 1`))
    .rows[0]!;
  const worker = office.printWorker();
  await owner.query(
    `INSERT INTO print_orders (id, public_id, permit_id, application_id, centre_party, state, revision)
     SELECT gen_random_uuid(), 'changed-after-grant-01', permit_id, application_id, centre_party, 'queued', 9999
     FROM print_orders LIMIT 1`,
  );
  const { rows } = await owner.query<{ draft_sealed: Buffer }>(
    'SELECT draft_sealed FROM applications WHERE id = $1',
    [id],
  );
  const changed = Buffer.from(rows[0]!.draft_sealed);
  changed[changed.length - 1]! ^= 1;
  await owner.query('UPDATE applications SET draft_sealed = $2 WHERE id = $1', [id, changed]);
  expect(await worker.call(printOrdersApi.leaseRendering, { waitSeconds: 0 })).toEqual({});
  await owner.query('UPDATE applications SET draft_sealed = $2, revision = revision + 1 WHERE id = $1', [
    id,
    rows[0]!.draft_sealed,
  ]);
  await owner.query(`UPDATE print_orders SET lease_until = NULL WHERE public_id = 'changed-after-grant-01'`);
  expect(await worker.call(printOrdersApi.leaseRendering, { waitSeconds: 0 })).toEqual({});
  const { rows: orders } = await owner.query(
    `SELECT problem, state FROM print_orders WHERE public_id = 'changed-after-grant-01'`,
  );
  expect(orders).toEqual([{ problem: 'changed-after-grant', state: 'queued' }]);
  await owner.query('UPDATE applications SET revision = revision - 1 WHERE id = $1', [id]);
  await owner.query(`UPDATE print_orders SET lease_until = NULL WHERE public_id = 'changed-after-grant-01'`);
  expect((await worker.call(printOrdersApi.leaseRendering, { waitSeconds: 0 })).order).toBeDefined();
}, 60_000);
