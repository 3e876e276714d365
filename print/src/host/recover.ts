import type { HostPorts } from './print-one.ts';
import { persist } from './persist.ts';
import { OrderRefused } from './print-orders.ts';

/**
 * What a host does first after its start: an order that it may have been sending becomes unknown, because only a
 * person at the hopper can tell what came out; one that it had only reserved goes back. Never a second print.
 */
export async function recover(ports: HostPorts): Promise<'nothing' | 'unknown' | 'released'> {
  const held = await ports.held.read();
  if (!held) return 'nothing';
  const { printOrderId, leaseNo, blankSerial, step } = held;
  const outcome = step === 'sending' ? ('unknown' as const) : ('not-started' as const);
  const report = { outcome, blankSerial, problem: 'found-after-restart' as const };
  try {
    await persist(() => ports.orders.confirm({ printOrderId, leaseNo }, report), ports.pause);
  } catch (error) {
    // The server has settled it already: its lease ended, or the last answer was lost on the way to us.
    if (!(error instanceof OrderRefused)) throw error;
  }
  await ports.held.clear();
  return step === 'sending' ? 'unknown' : 'released';
}
