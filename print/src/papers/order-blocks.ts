import { bahtWords } from '@permit/domain/money/baht-words.ts';
import type { Satang } from '@permit/domain/money/satang.ts';
import type { PaperOf } from '@permit/domain/papers/paper.ts';
import type { Block } from './blocks.ts';
import {
  appealAndSignature,
  amountLines,
  bahtOf,
  bold,
  both,
  dateOf,
  field,
  gap,
  holderFields,
  paragraph,
  RULE,
  titleOf,
} from './block-makers.ts';

/** An order that ended a permit: by what ground, in whose words, and how to appeal against it. */
export function permitOrderBlocks(paper: PaperOf<'permit-order'>): readonly Block[] {
  const { section } = paper;
  return [
    titleOf(paper, 'คำสั่งนายทะเบียน', 'ORDER OF THE REGISTRAR'),
    field('ที่ / No.', paper.orderNo),
    field('วันที่มีคำสั่ง / Ordered on', dateOf(paper.orderedOn)),
    field('เรื่อง / Subject', both(paper.subject)),
    field('ใบอนุญาตเลขที่ / Permit No.', paper.permitNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    ...holderFields(paper),
    RULE,
    bold('เหตุแห่งคำสั่ง / Ground'),
    paragraph(paper.ground.thai),
    paragraph(paper.ground.english),
    ...(section === undefined ? [] : [paragraph(`มาตรา / Section ${section}`)]),
    gap(1),
    bold('ข้อเท็จจริงและเหตุผล / Facts and reasons'),
    paragraph(paper.words),
    gap(1),
    bold('ผลของคำสั่ง / Effect'),
    paragraph(paper.effect.thai),
    paragraph(paper.effect.english),
    gap(1),
    ...appealAndSignature(paper),
  ];
}

/** What became of a fee that was asked back. */
export function refundNoticeBlocks(paper: PaperOf<'refund-notice'>): readonly Block[] {
  const { note, paidOutOn, transferReference } = paper;
  return [
    titleOf(paper, 'หนังสือแจ้งผลการขอคืนค่าธรรมเนียม', 'NOTICE ABOUT A FEE REFUND'),
    field('เลขที่คำขอคืน / Refund No.', paper.refundNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    ...holderFields(paper),
    field('วันที่มีคำสั่ง / Decided on', dateOf(paper.decidedOn)),
    RULE,
    bold(paper.outcome.thai),
    paragraph(paper.outcome.english),
    field('จำนวนเงิน / Amount', `${bahtOf(paper.satang)} บาท / baht`),
    bold(`(${bahtWords(paper.satang as Satang)})`),
    ...(paidOutOn ? [field('โอนเงินวันที่ / Sent on', dateOf(paidOutOn))] : []),
    ...(transferReference ? [field('เลขอ้างอิงการโอน / Transfer', transferReference)] : []),
    ...(note ? [gap(1), bold('เหตุผลของเจ้าหน้าที่ / Officer’s reason'), paragraph(note)] : []),
    ...amountLines(paper.items),
  ];
}
