import type { CardPrinter, PrintReport } from '../printers/card-printer.ts';
import { cardHash } from '../render/card-hash.ts';
import type { HeldOrderFile } from './held-order.ts';
import { persist, type Pause } from './persist.ts';
import { OrderRefused, type LeasedPrint, type PrintOrders, type PrintOutcome } from './print-orders.ts';

export interface HostPorts {
  readonly orders: PrintOrders;
  readonly printer: CardPrinter;
  readonly held: HeldOrderFile;
  readonly pause: Pause;
  /** Milliseconds that run on while the process or the machine sleeps. */
  readonly nowMs: () => number;
}

export type PrintEnd = 'passed' | 'unknown' | 'not-started' | 'lease-lost' | 'no-blank';

/**
 * Longest time between asking for `sending` and the first byte. A host that was frozen longer no longer knows what
 * was decided meanwhile; the lease is many times as long.
 */
const MOST_DELAY_MS = 5_000;

/** Blanks that the ledger refuses are put into the reject bin; after so many in a row somebody must look. */
const MOST_REFUSED_BLANKS = 5;

/**
 * One leased order on one blank: hash checked, serial scanned, reserved, sending, printed, read back, confirmed,
 * passed. Whatever cannot be said for certain is confirmed as unknown; nothing is ever printed a second time here.
 */
export async function printOne(ports: HostPorts, order: LeasedPrint): Promise<PrintEnd> {
  if (cardHash(order.front, order.back, order.pdf) !== order.renderingSha256) {
    await endWith(ports, order, { outcome: 'not-started', problem: 'rendering-differs' });
    return 'not-started';
  }
  try {
    const blankSerial = await reserveBlank(ports, order);
    if (blankSerial === undefined) {
      await endWith(ports, order, { outcome: 'not-started', problem: 'no-blank' });
      return 'no-blank';
    }
    await ports.held.write({ ...nameOf(order), blankSerial, step: 'sending' });
    const askedAt = await askToSend(ports, order, blankSerial);
    const isStale = ports.nowMs() - askedAt > MOST_DELAY_MS;
    const report = isStale ? STALE : await printSafely(ports.printer, order, blankSerial);
    return await settle(ports, order, { blankSerial, report });
  } catch (error) {
    if (!(error instanceof OrderRefused)) throw error;
    // Another holds the order now, or a person decided over it: our knowledge is stale and is not written.
    await ports.held.clear();
    return 'lease-lost';
  }
}

const STALE: PrintReport = { outcome: 'doubtful', problem: 'no-answer' };

/** When the attempt that succeeded was asked. */
async function askToSend(
  { orders, pause, nowMs }: HostPorts,
  order: LeasedPrint,
  serial: string,
): Promise<number> {
  return persist(async () => {
    const askedAt = nowMs();
    await orders.markSending(nameOf(order), serial);
    return askedAt;
  }, pause);
}

const nameOf = ({ printOrderId, leaseNo }: LeasedPrint) => ({ printOrderId, leaseNo });

async function reserveBlank(ports: HostPorts, order: LeasedPrint): Promise<string | undefined> {
  for (let refused = 0; refused < MOST_REFUSED_BLANKS; refused += 1) {
    const blankSerial = await ports.printer.scanBlank().catch(() => undefined);
    if (blankSerial === undefined) return undefined;
    await ports.held.write({ ...nameOf(order), blankSerial, step: 'reserved' });
    try {
      await persist(() => ports.orders.reserve(nameOf(order), blankSerial), ports.pause);
      return blankSerial;
    } catch (error) {
      if (!(error instanceof OrderRefused) || error.reason !== 'blank-refused') throw error;
      await ports.printer.reject(blankSerial);
    }
  }
  return undefined;
}

/** A printer that throws may have done anything: that is doubtful, not failed. */
async function printSafely(
  printer: CardPrinter,
  order: LeasedPrint,
  blankSerial: string,
): Promise<PrintReport> {
  const { printOrderId, front, back, pdf } = order;
  try {
    return await printer.printFaces({ printOrderId, blankSerial, front, back, pdf });
  } catch {
    return { outcome: 'doubtful', problem: 'no-answer' };
  }
}

interface Printed {
  readonly blankSerial: string;
  readonly report: PrintReport;
}

/**
 * Writes down how it ended. A card that is not certainly good goes to the reject bin, away from the good ones, where
 * the person who looks finds it.
 */
async function settle(ports: HostPorts, order: LeasedPrint, printed: Printed): Promise<PrintEnd> {
  const { printer } = ports;
  const isUntouched =
    printed.report.outcome === 'nothing-happened' && (await stillInFront(printer, printed.blankSerial));
  const outcome = isUntouched ? untouched(printed.report) : outcomeOf(order, printed);
  try {
    await persist(() => ports.orders.confirm(nameOf(order), outcome), ports.pause);
  } catch (error) {
    if (!isUntouched) await printer.reject(printed.blankSerial).catch(() => undefined);
    throw error;
  }
  if (outcome.outcome === 'unknown') await printer.reject(printed.blankSerial).catch(() => undefined);
  if (outcome.outcome === 'printed') {
    await printer.eject(printed.blankSerial);
    await persist(() => ports.orders.pass(nameOf(order)), ports.pause);
  }
  await ports.held.clear();
  return outcome.outcome === 'printed' ? 'passed' : outcome.outcome;
}

/** A printer that says "nothing happened" is believed only while the same blank still lies in front. */
async function stillInFront(printer: CardPrinter, blankSerial: string): Promise<boolean> {
  return (await printer.scanBlank().catch(() => undefined)) === blankSerial;
}

function untouched(report: PrintReport): PrintOutcome {
  return { outcome: 'not-started', ...('problem' in report ? { problem: report.problem } : {}) };
}

/** What may be written of a blank that was touched: only one card, read back with the scanned serial, is printed. */
export function outcomeOf(order: LeasedPrint, { blankSerial, report }: Printed): PrintOutcome {
  if (report.outcome === 'nothing-happened') return { outcome: 'unknown', problem: report.problem };
  const read = report.serialReadBack === undefined ? {} : { blankSerial: report.serialReadBack };
  if (report.outcome === 'doubtful') return { outcome: 'unknown', problem: report.problem, ...read };
  if (report.cardsCounted !== 1) return { outcome: 'unknown', problem: 'two-cards', ...read };
  if (report.serialReadBack === undefined) return { outcome: 'unknown', problem: 'serial-unreadable' };
  if (report.serialReadBack !== blankSerial)
    return { outcome: 'unknown', problem: 'serial-differs', ...read };
  return { outcome: 'printed', blankSerial, sha256: order.renderingSha256 };
}

async function endWith(ports: HostPorts, order: LeasedPrint, outcome: PrintOutcome): Promise<void> {
  await persist(() => ports.orders.confirm(nameOf(order), outcome), ports.pause);
  await ports.held.clear();
}
