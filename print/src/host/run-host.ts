import type { CardPrinter } from '../printers/card-printer.ts';
import { printOne, type HostPorts, type PrintEnd } from './print-one.ts';
import type { LeasedPrint } from './print-orders.ts';
import { recover } from './recover.ts';

export interface HostLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/**
 * The host's life: settle what a crash left, then lease, print, lease. No lease is taken while the printer is not
 * ready, so that another host may print meanwhile. Ends after the order in hand when `stopping` says so.
 */
export async function runHost(ports: HostPorts, log: HostLog, stopping: () => boolean): Promise<void> {
  const recovered = await recover(ports);
  if (recovered !== 'nothing') log.warn({ recovered }, 'an order was in hand at the last end');
  let troubles = 0;
  while (!stopping()) {
    const startedMs = ports.nowMs();
    const end = await turn(ports, log);
    troubles = end === 'trouble' ? troubles + 1 : 0;
    if (end === 'trouble') await ports.pause(Math.min(troubles, MOST_BACK_OFF));
    // The server holds an empty request for a while; one that answers at once is not asked in a tight loop.
    else if (end === 'no-order' && ports.nowMs() - startedMs < SHORT_WAIT_MS) await ports.pause(1);
  }
}

const MOST_BACK_OFF = 6;
const SHORT_WAIT_MS = 1_000;

async function turn(ports: HostPorts, log: HostLog): Promise<'printed' | 'no-order' | 'trouble'> {
  if (!(await isReady(ports.printer, log))) return 'trouble';
  let order: LeasedPrint | undefined;
  try {
    order = await ports.orders.lease();
  } catch (error) {
    log.warn({ problem: error instanceof Error ? error.message : 'unknown' }, 'no orders to be had');
    return 'trouble';
  }
  if (!order) return 'no-order';
  const end = await printOrSettle(ports, order, log);
  const facts = { printOrderId: order.printOrderId, leaseNo: order.leaseNo, end };
  if (end === 'passed') log.info(facts, 'card printed and passed');
  else log.warn(facts, 'order ended without a passed card');
  // An order that could not begin comes back at once; the printer or the blanks need a person first.
  return end === 'passed' || end === 'unknown' || end === 'lease-lost' ? 'printed' : 'trouble';
}

/** A fault in the middle (disk full, printer gone) is settled like a crash: by what the host wrote down before. */
async function printOrSettle(
  ports: HostPorts,
  order: LeasedPrint,
  log: HostLog,
): Promise<PrintEnd | 'fault'> {
  try {
    return await printOne(ports, order);
  } catch (error) {
    log.warn({ problem: error instanceof Error ? error.message : 'unknown' }, 'a fault while printing');
    await recover(ports);
    return 'fault';
  }
}

async function isReady(printer: CardPrinter, log: HostLog): Promise<boolean> {
  const status = await printer.status().catch(() => ({ ready: false, problem: 'offline' }) as const);
  if (!status.ready) log.warn({ problem: status.problem }, 'printer is not ready');
  return status.ready;
}
