import { caseWaitsForBill } from '@permit/domain/money/case-waits-for-bill.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Bill } from '../bills/bill-store.ts';
import type { Tx } from '../database/transaction.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { dueAt } from './clock-of.ts';
import { lockApplicationById, moveApplication } from './application-store.ts';
import { openCaseTo } from './open-case.ts';
import { serviceOf } from './service-of.ts';

/** What a payment moves: the first fee brings the case before the contractor's check, the second grants it. */
const AFTER = { 'application-fee': 'in-document-check', 'permit-fee': 'granted' } as const;

/** Marks a bill as paid and moves its case; money for a case that has ended meanwhile is paid and nothing moves. */
export async function payBill(
  tx: Tx,
  bill: Bill,
  payment: { readonly paidAt: Date; readonly bankReference: string },
): Promise<void> {
  await tx
    .db('bills')
    .where('id', bill.id)
    .update({ paid_at: payment.paidAt, paid_by: payment.bankReference });
  const application = await lockApplicationById(tx.db, bill.applicationId);
  if (!application || !caseWaitsForBill(bill.kind, application.state)) return;
  const to = AFTER[bill.kind];
  const due = dueAt(serviceOf(application), to, tx.deps.clock.business());
  await moveApplication(tx.db, application.id, to, { due_at: due ?? null });
  if (bill.kind === 'application-fee') await openCaseTo(tx, application.id, { code: 'CONTRACTOR' }, 'act');
  await settleRenewal(tx, application.renewsPermit);
  await recordAudit(tx, {
    act: 'application-moved',
    subjectKind: 'application',
    subjectId: application.publicId,
    applicationId: application.id,
    purpose: 'payment',
    detail: { to },
  });
}
