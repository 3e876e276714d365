import { birthInBothEras, englishDate, thaiDate } from '../layout/both-eras.ts';
import type { Block } from './blocks.ts';
import type { Paper, PaperOf } from './paper.ts';

type Bilingual = { readonly thai: string; readonly english: string };

const both = ({ thai, english }: Bilingual) => `${thai} / ${english}`;
const dateOf = (day: string) => `${thaiDate(day)} / ${englishDate(day)}`;
const field = (label: string, value: string): Block => ({ kind: 'field', label, value });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const bold = (text: string): Block => ({ kind: 'paragraph', text, bold: true });
const title = (thai: string, english: string): Block => ({ kind: 'title', thai, english });
const RULE: Block = { kind: 'rule' };
const gap = (height: number): Block => ({ kind: 'gap', height });

const COMPOSE: { readonly [K in Paper['kind']]: (paper: PaperOf<K>) => readonly Block[] } = {
  'interim-permit': (paper) => [title('ใบอนุญาตทำงานชั่วคราว', 'TEMPORARY WORK PERMIT'), ...permitBody(paper)],
  'may-work': (paper) => [
    title('หลักฐานการทำงานระหว่างรอผลการต่ออายุ', 'PROOF THAT WORK MAY CONTINUE'),
    ...permitBody(paper),
  ],
  receipt: receiptBody,
  'refusal-letter': refusalBody,
  'appointment-slip': slipBody,
};

/** The blocks of a paper, its holder's own language last. */
export function paperBlocks(paper: Paper): readonly Block[] {
  // The table holds for each kind exactly the composer of that kind.
  const body = (COMPOSE[paper.kind] as (given: Paper) => readonly Block[])(paper);
  const note = paper.ownLanguageNote;
  return note === undefined ? body : [...body, RULE, { kind: 'paragraph', text: note, size: 11 }];
}

function holderFields(paper: Paper): Block[] {
  const { thai, latin, own } = paper.holder;
  return [
    field('ชื่อ / Name', thai === undefined ? latin : `${thai} / ${latin}`),
    ...(own === undefined ? [] : [field('', own)]),
  ];
}

function permitBody(paper: PaperOf<'interim-permit'> | PaperOf<'may-work'>): readonly Block[] {
  return [
    field('เลขที่ใบอนุญาต / Permit No.', paper.permitNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    ...holderFields(paper),
    field('วันเกิด / Date of birth', birthInBothEras(paper.birth)),
    field('สัญชาติ / Nationality', both(paper.nationality)),
    field('ประเภทงาน / Kind of work', both(paper.work)),
    field('ประเภท / Category', both(paper.category)),
    field('ใช้ได้ตั้งแต่ / Valid from', dateOf(paper.validFrom)),
    field('ถึง / Valid to', dateOf(paper.validTo)),
    gap(2),
    bold(paper.basis.thai),
    paragraph(paper.basis.english),
    gap(2),
    { kind: 'qr', text: paper.qr, caption: 'สแกนเพื่อตรวจสอบ ณ วันนี้ / Scan to check as of today' },
    field('วันที่ออก / Date of issue', dateOf(paper.issuedOn)),
  ];
}

function receiptBody(paper: PaperOf<'receipt'>): readonly Block[] {
  const total = paper.items.reduce((sum, { satang }) => sum + satang, 0);
  return [
    title('ใบเสร็จรับเงิน', 'RECEIPT'),
    field('เลขที่ / No.', paper.receiptNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    field('วันที่ชำระ / Paid on', dateOf(paper.paidOn)),
    field('ผู้ชำระ / Paid by', paper.payer),
    ...holderFields(paper),
    RULE,
    ...paper.items.map(({ what, satang }): Block => ({
      kind: 'amount',
      label: both(what),
      value: baht(satang),
    })),
    RULE,
    { kind: 'amount', label: 'รวม / Total (บาท / baht)', value: baht(total), bold: true },
  ];
}

/** 1,234.50 */
function baht(satang: number): string {
  const whole = String(Math.floor(satang / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(satang % 100).padStart(2, '0')}`;
}

function refusalBody(paper: PaperOf<'refusal-letter'>): readonly Block[] {
  return [
    title('หนังสือแจ้งผลการพิจารณา', 'NOTICE OF DECISION'),
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
    bold('สิทธิอุทธรณ์ / Right of appeal'),
    paragraph(paper.appeal.thai),
    paragraph(paper.appeal.english),
    { kind: 'signature', lines: [paper.registrar.thai, paper.registrar.english, 'นายทะเบียน / Registrar'] },
  ];
}

function slipBody(paper: PaperOf<'appointment-slip'>): readonly Block[] {
  const qr: Block[] =
    paper.qr === undefined ? [] : [{ kind: 'qr', text: paper.qr, caption: paper.appointmentNo }];
  return [
    title('ใบนัดหมาย', 'APPOINTMENT SLIP'),
    field('เลขที่นัด / Appointment No.', paper.appointmentNo),
    field('เลขที่คำขอ / Application No.', paper.reference),
    field('สถานที่ / Place', both(paper.place)),
    field('วันที่ / Date', dateOf(paper.day)),
    field('เวลา / Time', paper.band),
    ...paper.party.map((name, at) =>
      field(at === 0 ? `ผู้มาตามนัด / People (${paper.party.length})` : '', name),
    ),
    ...qr,
    RULE,
    ...paper.remarks.flatMap(({ thai, english }) => [paragraph(`• ${thai}`), paragraph(`  ${english}`)]),
  ];
}
