import type { KioskContext } from '../kiosk-context.ts';
import { newLease, passTime } from '../lease/lease.ts';
import { ServerProblem } from '../server/server-port.ts';

/**
 * Fetches keys, lease and today's people. True when the server answered; offline the day that was kept stays,
 * for as long as the lease lets it be read.
 */
export function refreshDay(context: KioskContext): Promise<boolean> {
  const { memory } = context;
  // One after the other: two at once would write one temporary file, and the clerk would read "internal". Each asks
  // the server anew, because a ticket may have been taken while the one before was under way.
  const before = memory.refreshing?.catch(() => false) ?? Promise.resolve(false);
  memory.refreshing = before.then(() => fetchDay(context));
  return memory.refreshing;
}

async function fetchDay(context: KioskContext): Promise<boolean> {
  const { memory, server, store, clock } = context;
  if (!store.state().enrolment) return false;
  try {
    const day = await server.call('station', 'stationManifest', {});
    const lease = newLease({
      serverTime: Date.parse(day.serverTime),
      leaseUntil: Date.parse(day.leaseUntil),
      extensions: store.state().lease?.extensions ?? 0,
    });
    memory.leaseCountedAt = clock.running();
    await store.saveDay(Buffer.from(JSON.stringify(day)));
    await store.record({ type: 'lease', lease });
    Object.assign(memory, { day, dayAsOf: clock.now(), online: true });
    context.emit({ type: 'visits-changed' });
    return true;
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    memory.online = !error.offline;
    return false;
  }
}

const WRITE_LEASE_EVERY_MS = 60_000;

/** Counts running time and the highest time seen; written once a minute, so that a restart gives little back. */
export async function countLease({ store, memory, clock }: KioskContext, always = false): Promise<void> {
  const { lease } = store.state();
  const ranMs = clock.running() - memory.leaseCountedAt;
  if (!lease || (!always && ranMs < WRITE_LEASE_EVERY_MS)) return;
  memory.leaseCountedAt = clock.running();
  await store.record({ type: 'lease', lease: passTime(lease, { ranMs, wall: clock.now() }) });
}
