import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { RefundState } from '@permit/domain/machines/refund-machine.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { findApplicationById } from '../applications/application-store.ts';
import { asBusinessTime } from '../clock.ts';
import { billFromRow, type BillRow } from '../bills/bill-store.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { readerOfWords } from '../people/words-of-people.ts';
import type { RefundRow } from '../refunds/refund-store.ts';
import { feeName } from './compose-money.ts';
import { paperCaseOf, sharedParts } from './paper-case.ts';
import type { PaperDraft } from './paper-draft.ts';

const OUTCOME: Readonly<Record<Exclude<RefundState, 'requested'>, { thai: string; english: string }>> = {
  approved: {
    thai: 'อนุมัติให้คืนค่าธรรมเนียม รอการโอนเงิน',
    english: 'The refund was approved; the money will be sent.',
  },
  refused: { thai: 'ไม่อนุมัติให้คืนค่าธรรมเนียม', english: 'The refund was refused.' },
  'paid-out': {
    thai: 'อนุมัติให้คืนค่าธรรมเนียม และโอนเงินแล้ว',
    english: 'The refund was approved and the money was sent.',
  },
};

type Decided = RefundRow & { readonly decided_at: Date | null; readonly transfer_reference: string | null };

/** What became of a fee that was asked back, for the payer; neither name nor account of the payee stands on it. */
export async function composeRefundNotice(
  tx: Tx,
  refundId: string,
  language: Language | undefined,
): Promise<PaperDraft> {
  const refund = await tx.db('refunds').where('public_id', refundId).first<Decided | undefined>();
  const application = refund?.application_id && (await findApplicationById(tx.db, refund.application_id));
  if (!refund?.decided_at || refund.state === 'requested' || !application) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  // Beside due dates of the business clock, so that a demonstration shows one clock.
  const dayOf = (real: Date) => bangkokDate(asBusinessTime(tx.deps.clock, real));
  const at = refund.paid_out_at ?? refund.decided_at;
  const issuedOn = dayOf(at);
  const words = await readerOfWords(tx, [refund.requested_by]);
  const note = words(refund.requested_by, refund.decision_note_sealed);
  return {
    kind: 'refund-notice',
    subjectId: refundId,
    fileName: `refund-${refund.number}.pdf`,
    paper: {
      kind: 'refund-notice',
      ...sharedParts(tx, paperCase, { kind: 'refund-notice', issuedOn }),
      refundNo: refund.number,
      decidedOn: dayOf(refund.decided_at),
      outcome: OUTCOME[refund.state],
      satang: refund.amount_satang,
      items: await itemsOf(tx, refund),
      ...(note ? { note } : {}),
      ...(refund.paid_out_at ? { paidOutOn: dayOf(refund.paid_out_at) } : {}),
      ...(refund.transfer_reference ? { transferReference: refund.transfer_reference } : {}),
    },
    proof: {
      part: { kind: 'refund-notice', number: refund.number, issuedOn, satang: refund.amount_satang },
      fullName: paperCase.holder.latin,
      at,
    },
    kept: { applicationId: application.id, key: paperCase.key },
  };
}

/** The prices of the bill that is given back; money that fitted no bill has no price of its own. */
async function itemsOf(tx: Tx, refund: Decided) {
  const row = await tx.db('bills').where('id', refund.bill_id).first<BillRow | undefined>();
  if (!row)
    return [{ what: { thai: 'เงินที่ชำระเกิน', english: 'Money paid too much' }, satang: refund.amount_satang }];
  return billFromRow(row).fees.map(({ code, satang }) => ({ what: feeName(code), satang }));
}
