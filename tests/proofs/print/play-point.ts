import { httpPrintOrders } from '@permit/print/host/http-print-orders.ts';
import { OrderRefused, type LeaseName, type PrintOrders } from '@permit/print/host/print-orders.ts';
import type { PermitClient } from '@permit/print/permit-client.ts';
import type { Emission } from '@permit/print/printers/emissions-log.ts';
import type { PrinterFault } from '@permit/print/printers/simulator/faults.ts';
import { join } from 'node:path';
import { secondSigns } from '../../road/staff-elsewhere.ts';
import { openBench, type PrintBench } from './print-bench.ts';
import type { OrderRow, PrintOffice } from './print-office.ts';

export const ORDERS_A_POINT = 3;
/** Blanks that lie in each printer at a point. */
export const BLANKS_A_POINT = 9;
const FAULTS: readonly PrinterFault[] = [
  'none',
  'none',
  'none',
  'jam-at-half',
  'silent-after-card',
  'wrong-serial',
];
const STEP_MS = 300;
const FREEZE_MS = 200_000;
const MOST_STEPS = 500;
/** A host makes about this many calls before its second order is done. */
const LAST_CALL = 24;

export interface PointInit {
  readonly office: PrintOffice;
  readonly seed: number;
  /** Counts from 0 over the whole run: says which blanks lie in the printers. */
  readonly place: number;
  readonly checksLease: boolean;
  readonly folder: string;
}

export interface PlayedPoint {
  readonly emissions: readonly Emission[];
  readonly settled: boolean;
}

/** One seed's story on the real server: two hosts, one of them killed or frozen before one of its calls. */
export async function playPoint({
  office,
  seed,
  place,
  checksLease,
  folder,
}: PointInit): Promise<PlayedPoint> {
  const random = seededRandom(seed);
  const from = await office.openOrders(ORDERS_A_POINT);
  const orders = checksLease ? ordersOver(office.printHost()) : believing(office);
  const benches: PrintBench[] = [];
  for (const prefix of ['A-', 'B-']) {
    const first = place * BLANKS_A_POINT + 1;
    const range = { prefix, first, last: first + BLANKS_A_POINT - 1, digits: 6 };
    const faults = Array.from({ length: 8 }, () => FAULTS[Math.floor(random() * FAULTS.length)]!);
    const { nowMs } = office;
    benches.push(await openBench({ range, orders, faults, folder: join(folder, prefix), nowMs }));
  }
  const settled = await play({ office, benches, random, from });
  await Promise.all(benches.map((bench) => bench.host().kill()));
  const emissions = (await Promise.all(benches.map(({ log }) => log.read()))).flat();
  return { emissions, settled };
}

interface Play {
  readonly office: PrintOffice;
  readonly benches: readonly PrintBench[];
  readonly random: () => number;
  readonly from: number;
}

async function play({ office, benches, random, from }: Play): Promise<boolean> {
  const victim = benches[Math.floor(random() * benches.length)]!;
  const strikeAt = 1 + Math.floor(random() * LAST_CALL);
  const isFreeze = random() < 0.5;
  let victimCalls = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    office.pass(STEP_MS);
    const bench = benches[Math.floor(random() * benches.length)]!;
    const nowMs = office.nowMs();
    if (bench === victim && bench.frozenUntilMs <= nowMs && (victimCalls += 1) === strikeAt) {
      if (isFreeze) bench.frozenUntilMs = nowMs + FREEZE_MS;
      else await bench.restart();
    }
    if (bench.frozenUntilMs > nowMs) {
      // Nobody else has work: time passes until the sleeper wakes.
      if (random() < 0.1) office.pass(FREEZE_MS / 4);
    } else await bench.host().step();
    if (step % 6 !== 5) continue;
    await office.tick();
    const orders = await office.ordersFrom(from);
    if (isSettled(orders) && bench.frozenUntilMs <= nowMs) return true;
    await resolveDoubts(office, benches, orders);
  }
  return isSettled(await office.ordersFrom(from));
}

const isSettled = (orders: readonly OrderRow[]) =>
  orders.every(({ state }) => state === 'passed' || state === 'spoiled');

/** The clerk at the hoppers believes only the plastic; a spoiled blank is taken out of the printer. */
async function resolveDoubts(
  office: PrintOffice,
  benches: readonly PrintBench[],
  orders: readonly OrderRow[],
): Promise<void> {
  const clerk = await office.clerk();
  for (const { state, public_id: printOrderId, blank_serial: serial, lease_until: until } of orders) {
    if (state === 'unknown') {
      const { log } = benches.find(({ range }) => serial!.startsWith(range.prefix))!;
      const lines = await log.read();
      const cameOut = lines.some((line) => line.event === 'emitted' && line.serial === serial);
      if (!cameOut) await log.append({ event: 'rejected', serial: serial! });
      const looked = { printOrderId, note: 'looked at the hopper' };
      if (cameOut) await clerk.call('resolveUnknown', { ...looked, found: 'printed' });
      else
        await clerk.call('resolveUnknown', {
          ...looked,
          found: 'spoiled',
          ...(await secondSigns(office.road, 'supervisor')),
        });
    }
    // A card that was confirmed and not passed before its host was killed is passed by the clerk.
    if (state === 'printed' && (until?.getTime() ?? 0) < office.nowMs())
      await clerk.call('passCard', { printOrderId });
  }
}

/** The host's own client, except that it never waits for work: the proof's clock would stand still. */
function ordersOver(client: PermitClient): PrintOrders {
  return httpPrintOrders({
    call: (endpoint, input) =>
      client.call(endpoint, endpoint.id === 'leasePrint' ? ({ waitSeconds: 0 } as typeof input) : input),
  });
}

/**
 * The control: as if the server had no lease. Every call goes under the number that the order has now, and where the
 * order stands at another step the host goes on as if it had been allowed to.
 */
function believing(office: PrintOffice): PrintOrders {
  const orders = ordersOver(office.printHost());
  const anyway = async ({ printOrderId }: LeaseName, ask: (name: LeaseName) => Promise<void>) => {
    const leaseNo = await office.asJob(async (tx) => {
      const row = await tx.db('print_orders').where('public_id', printOrderId).first<{ lease_no: number }>();
      return row.lease_no;
    });
    await ask({ printOrderId, leaseNo }).catch((error: unknown) => {
      if (!(error instanceof OrderRefused) || error.reason === 'blank-refused') throw error;
    });
  };
  return {
    lease: () => orders.lease(),
    reserve: (name, serial) => anyway(name, (now) => orders.reserve(now, serial)),
    markSending: (name, serial) => anyway(name, (now) => orders.markSending(now, serial)),
    confirm: (name, outcome) => anyway(name, (now) => orders.confirm(now, outcome)),
    pass: (name) => anyway(name, (now) => orders.pass(now)),
  };
}

/** Mulberry32: a story's choices can be made again from its seed. */
function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
