import type { RefundSummary } from '@permit/domain/contract/finance-api.ts';
import type { RefundState } from '@permit/domain/machines/refund-machine.ts';
import type { z } from 'zod';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { readerOfWords, type WordsReader } from '../people/words-of-people.ts';
import { openJson, personKey, sealJson, type PersonKey } from '../vault/person-vault.ts';

export interface Payee {
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBank?: string | undefined;
}

export interface RefundRow {
  id: string;
  public_id: string;
  number: string;
  bill_id: string | null;
  bill_public_id?: string | null;
  set_aside_id: string | null;
  application_id: string | null;
  amount_satang: number;
  state: RefundState;
  due_at: Date | null;
  reason_sealed: Buffer;
  payee_sealed: Buffer;
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decision_note_sealed: Buffer | null;
  paid_out_at: Date | null;
}

/** One refund that the caller may see, locked where the caller may move it. */
export async function lockRefund(tx: Tx, publicId: string): Promise<RefundRow | undefined> {
  return tx.db('refunds').where('public_id', publicId).forUpdate().first<RefundRow | undefined>();
}

/** The payee of a refund, sealed under the key of the person who asked (decisions.md 4). */
export async function sealPayee(tx: Tx, payee: Payee): Promise<Buffer> {
  return sealJson(await keyOf(tx, tx.caller.personId!), 'payee', payee);
}

/** The payee in the clear. Throws `erased` where the person who asked was erased. */
export async function openPayee(tx: Tx, refund: RefundRow): Promise<Payee> {
  return openJson<Payee>(await keyOf(tx, refund.requested_by), 'payee', refund.payee_sealed);
}

/** Read as the job class: a finance officer sees no people, only the account to pay to. */
async function keyOf(tx: Tx, personId: string): Promise<PersonKey> {
  const person = await asJob(tx, () =>
    tx.db('people').where('id', personId).first<{ wrapped_key: Buffer | null } | undefined>('wrapped_key'),
  );
  if (!person?.wrapped_key) throw new ApiError('erased');
  return personKey(tx.deps.keys, personId, person.wrapped_key);
}

/** Refunds as a list shows them; without the payee. */
export async function describeRefunds(
  tx: Tx,
  rows: readonly RefundRow[],
): Promise<z.infer<typeof RefundSummary>[]> {
  const words = await readerOfWords(
    tx,
    rows.map(({ requested_by }) => requested_by),
  );
  return rows.map((row) => describeRow(tx, row, words));
}

/** One refund as a list shows it. */
export async function describeRefund(tx: Tx, row: RefundRow): Promise<z.infer<typeof RefundSummary>> {
  return (await describeRefunds(tx, [row]))[0]!;
}

function describeRow(tx: Tx, row: RefundRow, words: WordsReader): z.infer<typeof RefundSummary> {
  const note = words(row.requested_by, row.decision_note_sealed);
  const earlier = row.state === 'requested' ? row.requested_by : row.decided_by;
  return {
    refundId: row.public_id,
    number: row.number,
    state: row.state,
    amountSatang: row.amount_satang,
    source: row.bill_id ? 'bill' : 'set-aside',
    ...(row.bill_public_id ? { billId: row.bill_public_id } : {}),
    reason: words(row.requested_by, row.reason_sealed) ?? '',
    requestedAt: row.requested_at.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    ...(note ? { decisionNote: note } : {}),
    ...(row.paid_out_at ? { paidOutAt: row.paid_out_at.toISOString() } : {}),
    mine: earlier === tx.caller.personId,
  };
}
