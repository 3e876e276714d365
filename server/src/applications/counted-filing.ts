import type { CountedFiling as CountedFilingSchema } from '@permit/domain/contract/outage-shapes.ts';
import { showAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import type { z } from 'zod';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { countedAttempt, type CountedAttempt } from '../outages/counted-attempt.ts';
import { describeOutage, type OutageRow } from '../outages/outage-store.ts';
import type { CountedFiling } from './filed-at.ts';

type View = z.infer<typeof CountedFilingSchema>;

/**
 * The attempt by which a case is filed; undefined where the filer cites none. A code that does not count is refused:
 * nobody is to learn after paying that they were late all the same.
 * @param alone for the filing itself, so that no other case cites it meanwhile
 */
export async function attemptToFileBy(
  tx: Tx,
  serviceCode: string,
  attemptCode: string | undefined,
  options: { readonly alone?: boolean } = {},
): Promise<CountedAttempt | undefined> {
  if (attemptCode === undefined) return undefined;
  const attempt = await countedAttempt(tx, serviceCode, attemptCode, options);
  if (attempt.counts) return attempt;
  const { because } = attempt;
  throw new ApiError('refused', { detailCode: because, fields: [{ path: 'attemptCode', code: because }] });
}

const CITE = statement(
  'UPDATE applications SET counted_filed_at = $2, counted_attempt = $3, counted_outage = $4 WHERE id = $1',
);

/** Writes on a case that it counts as filed when it was tried; once, and of each attempt on one case. */
export function citeAttempt(tx: Tx, applicationId: string, attempt: CountedAttempt): void {
  tx.tell(CITE(applicationId, attempt.at, attempt.attemptId, attempt.outageId));
}

/** How a case counts as filed earlier, for whoever may see the case: the attempt itself stays closed to them. */
export async function countedFilingOf(
  tx: Tx,
  counted: CountedFiling | undefined,
): Promise<{ countedFiling?: View }> {
  if (!counted) return {};
  const { at, attemptId, outageId } = counted;
  return asJob(tx, async () => {
    const attempt = await tx.db('attempts').where('id', attemptId).first<{ code: string }>('code');
    const outage = await tx.db('outages').where('id', outageId).first<OutageRow>();
    const attemptCode = showAttemptCode(attempt.code);
    return { countedFiling: { at: at.toISOString(), attemptCode, outage: describeOutage(outage) } };
  });
}
