import { bankReportText, type BankReport } from '@permit/domain/contract/bank-report.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { moneyApi } from '@permit/domain/contract/money-api.ts';
import { planPayment, type PaymentPlan, type PaymentTarget } from '@permit/domain/money/plan-payment.ts';
import { verify } from 'node:crypto';
import { payBill } from '../applications/pay-bill.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { newId, newPublicId, sha256 } from '../ids.ts';
import { bankKey } from './bank-key.ts';
import { lockGroupByRefs, memberIds, type BillGroupRow } from './bill-group-store.ts';
import { lockBillByRefs, lockBills, type Bill } from './bill-store.ts';
import { issueReceipts } from './issue-receipts.ts';

type Outcome = OutputOf<typeof moneyApi.bankCallback>;

/** How we learned of a payment: the bank called, or we asked it. */
export type Heard = 'reported' | 'asked';

/** The bank's own report of a payment, signed. */
export async function recordPayment(tx: Tx, report: BankReport & { signature: string }): Promise<Outcome> {
  const key = await bankKey(tx.deps.config);
  const text = Buffer.from(bankReportText(report));
  if (!key || !verify(null, text, key, Buffer.from(report.signature, 'base64')))
    throw new ApiError('signature-wrong');
  return keepReport(tx, report, 'reported');
}

/**
 * Keeps what the bank says of one payment. The same report twice changes nothing; money that fits no open bill is
 * kept and set aside for a person, never sent back by software and never lost. Runs as the job class.
 */
export async function keepReport(tx: Tx, report: BankReport, heard: Heard): Promise<Outcome> {
  const hash = sha256(bankReportText(report));
  // Two reports of one payment wait for each other here.
  await tx.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 1))', [report.bankReference]);
  const known = await tx
    .db('payments')
    .where('bank_reference', report.bankReference)
    .first<{ body_hash: Buffer } | undefined>('body_hash');
  if (known) {
    if (!known.body_hash.equals(hash))
      throw new ApiError('conflict', { detailCode: 'bank-reference-reused' });
    return { outcome: 'already-recorded' };
  }
  const meant = await whatIsMeant(tx, report);
  const paidAt = new Date(report.paidAt);
  const plan = planPayment(meant.target, { amountSatang: report.amountSatang, paidAt });
  const money: Money = { report, paidAt, hash, heard, meant, plan };
  await keepPayment(tx, money);
  await setAsideRest(tx, money);
  await payPlanned(tx, money);
  return { outcome: plan.pays.length > 0 ? 'recorded' : 'set-aside' };
}

interface Meant {
  readonly bills: readonly Bill[];
  readonly group: BillGroupRow | undefined;
  readonly target: PaymentTarget | undefined;
}

interface Money {
  readonly report: BankReport;
  readonly paidAt: Date;
  readonly hash: Buffer;
  readonly heard: Heard;
  readonly meant: Meant;
  readonly plan: PaymentPlan;
}

/** The bill or the bill of many that the references name, locked. */
async function whatIsMeant(tx: Tx, { ref1, ref2 }: BankReport): Promise<Meant> {
  const bill = await lockBillByRefs(tx.db, ref1, ref2);
  const group = bill ? undefined : await lockGroupByRefs(tx.db, ref1, ref2);
  const bills = bill ? [bill] : group ? await lockBills(tx.db, await memberIds(tx.db, group.id)) : [];
  const whole = group
    ? { totalSatang: group.amount_satang, dueAt: group.due_at }
    : bill && { totalSatang: bill.amountSatang, dueAt: bill.dueAt };
  const members = bills.map(({ id, amountSatang, paidAt }) => ({
    billId: id,
    amountSatang,
    isPaid: paidAt !== undefined,
  }));
  return { bills, group, target: whole && { ...whole, bills: members } };
}

async function keepPayment(tx: Tx, { report, hash, heard, meant, plan }: Money): Promise<void> {
  const single = meant.group ? undefined : meant.bills[0];
  const problem = plan.setAside?.problem;
  await tx.db('payments').insert({
    bank_reference: report.bankReference,
    bill_id: single?.id ?? null,
    group_id: meant.group?.id ?? null,
    application_id: single?.applicationId ?? null,
    amount_satang: report.amountSatang,
    paid_at: report.paidAt,
    outcome: plan.pays.length > 0 ? 'recorded' : 'set-aside',
    problem: problem ?? null,
    body_hash: hash,
    heard,
  });
  await recordAudit(tx, {
    act: plan.pays.length > 0 ? 'payment-recorded' : 'payment-set-aside',
    subjectKind: meant.group ? 'bill-group' : 'bill',
    subjectId: meant.group?.public_id ?? single?.publicId ?? report.ref2,
    applicationId: single?.applicationId,
    purpose: 'payment',
    detail: {
      bankReference: report.bankReference,
      heard,
      pays: plan.pays.length,
      ...(problem ? { problem } : {}),
    },
  });
}

async function setAsideRest(tx: Tx, { report, meant, plan }: Money): Promise<void> {
  if (!plan.setAside) return;
  const single = meant.group ? undefined : meant.bills[0];
  await tx.db('set_aside_money').insert({
    id: newId(),
    public_id: newPublicId(),
    bank_reference: report.bankReference,
    amount_satang: plan.setAside.satang,
    problem: plan.setAside.problem,
    bill_id: single?.id ?? null,
    group_id: meant.group?.id ?? null,
    application_id: single?.applicationId ?? null,
  });
}

/** Pays each planned bill once and gives the receipts, which lock their series, at the very end. */
async function payPlanned(tx: Tx, { report, paidAt, meant, plan }: Money): Promise<void> {
  const planned = new Set(plan.pays);
  const bills = meant.bills.filter(({ id }) => planned.has(id));
  const { bankReference } = report;
  for (const bill of bills) await payBill(tx, bill, { paidAt, bankReference });
  await issueReceipts(tx, bills, { bankReference, paidAt, payerParty: meant.group?.party_id });
}
