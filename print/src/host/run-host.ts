import type { CardPrinter } from '../printers/card-printer.ts';
import { printOne, type HostPorts, type PrintEnd } from './print-one.ts';
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
  let idle = 0;
  while (!stopping()) {
    idle = (await turn(ports, log)) ? 0 : idle + 1;
    if (idle > 0) await ports.pause(Math.min(idle, 5));
  }
}

/** One turn; true where an order was worked on. */
async function turn(ports: HostPorts, log: HostLog): Promise<boolean> {
  if (!(await isReady(ports.printer, log))) return false;
  const order = await ports.orders.lease().catch((error: unknown) => {
    log.warn(
      { problem: error instanceof Error ? error.message : 'unknown' },
      'no orders to be had from the server',
    );
    return undefined;
  });
  if (!order) return false;
  const end: PrintEnd = await printOne(ports, order);
  const facts = { printOrderId: order.printOrderId, leaseNo: order.leaseNo, end };
  if (end === 'passed') log.info(facts, 'card printed and passed');
  else log.warn(facts, 'order ended without a passed card');
  return true;
}

async function isReady(printer: CardPrinter, log: HostLog): Promise<boolean> {
  const status = await printer.status().catch(() => ({ ready: false, problem: 'offline' }) as const);
  if (!status.ready) log.warn({ problem: status.problem }, 'printer is not ready');
  return status.ready;
}
