import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FakePrintOrders, type FakeOrder } from './fake-print-orders.ts';
import { heldOrderFile } from './held-order.ts';
import { SteppedHost } from './stepped-host.ts';
import { blankSerial, type BlankRange } from '../printers/blank-feeder.ts';
import type { CardPrinter } from '../printers/card-printer.ts';
import { EmissionsLog, type Emission } from '../printers/emissions-log.ts';
import type { PrinterFault } from '../printers/simulator/faults.ts';
import { SimulatedPrinter } from '../printers/simulator/simulated-printer.ts';

export interface Point {
  readonly seed: number;
  readonly checksLease: boolean;
  readonly folder: string;
}

export interface PointResult {
  readonly emissions: number;
  /** Revisions of which more than one card came out, and serials that came out twice. */
  readonly doubles: number;
  /** Blanks whose place in the ledger does not agree with what the printers' logs say. */
  readonly unbalanced: number;
  /** Orders that never came to an end. */
  readonly unsettled: number;
}

const ORDERS = ['order-1', 'order-2', 'order-3', 'order-4'];
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
const MOST_STEPS = 700;
/** A host makes about this many calls before its second order is done. */
const LAST_CALL = 24;

/** One seed's story from four rendered orders to the end. */
export async function runPoint({ seed, checksLease, folder }: Point): Promise<PointResult> {
  const random = seededRandom(seed);
  const clock = { ms: 0 };
  const ranges: BlankRange[] = ['A-', 'B-'].map((prefix) => ({ prefix, first: 1, last: 12, digits: 3 }));
  const serials = ranges.flatMap((range) =>
    Array.from({ length: 12 }, (_, at) => blankSerial(range, at + 1)),
  );
  const orders = new FakePrintOrders(ORDERS, serials, () => clock.ms);
  orders.checksLease = checksLease;
  const benches = await Promise.all(
    ranges.map((range, at) => openBench({ range, orders, clock, random, folder: join(folder, String(at)) })),
  );
  await playOut({ benches, orders, clock, random });
  const emissions = (await Promise.all(benches.map(({ log }) => log.read()))).flat();
  return judge(orders, emissions);
}

interface Bench {
  readonly log: EmissionsLog;
  readonly makeHost: () => SteppedHost;
  host: SteppedHost;
  frozenUntilMs: number;
}

interface BenchInit {
  readonly range: BlankRange;
  readonly orders: FakePrintOrders;
  readonly clock: { readonly ms: number };
  readonly random: () => number;
  readonly folder: string;
}

async function openBench({ range, orders, clock, random, folder }: BenchInit): Promise<Bench> {
  await mkdir(folder, { recursive: true });
  const log = new EmissionsLog(join(folder, 'emissions.log'), () => new Date(clock.ms));
  const script = Array.from({ length: 8 }, () => FAULTS[Math.floor(random() * FAULTS.length)]!);
  const printer = portOf(new SimulatedPrinter(range, log, script));
  const held = heldOrderFile(folder);
  const nowMs = () => clock.ms;
  const makeHost = () => new SteppedHost({ orders, printer, held, pause: async () => {}, nowMs });
  const host = makeHost();
  await host.start();
  return { log, makeHost, host, frozenUntilMs: 0 };
}

function portOf(printer: SimulatedPrinter): CardPrinter {
  return {
    status: () => printer.status(),
    scanBlank: () => printer.blank(),
    eject: (serial) => printer.putAway('ejected', serial),
    reject: (serial) => printer.putAway('rejected', serial),
    printFaces: async (job) => {
      const answer = await printer.print({ ...job, sha256: '' });
      if (answer === 'silent' || answer === 'cut') throw new Error('the printer did not answer');
      return answer;
    },
  };
}

interface Play {
  readonly benches: readonly Bench[];
  readonly orders: FakePrintOrders;
  readonly clock: { ms: number };
  readonly random: () => number;
}

/** Steps the hosts in a random order, strikes once, and lets a person resolve what is doubtful. */
async function playOut({ benches, orders, clock, random }: Play): Promise<void> {
  const victim = benches[Math.floor(random() * benches.length)]!;
  const strikeAt = 1 + Math.floor(random() * LAST_CALL);
  const isFreeze = random() < 0.5;
  let victimCalls = 0;
  for (let step = 0; step < MOST_STEPS && !isSettled(orders); step += 1) {
    clock.ms += STEP_MS;
    orders.endOldLeases();
    const bench = benches[Math.floor(random() * benches.length)]!;
    if (bench === victim && bench.frozenUntilMs <= clock.ms && (victimCalls += 1) === strikeAt) {
      if (isFreeze) bench.frozenUntilMs = clock.ms + FREEZE_MS;
      else await restart(bench);
    }
    if (bench.frozenUntilMs > clock.ms) {
      // Nobody else has work: time passes until the sleeper wakes.
      if (random() < 0.1) clock.ms += FREEZE_MS / 4;
    } else await bench.host.step();
    if (step % 12 === 0) await resolveDoubts(benches, orders);
  }
  await Promise.all(benches.map(({ host }) => host.kill()));
}

async function restart(bench: Bench): Promise<void> {
  await bench.host.kill();
  bench.host = bench.makeHost();
  await bench.host.start();
}

function isSettled({ orders }: FakePrintOrders): boolean {
  return orders.every(({ state }) => state === 'passed' || state === 'spoiled');
}

/** The person at the hoppers believes only the plastic; a spoiled blank is taken out of the printer. */
async function resolveDoubts(benches: readonly Bench[], orders: FakePrintOrders): Promise<void> {
  for (const order of orders.orders.filter((one) => one.state === 'unknown')) {
    const { serial = '' } = order;
    const bench = benches[serial.startsWith('A-') ? 0 : 1]!;
    const cameOut = (await bench.log.read()).some((one) => one.event === 'emitted' && one.serial === serial);
    if (!cameOut) await bench.log.append({ event: 'rejected', serial });
    orders.resolve(order, cameOut ? 'printed' : 'spoiled');
  }
  // A card that was confirmed and not passed before its host was killed is passed by the clerk.
  for (const order of orders.orders.filter((one) => one.state === 'printed' && !one.leased)) {
    orders.resolve(order, 'printed');
  }
}

function judge({ orders, stock }: FakePrintOrders, emissions: readonly Emission[]): PointResult {
  const emitted = emissions.filter(({ event }) => event === 'emitted');
  const revisionOf = new Map(orders.map((order): [string, string] => [order.id, order.revision]));
  const revisions = emitted.map(({ printOrderId = '' }) => revisionOf.get(printOrderId) ?? printOrderId);
  const serials = emitted.map(({ serial }) => serial);
  return {
    emissions: emitted.length,
    doubles: repeats(revisions) + repeats(serials),
    unbalanced: [...stock].filter(([serial, state]) => !agrees(serial, state, { orders, emissions })).length,
    unsettled: orders.filter(({ state }) => state !== 'passed' && state !== 'spoiled').length,
  };
}

const repeats = (names: readonly string[]) => names.length - new Set(names).size;

interface Truth {
  readonly orders: readonly FakeOrder[];
  readonly emissions: readonly Emission[];
}

/** Issued means that a card came out of it for a passed order; spoiled and blank mean that none did. */
function agrees(serial: string, state: string, { orders, emissions }: Truth): boolean {
  const cameOut = emissions.some((one) => one.event === 'emitted' && one.serial === serial);
  if (state !== 'issued') return !cameOut && state !== 'reserved';
  return cameOut && orders.some((order) => order.state === 'passed' && order.serial === serial);
}

/** Mulberry32: a story can be told again from its seed. */
function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
