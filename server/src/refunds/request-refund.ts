import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { financeApi } from '@permit/domain/contract/finance-api.ts';
import { decideRefundRequest } from '@permit/domain/money/refund-rules.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { describeRefund, describeRefunds, sealPayee, type Payee, type RefundRow } from './refund-store.ts';

const HOLIDAYS = holidayDates();

/** The payer asks a fee back; the clock is that of service REF on the day of asking. */
export async function refundBill(
  tx: Tx,
  { billId, reason, ...payee }: InputOf<typeof financeApi.refundBill>,
): Promise<OutputOf<typeof financeApi.refundBill>> {
  const bill = await tx
    .db('bills')
    .where('public_id', billId)
    .first<{ id: string; application_id: string; amount_satang: number; paid_at: Date | null } | undefined>();
  if (!bill) throw notFound();
  const live = await tx.db('refunds').where('bill_id', bill.id).whereNot('state', 'refused').first('id');
  requireAllowed(decideRefundRequest({ paid: bill.paid_at !== null, hasLiveRefund: live !== undefined }));
  return requestRefund(tx, {
    billId: bill.id,
    applicationId: bill.application_id,
    amountSatang: bill.amount_satang,
    reason,
    payee,
  });
}

export interface NewRefund {
  readonly billId?: string;
  readonly setAsideId?: string;
  readonly applicationId: string | undefined;
  readonly amountSatang: number;
  readonly reason: string;
  readonly payee: Payee;
}

/** Writes a refund that waits for an officer; another live one of the same money is refused by the database. */
export async function requestRefund(
  tx: Tx,
  refund: NewRefund,
): Promise<OutputOf<typeof financeApi.refundBill>> {
  const { rows } = await tx.db.raw<{ rows: { running: number }[] }>(
    `SELECT nextval('refund_running') AS running`,
  );
  const today = bangkokDate(tx.deps.clock.business());
  const year = String((Number(today.slice(0, 4)) + 543) % 100);
  const id = newId();
  const publicId = newPublicId();
  await tx.db('refunds').insert({
    id,
    public_id: publicId,
    number: `RF${year}-${String(rows[0]!.running).padStart(8, '0')}`,
    bill_id: refund.billId ?? null,
    set_aside_id: refund.setAsideId ?? null,
    application_id: refund.applicationId ?? null,
    amount_satang: refund.amountSatang,
    state: 'requested',
    reason_sealed: await sealWordsOf(tx, tx.caller.personId!, refund.reason),
    payee_sealed: await sealPayee(tx, refund.payee),
    requested_by: tx.caller.personId,
    requested_at: tx.deps.clock.now(),
    ...(await clockOfToday(tx)),
  });
  const fact = { act: 'refund-requested', subjectKind: 'refund', subjectId: publicId, purpose: 'refund' };
  await recordAudit(tx, { ...fact, applicationId: refund.applicationId });
  return describeRefundOf(tx, publicId);
}

async function clockOfToday(tx: Tx): Promise<{ due_at: Date | null; catalogue_version: string }> {
  const today = bangkokDate(tx.deps.clock.business());
  const service = (await currentCatalogue(tx.db)).find('REF', today);
  if (!service?.offered) throw new ApiError('refused', { detailCode: 'service-not-offered' });
  const clock = service.clocks['decision'];
  const due_at = clock ? bangkokInstant(dueDate(clock, today, HOLIDAYS), '23:59') : null;
  return { due_at, catalogue_version: String(service.version) };
}

/** By public id; also built again for a repeated Idempotency-Key. */
export async function describeRefundOf(
  tx: Tx,
  publicId: string,
): Promise<OutputOf<typeof financeApi.refundBill>> {
  const row = await refundsWithBills(tx).where('r.public_id', publicId).first<RefundRow | undefined>();
  if (!row) throw notFound();
  return describeRefund(tx, row);
}

/** Refunds of the caller with the public id of their bill, where the caller may see that. */
export function refundsWithBills(tx: Tx) {
  return tx
    .db('refunds as r')
    .leftJoin('bills as b', 'b.id', 'r.bill_id')
    .select<RefundRow[]>('r.*', 'b.public_id as bill_public_id');
}

/** The caller's refunds, or all for a finance officer: those that wait first, the oldest due first. */
export async function listRefunds(
  tx: Tx,
  { state }: InputOf<typeof financeApi.listRefunds>,
): Promise<OutputOf<typeof financeApi.listRefunds>> {
  const query = refundsWithBills(tx).orderBy('r.due_at').orderBy('r.id').limit(200);
  if (state) query.where('r.state', state);
  return { refunds: await describeRefunds(tx, await query) };
}
