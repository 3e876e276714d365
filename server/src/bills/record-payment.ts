import { bankReportText, type BankReport } from '@permit/domain/contract/bank-report.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import { verify } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { payBill } from '../applications/pay-bill.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { sha256 } from '../ids.ts';
import { bankKey } from './bank-key.ts';
import { lockBillByRefs, type Bill } from './bill-store.ts';

type Outcome = OutputOf<typeof filingApi.bankCallback>;

/**
 * The bank's report of a payment. Signed; the same report twice changes nothing; money that fits no open bill is
 * kept and set aside for a person, never sent back by software and never lost.
 */
export async function recordPayment(tx: Tx, report: BankReport & { signature: string }): Promise<Outcome> {
  const text = Buffer.from(bankReportText(report));
  const key = await bankKey(tx.deps.config);
  if (!key || !verify(null, text, key, Buffer.from(report.signature, 'base64')))
    throw new ApiError('signature-wrong');
  // Two reports of one payment wait for each other here.
  await tx.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 1))', [report.bankReference]);
  const known = await tx
    .db('payments')
    .where('bank_reference', report.bankReference)
    .first<{ body_hash: Buffer } | undefined>('body_hash');
  if (known) {
    if (!known.body_hash.equals(sha256(text)))
      throw new ApiError('conflict', { detailCode: 'bank-reference-reused' });
    return { outcome: 'already-recorded' };
  }
  const bill = await lockBillByRefs(tx.db, report.ref1, report.ref2);
  const problem = problemOf(bill, report);
  await keepPayment(tx, { report, bill, problem, hash: sha256(text) });
  if (problem || !bill) return { outcome: 'set-aside' };
  await payBill(tx, bill, new Date(report.paidAt));
  return { outcome: 'recorded' };
}

function problemOf(bill: Bill | undefined, report: BankReport): string | undefined {
  if (!bill) return 'no-such-bill';
  if (bill.paidAt) return 'bill-already-paid';
  if (bill.amountSatang !== report.amountSatang) return 'amount-differs';
  return new Date(report.paidAt) > bill.dueAt ? 'paid-after-due' : undefined;
}

async function keepPayment(
  tx: Tx,
  {
    report,
    bill,
    problem,
    hash,
  }: { report: BankReport; bill: Bill | undefined; problem: string | undefined; hash: Buffer },
): Promise<void> {
  const outcome = problem ? 'set-aside' : 'recorded';
  await tx.db('payments').insert({
    bank_reference: report.bankReference,
    bill_id: bill?.id ?? null,
    application_id: bill?.applicationId ?? null,
    amount_satang: report.amountSatang,
    paid_at: report.paidAt,
    outcome,
    problem: problem ?? null,
    body_hash: hash,
  });
  await recordAudit(tx, {
    act: problem ? 'payment-set-aside' : 'payment-recorded',
    subjectKind: 'bill',
    subjectId: bill?.publicId ?? report.ref2,
    applicationId: bill?.applicationId,
    purpose: 'payment',
    detail: { bankReference: report.bankReference, ...(problem ? { problem } : {}) },
  });
}
