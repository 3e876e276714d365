import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { financeApi } from '@permit/domain/contract/finance-api.ts';
import type { RefundState } from '@permit/domain/machines/refund-machine.ts';
import { decideTwoPersons } from '@permit/domain/money/refund-rules.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { describeRefund, lockRefund, openPayee, type RefundRow } from './refund-store.ts';

/** An officer of the Department approves or refuses; never the person who asked. */
export async function decideRefund(
  tx: Tx,
  { refundId, approve, note }: InputOf<typeof financeApi.decideRefund>,
): Promise<OutputOf<typeof financeApi.decideRefund>> {
  const refund = await refundIn(tx, refundId, 'requested');
  requireAllowed(decideTwoPersons(refund.requested_by, tx.caller.personId), 'same-person');
  await setReason(tx, approve ? 'refund-approved' : 'refund-refused');
  return move(tx, refund, {
    state: approve ? 'approved' : 'refused',
    decided_by: tx.caller.personId!,
    decided_at: tx.deps.clock.now(),
    decision_note_sealed: await sealWordsOf(tx, refund.requested_by, note),
  });
}

/** The money was sent back; never by the person who approved it. */
export async function payOutRefund(
  tx: Tx,
  { refundId, transferReference }: InputOf<typeof financeApi.payOutRefund>,
): Promise<OutputOf<typeof financeApi.payOutRefund>> {
  const refund = await refundIn(tx, refundId, 'approved');
  requireAllowed(decideTwoPersons(refund.decided_by ?? undefined, tx.caller.personId), 'same-person');
  return move(tx, refund, {
    state: 'paid-out',
    paid_out_by: tx.caller.personId!,
    paid_out_at: tx.deps.clock.now(),
    transfer_reference: transferReference,
  });
}

/** One refund with the payee's account; reading it is recorded (promises.md I12). */
export async function getRefund(
  tx: Tx,
  { refundId }: InputOf<typeof financeApi.getRefund>,
): Promise<OutputOf<typeof financeApi.getRefund>> {
  const refund = await tx.db('refunds').where('public_id', refundId).first<RefundRow | undefined>();
  if (!refund) throw notFound();
  await audit(tx, refund, 'refund-payee-read');
  const { payeeBank, ...payee } = await openPayee(tx, refund);
  return { ...(await describeRefund(tx, refund)), ...payee, ...(payeeBank ? { payeeBank } : {}) };
}

async function refundIn(tx: Tx, publicId: string, state: RefundState): Promise<RefundRow> {
  const refund = await lockRefund(tx, publicId);
  if (!refund) throw notFound();
  if (refund.state !== state) throw new ApiError('wrong-state');
  return refund;
}

async function move(
  tx: Tx,
  refund: RefundRow,
  changes: Partial<RefundRow> & { state: RefundState } & Record<string, unknown>,
): Promise<OutputOf<typeof financeApi.decideRefund>> {
  const moved = { ...changes, state_since: tx.db.raw('clock_timestamp()') };
  await tx.db('refunds').where('id', refund.id).update(moved);
  await audit(tx, refund, `refund-${changes.state}`);
  await tellOfRefund(tx, refund, changes.state);
  return describeRefund(tx, { ...refund, ...changes });
}

const TOLD = { approved: 'refund-approved', refused: 'refund-refused', 'paid-out': 'refund-paid' } as const;

/** Everybody of the case; money that belongs to no case has nobody but the officers who return it. */
async function tellOfRefund(tx: Tx, refund: RefundRow, state: RefundState): Promise<void> {
  if (state === 'requested' || !refund.application_id) return;
  await queueMessage(tx, {
    event: TOLD[state],
    key: `refund:${refund.id}:${state}`,
    to: { case: refund.application_id },
    values: { amountSatang: String(refund.amount_satang) },
  });
}

async function audit(tx: Tx, refund: RefundRow, act: string): Promise<void> {
  const fact = { act, subjectKind: 'refund', subjectId: refund.public_id, purpose: 'refund' };
  await recordAudit(tx, { ...fact, applicationId: refund.application_id ?? undefined });
}
