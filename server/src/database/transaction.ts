import { ROLE_CLASS, type CallerClass, type Role } from '@permit/domain/staff/roles.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import type { Database } from './database.ts';

/** Who asks, as read from the token; ids are internal. */
export interface Caller {
  readonly callerClass: CallerClass;
  readonly role: Role | 'public' | 'system';
  readonly personId: string | undefined;
  readonly accountId: string | undefined;
  readonly accountPublicId: string | undefined;
  readonly sessionId: string | undefined;
  /** Parties that row-level security opens. */
  readonly partyIds: readonly string[];
  readonly roles: readonly { role: Role; partyId: string }[];
}

/** One transaction under the caller's database role, with what must happen after it. */
export interface Tx {
  readonly db: Database;
  readonly deps: Deps;
  readonly caller: Caller;
  readonly requestId: string;
  /** Rings the bell for this kind of job once the transaction is committed. */
  ring(kind: string): void;
}

export const SYSTEM: Caller = {
  callerClass: 'job',
  role: 'system',
  personId: undefined,
  accountId: undefined,
  accountPublicId: undefined,
  sessionId: undefined,
  partyIds: [],
  roles: [],
};

export const PUBLIC: Caller = { ...SYSTEM, callerClass: 'public', role: 'public' };

const UUID = /^[0-9a-f-]{36}$/;

/**
 * Runs `work` in one transaction as the caller: role and parties are set with the first statement, the bell
 * rings after the commit. An ApiError marked `commit` is thrown after the commit, every other fault rolls back.
 */
export async function inTransaction<T>(
  deps: Deps,
  caller: Caller,
  requestId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const rings = new Set<string>();
  const outcome = await deps.db.transaction(async (db) => {
    await db.raw(callerSettings(caller));
    const tx: Tx = { db, deps, caller, requestId, ring: (kind) => rings.add(kind) };
    return settle(() => work(tx));
  });
  for (const kind of rings) deps.bell.ring(kind);
  if ('kept' in outcome) throw outcome.kept;
  return outcome.value;
}

async function settle<T>(work: () => Promise<T>): Promise<{ value: T } | { kept: ApiError }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ApiError && error.commit) return { kept: error };
    throw error;
  }
}

/** Runs one step of a request as the job class, for what no person may do by themselves (open a case, count). */
export async function asJob<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.db.raw('SET LOCAL ROLE permit_job');
  const result = await work();
  await tx.db.raw(`SET LOCAL ROLE permit_${tx.caller.callerClass}`);
  return result;
}

/** Tells the history triggers why the next moves of this transaction are made. */
export async function setReason(tx: Tx, reason: string): Promise<void> {
  await tx.db.raw(`SELECT set_config('permit.reason', ?, true)`, [reason]);
}

// One simple query with checked literals: bindings would cost a round trip more at the head of every request.
function callerSettings(caller: Caller): string {
  const parties = caller.partyIds.filter((id) => UUID.test(id)).join(',');
  const person = caller.personId && UUID.test(caller.personId) ? caller.personId : '';
  const role = caller.role in ROLE_CLASS || caller.role === 'public' ? caller.role : 'system';
  return `SET LOCAL ROLE permit_${caller.callerClass};
    SELECT set_config('permit.parties', '{${parties}}', true), set_config('permit.person', '${person}', true),
           set_config('permit.role', '${role}', true)`;
}
