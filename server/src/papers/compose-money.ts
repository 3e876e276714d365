import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { FEE_NAMES } from '@permit/domain/catalogue/fee-names.ts';
import { BANK_PAUSE } from '@permit/domain/money/bank-pause.ts';
import { findApplicationById } from '../applications/application-store.ts';
import { BILLER_ID } from '../bills/biller.ts';
import { billFromRow, type BillRow } from '../bills/bill-store.ts';
import { payInCodeOf, promptPayOf } from '../bills/describe-bill.ts';
import type { ReceiptRow } from '../bills/receipt-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { partyName } from './party-name.ts';
import { paperCaseOf, sharedParts } from './paper-case.ts';
import type { PaperDraft } from './paper-draft.ts';

/** What a fee is called on papers. */
export function feeName(code: string): { thai: string; english: string } {
  const name = (FEE_NAMES as Record<string, { th: string; en: string } | undefined>)[code];
  return name ? { thai: name.th, english: name.en } : { thai: 'ค่าธรรมเนียม', english: `Fee (${code})` };
}

const PAUSE_REMARK = {
  thai: `ธนาคารพักระบบ ${BANK_PAUSE.from}-${BANK_PAUSE.to} น. ทุกวัน ไม่ควรทำรายการในเวลานั้น`,
  english: `Banks pause from ${BANK_PAUSE.from} to ${BANK_PAUSE.to} every day: do not pay then.`,
};

/** The receipt of one price; the same for ever. */
export async function composeReceipt(
  tx: Tx,
  receiptId: string,
  language: Language | undefined,
): Promise<PaperDraft> {
  const receipt = await tx.db('receipts').where('public_id', receiptId).first<ReceiptRow | undefined>();
  const application = receipt && (await findApplicationById(tx.db, receipt.application_id));
  if (!receipt || !application) throw notFound();
  const paperCase = await paperCaseOf(tx, application, language);
  const issuedOn = bangkokDate(receipt.issued_at);
  const { holder, key } = paperCase;
  return {
    kind: 'receipt',
    subjectId: receipt.public_id,
    fileName: `receipt-${receipt.number}.pdf`,
    paper: {
      kind: 'receipt',
      ...sharedParts(tx, paperCase, { kind: 'receipt', issuedOn }),
      receiptNo: receipt.number,
      paidOn: bangkokDate(receipt.paid_at),
      paidTime: bangkokTime(receipt.paid_at),
      bankReference: receipt.bank_reference,
      payer: await asJob(tx, () => partyName(tx, receipt.payer_party)),
      items: [{ what: feeName(receipt.fee_code), satang: receipt.amount_satang }],
    },
    proof: {
      part: { kind: 'receipt', number: receipt.number, issuedOn, satang: receipt.amount_satang },
      fullName: holder.latin,
      at: receipt.issued_at,
    },
    kept: { applicationId: application.id, key },
  };
}

/** What to pay, for one bill; made anew each time, because it proves nothing. */
export async function composeBillSlip(
  tx: Tx,
  billId: string,
  language: Language | undefined,
): Promise<PaperDraft | undefined> {
  const row = await tx.db('bills').where('public_id', billId).first<BillRow | undefined>();
  const application = row && (await findApplicationById(tx.db, row.application_id));
  if (!row || !application) return undefined;
  const bill = billFromRow(row);
  const paperCase = await paperCaseOf(tx, application, language);
  const items = bill.fees.map(({ code, satang }) => ({ what: feeName(code), satang }));
  return {
    kind: 'pay-in-slip',
    subjectId: billId,
    fileName: `pay-in-${bill.ref1}.pdf`,
    paper: {
      kind: 'pay-in-slip',
      ...sharedParts(tx, paperCase, { kind: 'pay-in-slip', issuedOn: paperCase.today }),
      ...slipParts(bill),
      items,
    },
  };
}

/** The references, codes and time limit of a slip, of one bill or of many. */
export function slipParts(bill: { ref1: string; ref2: string; amountSatang: number; dueAt: Date }) {
  return {
    billerId: BILLER_ID,
    ref1: bill.ref1,
    ref2: bill.ref2,
    dueOn: bangkokDate(bill.dueAt),
    dueTime: bangkokTime(bill.dueAt),
    promptPay: promptPayOf(bill),
    barcode: payInCodeOf(bill),
    remarks: [PAUSE_REMARK],
  };
}
