import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import type { CardPrinter } from '../printers/card-printer.ts';
import { openFolderPrinter } from '../printers/folder-printer.ts';
import { FakePrintOrders } from './fake-print-orders.ts';
import { heldOrderFile } from './held-order.ts';
import type { HostPorts } from './print-one.ts';
import { runHost } from './run-host.ts';

const clock = () => new Date('2026-11-20T03:00:00Z');
const stock = ['WPC-0001', 'WPC-0002', 'WPC-0003'];
const silent = { info: () => undefined, warn: () => undefined };

let folder: string;
let ports: HostPorts;
let orders: FakePrintOrders;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-host-'));
  orders = new FakePrintOrders(['order-1', 'order-2'], stock);
  const printer = await openFolderPrinter({
    folder,
    blanks: { prefix: 'WPC-', first: 1, last: 3, digits: 4 },
    clock,
  });
  ports = { orders, printer, held: heldOrderFile(folder), pause: async () => {}, nowMs: () => 0 };
});

/** Stops after so many turns. */
const after = (turns: number) => () => (turns -= 1) < 0;

test('prints one order after the other and stops when it is told to', async () => {
  await runHost(ports, silent, after(3));
  expect(orders.orders.map(({ state }) => state)).toEqual(['passed', 'passed']);
  expect(await readdir(join(folder, 'cards'))).toEqual(['WPC-0001', 'WPC-0002']);
});

test('takes no order while its printer is not ready', async () => {
  const notReady: CardPrinter = {
    ...ports.printer,
    status: async () => ({ ready: false, problem: 'ribbon-out' }),
  };
  await runHost({ ...ports, printer: notReady }, silent, after(5));
  expect(orders.orders.map(({ leased }) => leased)).toEqual([false, false]);
});

test('reports the order in hand as unknown before it takes another', async () => {
  const lease = (await orders.lease())!;
  await orders.reserve(lease, 'WPC-0003');
  await orders.markSending(lease, 'WPC-0003');
  const { printOrderId, leaseNo } = lease;
  await ports.held.write({ printOrderId, leaseNo, blankSerial: 'WPC-0003', step: 'sending' });
  await runHost(ports, silent, after(2));
  expect(orders.orders.map(({ state }) => state)).toEqual(['unknown', 'passed']);
});

test('an unreadable note of the order in hand is set aside, and the host goes on', async () => {
  await writeFile(join(folder, 'held-order.json'), '{"printOrderId":');
  await runHost(ports, silent, after(1));
  expect(orders.stateOf('order-1')).toBe('passed');
  expect(await readdir(folder)).toContain('held-order.json.unreadable');
});

test('a fault of the printer after the card came out does not end the host; the next order is printed', async () => {
  let ejects = 0;
  const printer: CardPrinter = {
    ...ports.printer,
    eject: async (serial) => {
      ejects += 1;
      if (ejects === 1) throw new Error('the hopper does not answer');
      return ports.printer.eject(serial);
    },
  };
  await runHost({ ...ports, printer }, silent, after(4));
  expect(orders.orders.map(({ state }) => state)).toEqual(['printed', 'passed']);
});

test('a scanner that fails gives the order back', async () => {
  const printer: CardPrinter = {
    ...ports.printer,
    scanBlank: async () => Promise.reject(new Error('no scanner')),
  };
  await runHost({ ...ports, printer }, silent, after(1));
  expect(orders.orders[0]).toMatchObject({ state: 'rendered', leased: false });
});
