import { ROLE_CLASS, type CallerClass, type Role } from '@permit/domain/staff/roles.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { onLine, type Database } from './database.ts';
import { departuresOf } from './departures.ts';
import { Line, type RowsOf } from './line.ts';
import { statement, type Call } from './statement.ts';
import type { Talk } from './talk.ts';

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
  /** Parties whose role may make this call, narrowed to the one that the caller named; actingParty asks for one. */
  readonly actsFor?: readonly string[] | undefined;
  readonly roles: readonly { role: Role; partyId: string }[];
  /** Set where the owner's software asks, by its key. */
  readonly machineKeyId?: string | undefined;
}

/** One transaction under the caller's database role, with what must happen after it. */
export interface Tx {
  /** Knex on this transaction; each of its statements is a round trip. */
  readonly db: Database;
  /** Prepared statements, all in one round trip; answers the rows of each. */
  ask<const Calls extends readonly Call[]>(...calls: Calls): Promise<RowsOf<Calls>>;
  /** A prepared statement that nobody waits for: it goes with the next question or the COMMIT. */
  tell(call: Call): void;
  /** The same, with a check of its rows before anything of that message is answered. */
  expect<Row extends object>(call: Call<Row>, check: (rows: Row[]) => void): void;
  /** Runs a part that may fail by itself: its fault undoes this part and no more. */
  attempt<T>(part: () => Promise<T>): Promise<T>;
  /** Takes the database role of another class for what follows; asJob is the way to call it. */
  become(callerClass: CallerClass): void;
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
 * Runs `work` in one transaction as the caller: role and parties go with the first message, the bell rings after
 * the commit. An ApiError marked `commit` is thrown after the commit, every other fault rolls back.
 */
export async function inTransaction<T>(
  deps: Deps,
  caller: Caller,
  requestId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const rings = new Set<string>();
  const role = roleOf(caller.callerClass);
  const line = new Line(deps.db, role, SET_CALLER(role, ...whoIs(caller)));
  const tx = txOn(line, { deps, caller, requestId, rings });
  const outcome = await committed(line, () => settle(() => work(tx)));
  for (const kind of rings) deps.bell.ring(kind);
  return valueOf(outcome);
}

/**
 * The same, in one transaction with others that ask at this moment (docs/decisions/0049): for short actions that many
 * people send at once, that only ask and tell, and that have an Idempotency-Key. `key` names what the action changes:
 * two of one key never ride together. Whoever cannot ride is run alone, from the start.
 */
export async function inSharedTransaction<T>(
  { deps, caller, requestId, key }: { deps: Deps; caller: Caller; requestId: string; key: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const rings = new Set<string>();
  let outcome: Outcome<T> | undefined;
  const arrival = await departuresOf(deps.db).ride(key, {
    speaker: { who: whoIs(caller).join('|'), role: roleOf(caller.callerClass) },
    opening: (role) => SET_CALLER(role, ...whoIs(caller)),
    work: async (line) => {
      outcome = await settle(() => work(txOn(line, { deps, caller, requestId, rings })));
    },
  });
  if ('refused' in arrival) throw arrival.refused;
  if (!('done' in arrival) || !outcome) return inTransaction(deps, caller, requestId, work);
  for (const kind of rings) deps.bell.ring(kind);
  return valueOf(outcome);
}

type Outcome<T> = { readonly value: T } | { readonly kept: ApiError };

function valueOf<T>(outcome: Outcome<T>): T {
  if ('kept' in outcome) throw outcome.kept;
  return outcome.value;
}

function txOn(line: Talk, about: Pick<Tx, 'deps' | 'caller' | 'requestId'> & { rings: Set<string> }): Tx {
  const { rings, ...rest } = about;
  return {
    ...rest,
    db: onLine(about.deps.db, line),
    ask: (...calls) => line.ask(...calls),
    tell: (call) => line.tell(call),
    expect: (call, check) => line.expect(call, check),
    attempt: (part) => line.attempt(part),
    become: (callerClass) => line.become(roleOf(callerClass)),
    ring: (kind) => rings.add(kind),
  };
}

async function committed<T>(line: Line, work: () => Promise<T>): Promise<T> {
  try {
    const outcome = await work();
    await line.commit();
    return outcome;
  } catch (error) {
    await line.rollback();
    throw error;
  }
}

async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ApiError && error.commit) return { kept: error };
    throw error;
  }
}

/** Runs one step of a request as the job class, for what no person may do by themselves (open a case, count). */
export async function asJob<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  tx.become('job');
  const result = await work();
  tx.become(tx.caller.callerClass);
  return result;
}

/** Tells the history triggers why the next moves of this transaction are made. */
export async function setReason(tx: Tx, reason: string): Promise<void> {
  tx.tell(SET_REASON(reason));
}

const SET_REASON = statement(`SELECT set_config('permit.reason', $1, true)`);
const SET_CALLER = statement(
  `SELECT set_config('role', $1, true), set_config('permit.parties', $2, true),
          set_config('permit.person', $3, true), set_config('permit.role', $4, true)`,
);

const roleOf = (callerClass: CallerClass) => `permit_${callerClass}`;

/** Parties, person and role of the product, as the policies read them. */
function whoIs(caller: Caller): [parties: string, person: string, role: string] {
  const parties = caller.partyIds.filter((id) => UUID.test(id)).join(',');
  const person = caller.personId && UUID.test(caller.personId) ? caller.personId : '';
  const role = caller.role in ROLE_CLASS || caller.role === 'public' ? caller.role : 'system';
  return [`{${parties}}`, person, role];
}
