import type { PaperOf } from '@permit/domain/papers/paper.ts';
import type { Block } from './blocks.ts';
import {
  appealAndSignature,
  bold,
  both,
  dateOf,
  field,
  gap,
  holderFields,
  paragraph,
  remarkLines,
  RULE,
  titleOf,
} from './block-makers.ts';

/** A decision that the person can read, and how to appeal against it. */
export function refusalBlocks(paper: PaperOf<'refusal-letter'>): readonly Block[] {
  return [
    titleOf(paper, 'หนังสือแจ้งผลการพิจารณา', 'NOTICE OF DECISION'),
    field('ที่ / No.', paper.letterNo),
    field('วันที่ / Date', dateOf(paper.issuedOn)),
    field('เรื่อง / Subject', both(paper.subject)),
    field('เลขที่คำขอ / Application No.', paper.reference),
    ...holderFields(paper),
    field('วันที่มีคำสั่ง / Decided on', dateOf(paper.decidedOn)),
    RULE,
    bold('เหตุผล / Reasons'),
    ...paper.reasons.flatMap(({ thai, english }, at) => [
      paragraph(`${at + 1}. ${thai}`),
      paragraph(english),
    ]),
    gap(2),
    ...appealAndSignature(paper),
  ];
}

/** Where and when, who comes, what to bring. */
export function slipBlocks(paper: PaperOf<'appointment-slip'>): readonly Block[] {
  const qr: Block[] =
    paper.qr === undefined ? [] : [{ kind: 'qr', text: paper.qr, caption: paper.appointmentNo }];
  return [
    titleOf(paper, 'ใบนัดหมาย', 'APPOINTMENT SLIP'),
    field('เลขที่นัด / Appointment No.', paper.appointmentNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    field('สถานที่ / Place', both(paper.place)),
    field('วันที่ / Date', dateOf(paper.day)),
    field('เวลา / Time', paper.band),
    ...people(paper.party, 'ผู้มาตามนัด / People'),
    ...qr,
    RULE,
    ...remarkLines(paper.remarks),
  ];
}

/** A notice counts from the moment that it is received; this is the proof of it. */
export function noticeReceiptBlocks(paper: PaperOf<'notice-receipt'>): readonly Block[] {
  return [
    titleOf(paper, 'ใบรับแจ้งอิเล็กทรอนิกส์', 'ELECTRONIC RECEIPT OF A NOTICE'),
    field('เลขที่รับ / Receipt No.', paper.receiptNo),
    field('รับแจ้งเมื่อ / Received', `${dateOf(paper.receivedOn)} · ${paper.receivedTime}`),
    field('เรื่อง / Notice', both(paper.notice)),
    field('ผู้แจ้ง / Given by', paper.filer),
    field('นายจ้าง / Employer', paper.employer),
    ...people(paper.workers, 'คนต่างด้าว / Workers'),
    ...paper.facts.map(({ what, value }) => field(both(what), value)),
    ...(paper.clocks.length === 0 ? [] : [RULE, bold('กำหนดเวลาที่เริ่มนับ / Time limits that begin')]),
    ...paper.clocks.map(({ what, until }) => field(both(what), dateOf(until))),
    RULE,
    paragraph(paper.basis.thai),
    paragraph(paper.basis.english),
  ];
}

function people(names: readonly string[], label: string): Block[] {
  return names.map((name, at) => field(at === 0 ? `${label} (${names.length})` : '', name));
}
