import { countAttempt, NEEDED_TO_FILE, type NotCounted } from '@permit/domain/receipts/count-attempt.ts';
import { readAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';

/** An attempt that counts: by it something is filed at `at`, because of this outage. */
export interface CountedAttempt {
  readonly counts: true;
  readonly at: Date;
  readonly attemptId: string;
  readonly code: string;
  readonly outageId: string;
}

export type AttemptCounting = CountedAttempt | { readonly counts: false; readonly because: NotCounted };

interface Found {
  readonly id: string;
  readonly code: string;
  readonly service_code: string;
  readonly tried_at: Date;
  readonly cited: boolean;
  readonly outage_id: string | null;
}

const FIND = statement<Found>(
  `SELECT t.id, t.code, t.service_code, t.tried_at, o.id AS outage_id,
          EXISTS (SELECT 1 FROM applications a WHERE a.counted_attempt = t.id) AS cited
   FROM attempts t LEFT JOIN LATERAL (
     SELECT id FROM outages
     WHERE affected && '{${NEEDED_TO_FILE.join(',')}}' AND started_at <= t.tried_at AND (ended_at IS NULL OR ended_at >= t.tried_at)
     ORDER BY started_at LIMIT 1) o ON true
   WHERE t.code = $1`,
);
// Two cases that cite one attempt at one moment: the second waits, and is told. The index is what forbids it.
const ALONE = statement(`SELECT pg_advisory_xact_lock(hashtextextended('attempt:' || $1, 0))`);

/**
 * Whether what is filed now counts as filed at an attempt: the one rule for cases and notices.
 * @param typed the code as it was typed, with or without hyphen
 * @param alone nobody else cites it until the end of this transaction
 */
export async function countedAttempt(
  tx: Tx,
  serviceCode: string,
  typed: string,
  { alone = false } = {},
): Promise<AttemptCounting> {
  const code = readAttemptCode(typed);
  const found = code && (await asJob(tx, () => find(tx, code, alone)));
  if (!found) return { counts: false, because: 'attempt-unknown' };
  const answer = countAttempt(onRecord(found), { serviceCode, now: tx.deps.clock.business() });
  return answer.counts ? { ...answer, attemptId: found.id, code: found.code } : answer;
}

async function find(tx: Tx, code: string, alone: boolean): Promise<Found | undefined> {
  if (alone) await tx.ask(ALONE(code));
  const [[found]] = await tx.ask(FIND(code));
  return found;
}

const onRecord = ({ service_code, tried_at, cited, outage_id }: Found) => ({
  ...{ serviceCode: service_code, triedAt: tried_at },
  ...{ cited, outageId: outage_id ?? undefined },
});
