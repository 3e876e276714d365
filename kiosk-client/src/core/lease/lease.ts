/**
 * The lease of a station (decisions.md 14): how long it may go on reading names and handing over cards without
 * the server. It ends by running time or by the highest time ever seen, whichever is first; a clock set back
 * gives nothing, and nothing but the server or a one-use code makes it longer. Sealing never needs a lease.
 */
export interface Lease {
  /** Milliseconds of running that the server gave. */
  readonly allowedMs: number;
  readonly usedMs: number;
  /** Server time at which it ends, milliseconds since 1970. */
  readonly endsAt: number;
  /** Highest wall time seen since the server spoke last. */
  readonly highestSeen: number;
  /** Codes used so far. */
  readonly extensions: number;
}

/** A lease as the server gives it; a lease that would have ended before it began allows nothing. */
export function newLease(given: { serverTime: number; leaseUntil: number; extensions?: number }): Lease {
  const { serverTime, leaseUntil, extensions = 0 } = given;
  const allowedMs = Math.max(0, leaseUntil - serverTime);
  return { allowedMs, usedMs: 0, endsAt: leaseUntil, highestSeen: serverTime, extensions };
}

/** Time has passed: `ranMs` by a clock that only runs forward, `wall` by the one that people can set. */
export function passTime(lease: Lease, passed: { ranMs: number; wall: number }): Lease {
  const ranMs = Number.isFinite(passed.ranMs) ? Math.max(0, passed.ranMs) : 0;
  const highestSeen = Math.max(lease.highestSeen, Number.isFinite(passed.wall) ? passed.wall : 0);
  return { ...lease, usedMs: lease.usedMs + ranMs, highestSeen };
}

/** Milliseconds left, 0 when it has ended. */
export function leftOf(lease: Lease | undefined): number {
  if (!lease) return 0;
  return Math.max(0, Math.min(lease.allowedMs - lease.usedMs, lease.endsAt - lease.highestSeen));
}

/** What a lease is asked about. `seal` covers everything from the notice to the sealed packet. */
export type LeasedAct = 'seal' | 'upload' | 'read' | 'hand-over';

/** Sealing and sending never stop; reading and handing over end with the lease. */
export function leaseAllows(lease: Lease | undefined, act: LeasedAct): boolean {
  return act === 'seal' || act === 'upload' || leftOf(lease) > 0;
}

/** The lease after a code that was checked: so many hours from now on, and its counter is used up. */
export function extendLease(lease: Lease, hours: number): Lease {
  const addMs = hours * 3_600_000;
  return {
    ...lease,
    allowedMs: Math.max(lease.allowedMs, lease.usedMs) + addMs,
    endsAt: Math.max(lease.endsAt, lease.highestSeen) + addMs,
    extensions: lease.extensions + 1,
  };
}
