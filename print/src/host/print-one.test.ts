import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { EmissionsLog } from '../printers/emissions-log.ts';
import { openFolderPrinter } from '../printers/folder-printer.ts';
import type { PrinterFault } from '../printers/simulator/faults.ts';
import { SimulatedPrinter } from '../printers/simulator/simulated-printer.ts';
import { FakePrintOrders } from './fake-print-orders.ts';
import { heldOrderFile } from './held-order.ts';
import { printOne, type HostPorts } from './print-one.ts';
import { recover } from './recover.ts';

const blanks = { prefix: 'WPC-', first: 1, last: 9, digits: 4 };
const stock = Array.from({ length: 9 }, (_, at) => `WPC-000${at + 1}`);
const clock = () => new Date('2026-11-20T03:00:00Z');

let folder: string;
let log: EmissionsLog;
let orders: FakePrintOrders;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-one-'));
  log = new EmissionsLog(join(folder, 'emissions.log'), clock);
  orders = new FakePrintOrders(['order-1'], stock);
});

/** The simulated printer behind the port; a silent or cut answer is an error, as it is over HTTP. */
function simulated(...faults: PrinterFault[]): HostPorts['printer'] {
  const printer = new SimulatedPrinter(blanks, log, faults);
  return {
    status: () => printer.status(),
    scanBlank: () => printer.blank(),
    eject: (serial) => printer.putAway('ejected', serial),
    reject: (serial) => printer.putAway('rejected', serial),
    printFaces: async (job) => {
      const answer = await printer.print({ ...job, sha256: 'x' });
      if (answer === 'silent' || answer === 'cut') throw new Error('no answer');
      return answer;
    },
  };
}

function host(printer: HostPorts['printer'], changes: Partial<HostPorts> = {}): HostPorts {
  return { orders, printer, held: heldOrderFile(folder), pause: async () => {}, nowMs: () => 0, ...changes };
}

async function printFirst(ports: HostPorts) {
  return printOne(ports, (await ports.orders.lease())!);
}

const emitted = async () => (await log.read()).filter(({ event }) => event === 'emitted').length;

test.each<[PrinterFault, string, string, number]>([
  ['none', 'passed', 'passed', 1],
  ['jam-at-half', 'unknown', 'unknown', 0],
  ['success-without-card', 'unknown', 'unknown', 0],
  ['card-reported-failed', 'unknown', 'unknown', 1],
  ['two-cards', 'unknown', 'unknown', 1],
  ['wrong-serial', 'unknown', 'unknown', 1],
  ['ribbon-out', 'not-started', 'unknown', 0],
  ['cover-open', 'not-started', 'unknown', 0],
  ['silent-time-out', 'unknown', 'unknown', 0],
  ['silent-after-card', 'unknown', 'unknown', 1],
  ['offline', 'unknown', 'unknown', 0],
])('%s: ends %s, the order is %s, and %i card came out', async (fault, end, state, cards) => {
  expect(await printFirst(host(simulated(fault)))).toBe(end);
  expect(orders.stateOf('order-1')).toBe(state);
  expect(await emitted()).toBe(cards);
  expect(await heldOrderFile(folder).read()).toBeUndefined();
});

test('a doubtful card goes to the reject bin, a good one to the hopper', async () => {
  await printFirst(host(simulated('wrong-serial')));
  expect((await log.read()).map(({ event }) => event)).toEqual(['fed', 'emitted', 'rejected']);
});

test('a blank that the ledger does not know is rejected and the next one taken', async () => {
  orders = new FakePrintOrders(['order-1'], stock.slice(1));
  expect(await printFirst(host(simulated()))).toBe('passed');
  expect((await log.read()).map(({ event, serial }) => `${event} ${serial}`)).toEqual([
    'rejected WPC-0001',
    'fed WPC-0002',
    'emitted WPC-0002',
    'ejected WPC-0002',
  ]);
});

test('a rendering that is not the approved one is not printed', async () => {
  const lease = (await orders.lease())!;
  const changed = { ...lease, front: Buffer.from('another face') };
  expect(await printOne(host(simulated()), changed)).toBe('not-started');
  expect(await emitted()).toBe(0);
});

test('a host frozen between asking and sending prints nothing', async () => {
  let ms = 0;
  const frozen: HostPorts['orders'] = {
    lease: () => orders.lease(),
    reserve: (...given) => orders.reserve(...given),
    confirm: (...given) => orders.confirm(...given),
    pass: (lease) => orders.pass(lease),
    markSending: async (...given) => {
      await orders.markSending(...given);
      ms += 60_000;
      orders.endLeases();
    },
  };
  expect(await printFirst(host(simulated(), { orders: frozen, nowMs: () => ms }))).toBe('lease-lost');
  expect(await emitted()).toBe(0);
  expect(orders.stateOf('order-1')).toBe('unknown');
});

class Crash extends Error {}

/** Lets the nth call of any port be the last thing that happens: before it is done, or just after. */
function crashing(ports: HostPorts, at: number, after: boolean): HostPorts {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          calls += 1;
          if (calls === at && !after) throw new Crash();
          const result: unknown = await Reflect.apply(method, target, given);
          if (calls === at) throw new Crash();
          return result;
        };
      },
    });
  const pause = async () => {
    throw new Crash();
  };
  return {
    ...ports,
    orders: wrap(ports.orders),
    printer: wrap(ports.printer),
    held: wrap(ports.held),
    pause,
  };
}

const points = Array.from({ length: 20 }, (_, at) => ({ at: Math.floor(at / 2) + 1, after: at % 2 === 1 }));

test.each(points)(
  'killed at call $at (after: $after): one card at most, and the order is settled',
  async (point) => {
    const ports = host(simulated());
    const first = crashing(ports, point.at, point.after);
    await printOne(first, (await orders.lease())!).catch(() => undefined);
    await recover(ports);
    orders.endLeases();
    const lease = await orders.lease();
    if (lease) await printOne(ports, lease);
    expect(await emitted()).toBeLessThanOrEqual(1);
    expect(['passed', 'printed', 'unknown']).toContain(orders.stateOf('order-1'));
    if (orders.stateOf('order-1') === 'passed') expect(await emitted()).toBe(1);
  },
);

test('the folder printer leaves whole cards under the serial of their blank', async () => {
  const printer = await openFolderPrinter({ folder, blanks, clock });
  expect(await printFirst(host(printer))).toBe('passed');
  expect(await readdir(join(folder, 'cards', 'WPC-0001'))).toEqual(['back.png', 'card.pdf', 'front.png']);
  expect(await readFile(join(folder, 'cards', 'WPC-0001', 'front.png'), 'utf8')).toBe('front');
  expect((await log.read()).map(({ event }) => event)).toEqual(['fed', 'emitted', 'ejected']);
  expect(await printer.scanBlank()).toBe('WPC-0002');
});
