import { bahtWords } from '@permit/domain/money/baht-words.ts';
import type { Satang } from '@permit/domain/money/satang.ts';
import type { PaperOf } from '@permit/domain/papers/paper.ts';
import type { Block } from './blocks.ts';
import {
  amountLines,
  bahtOf,
  bold,
  dateOf,
  field,
  gap,
  holderFields,
  remarkLines,
  RULE,
  titleOf,
} from './block-makers.ts';

/** One price, one receipt; the amount in figures and in Thai words. */
export function receiptBlocks(paper: PaperOf<'receipt'>): readonly Block[] {
  const total = totalOf(paper.items);
  const { paidTime, bankReference } = paper;
  return [
    titleOf(paper, 'ใบเสร็จรับเงิน', 'RECEIPT'),
    field('เลขที่ / No.', paper.receiptNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    field('วันที่ชำระ / Paid on', dateOf(paper.paidOn) + (paidTime ? ` · ${paidTime}` : '')),
    field('ผู้ชำระ / Paid by', paper.payer),
    ...(bankReference ? [field('เลขอ้างอิงธนาคาร / Bank reference', bankReference)] : []),
    ...holderFields(paper),
    ...amountLines(paper.items),
    gap(2),
    bold(`(${bahtWords(total)})`),
  ];
}

/** What to pay, until when, and the two codes: PromptPay for a telephone, bars for a counter. */
export function payInSlipBlocks(paper: PaperOf<'pay-in-slip'>): readonly Block[] {
  return [
    titleOf(paper, 'ใบแจ้งการชำระเงิน', 'PAY-IN SLIP'),
    field('ผู้รับเงิน / Biller ID', paper.billerId),
    field('รหัสอ้างอิง 1 / Ref 1', paper.ref1),
    field('รหัสอ้างอิง 2 / Ref 2', paper.ref2),
    ...holderFields(paper),
    field('ชำระภายใน / Pay by', `${dateOf(paper.dueOn)} · ${paper.dueTime}`),
    field('จำนวนเงิน / Amount', `${bahtOf(totalOf(paper.items))} บาท / baht`),
    bold(`(${bahtWords(totalOf(paper.items))})`),
    gap(1),
    {
      kind: 'qr',
      text: paper.promptPay,
      caption: 'พร้อมเพย์ สแกนด้วยแอปธนาคาร / PromptPay, any bank app',
      side: 46,
    },
    gap(2),
    { kind: 'barcode', text: paper.barcode, caption: barcodeCaption(paper) },
    ...remarkLines(paper.remarks),
    ...(paper.items.length > 1 ? amountLines(paper.items) : [RULE]),
  ];
}

/** What stands in the bars, in characters that a clerk can type: the line ends are written as spaces. */
function barcodeCaption(paper: PaperOf<'pay-in-slip'>): string {
  return paper.barcode.replaceAll('\r', ' ');
}

function totalOf(items: readonly { satang: number }[]): Satang {
  return items.reduce((sum, { satang }) => sum + satang, 0) as Satang;
}
