import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type {
  financeApi,
  ReconciledDay,
  ReconciliationDifference,
} from '@permit/domain/contract/finance-api.ts';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { readerOfWords, sealWordsOf, type WordsReader } from '../people/words-of-people.ts';

interface DayRow {
  day: string;
  bank_count: number;
  bank_satang: number;
  our_count: number;
  our_satang: number;
  open: number;
  made_at: Date;
}

/** Days compared with the bank, newest first. */
export async function listReconciliations(tx: Tx): Promise<OutputOf<typeof financeApi.listReconciliations>> {
  return { days: (await daysOf(tx)).map(describeDay) };
}

/** One day that was just compared. */
export async function reconciledDay(tx: Tx, day: string): Promise<z.infer<typeof ReconciledDay>> {
  const [row] = await daysOf(tx, day);
  if (!row) throw notFound();
  return describeDay(row);
}

function daysOf(tx: Tx, day?: string): Promise<DayRow[]> {
  const query = tx
    .db('reconciliations as r')
    .orderBy('r.day', 'desc')
    .limit(100)
    .select<DayRow[]>(
      'r.*',
      tx.db.raw(`(SELECT count(*)::int FROM reconciliation_differences d
                  WHERE d.day = r.day AND d.cleared_by IS NULL) AS open`),
    );
  return day === undefined ? query : query.where('r.day', day);
}

function describeDay(row: DayRow): z.infer<typeof ReconciledDay> {
  return {
    day: row.day,
    bankCount: row.bank_count,
    bankSatang: row.bank_satang,
    ourCount: row.our_count,
    ourSatang: row.our_satang,
    openDifferences: row.open,
    madeAt: row.made_at.toISOString(),
  };
}

interface DifferenceRow {
  public_id: string;
  day: string;
  kind: z.infer<typeof ReconciliationDifference>['kind'];
  bank_reference: string;
  bank_satang: number | null;
  our_satang: number | null;
  found_at: Date;
  cleared_by: string | null;
  cleared_at: Date | null;
  reason_sealed: Buffer | null;
}

/** What nobody has cleared yet, oldest first; or what was cleared, newest first. */
export async function listDifferences(
  tx: Tx,
  { cleared }: InputOf<typeof financeApi.listDifferences>,
): Promise<OutputOf<typeof financeApi.listDifferences>> {
  const query = tx.db('reconciliation_differences').limit(200).select<DifferenceRow[]>();
  if (cleared) query.whereNotNull('cleared_by').orderBy('cleared_at', 'desc');
  else query.whereNull('cleared_by').orderBy('day').orderBy('found_at');
  const rows = await query;
  const words = await readerOfWords(
    tx,
    rows.map(({ cleared_by }) => cleared_by),
  );
  return { differences: rows.map((row) => describeDifference(row, words)) };
}

/** A person says why a difference is none, or what was done about it. */
export async function clearDifference(
  tx: Tx,
  { differenceId, reason }: InputOf<typeof financeApi.clearDifference>,
): Promise<OutputOf<typeof financeApi.clearDifference>> {
  const row = await tx
    .db('reconciliation_differences')
    .where('public_id', differenceId)
    .forUpdate()
    .first<DifferenceRow | undefined>();
  if (!row) throw notFound();
  if (row.cleared_by) throw new ApiError('wrong-state', { detailCode: 'difference-cleared' });
  const cleared_at = tx.deps.clock.now();
  const cleared_by = tx.caller.personId!;
  const changes = { cleared_by, cleared_at, reason_sealed: await sealWordsOf(tx, cleared_by, reason) };
  await tx.db('reconciliation_differences').where('public_id', differenceId).update(changes);
  const fact = { act: 'difference-cleared', subjectKind: 'difference', subjectId: differenceId };
  await recordAudit(tx, { ...fact, purpose: 'reconciliation', detail: { day: row.day, kind: row.kind } });
  return describeDifference({ ...row, ...changes }, await readerOfWords(tx, [cleared_by]));
}

function describeDifference(
  row: DifferenceRow,
  words: WordsReader,
): z.infer<typeof ReconciliationDifference> {
  const reason = words(row.cleared_by, row.reason_sealed);
  return {
    differenceId: row.public_id,
    day: row.day,
    kind: row.kind,
    bankReference: row.bank_reference,
    ...(row.bank_satang === null ? {} : { bankSatang: row.bank_satang }),
    ...(row.our_satang === null ? {} : { ourSatang: row.our_satang }),
    foundAt: row.found_at.toISOString(),
    ...(row.cleared_at ? { clearedAt: row.cleared_at.toISOString() } : {}),
    ...(reason ? { reason } : {}),
  };
}
