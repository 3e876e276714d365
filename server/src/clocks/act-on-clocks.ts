import type { Deps } from '../deps.ts';
import { dueCases, endCase } from './due-cases.ts';
import { endPermit, endedPermits } from './ended-permits.ts';
import { endVisit, leftVisits } from './left-visits.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';

/** What one turn of the clocks did. */
export interface ClockTurn {
  readonly cases: number;
  readonly visits: number;
  readonly permits: number;
  /** Records whose end failed; they stay due, are logged and listed, and are tried again. */
  readonly faults: number;
}

interface Ending {
  readonly name: 'cases' | 'visits' | 'permits';
  /** Ids of what is due, oldest first, after `after`. */
  find(tx: Tx, after: string | undefined, limit: number): Promise<readonly string[]>;
  /** Ends one under its lock; false where another worker or a person was faster. */
  end(tx: Tx, id: string): Promise<boolean>;
}

const ENDINGS: readonly Ending[] = [
  { name: 'cases', find: dueCases, end: endCase },
  { name: 'visits', find: leftVisits, end: endVisit },
  { name: 'permits', find: endedPermits, end: endPermit },
];

const BATCH = 100;
/** A turn ends after so many batches, so that one kind cannot keep the others waiting for ever. */
const BATCHES_A_TURN = 20;

/**
 * Ends everything whose clock has run out by business time: unpaid and unanswered cases, visits that nobody came to,
 * permits after their last day. Each record in a transaction of its own, under its lock and only if it is still
 * due: any number of workers end it exactly once, and one that fails keeps no other waiting.
 */
export async function actOnClocks(deps: Deps): Promise<ClockTurn> {
  const turn = { cases: 0, visits: 0, permits: 0, faults: 0 };
  for (const ending of ENDINGS) {
    let after: string | undefined;
    for (let batch = 0; batch < BATCHES_A_TURN; batch += 1) {
      const ids = await asSystem(deps, (tx) => ending.find(tx, after, BATCH));
      for (const id of ids) {
        const ended = await endOne(deps, ending, id);
        if (ended === 'fault') turn.faults += 1;
        else if (ended) turn[ending.name] += 1;
      }
      after = ids.at(-1);
      if (ids.length < BATCH) break;
    }
  }
  if (turn.cases + turn.visits + turn.permits > 0) deps.log.info(turn, 'clocks ran out');
  return turn;
}

async function endOne(deps: Deps, ending: Ending, id: string): Promise<boolean | 'fault'> {
  try {
    return await asSystem(deps, (tx) => ending.end(tx, id));
  } catch (error) {
    const err = (error as Error).message;
    deps.log.error({ err, id, kind: ending.name }, 'what is due could not be ended');
    return 'fault';
  }
}

const asSystem = <T>(deps: Deps, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(deps, SYSTEM, 'job:clocks', work);
