import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';

/** What the rows of the invented sheets share. */
const { worker: _worker, travelDocument: _passport, documents: _papers, ...shared } = SAMPLE_R59M;
const { serviceCode: _code, oldPermit: _permit, visa: _visa, health: _health, ...common } = shared;
export const COMMON = common;

export const HEADINGS = [
  'ลำดับ',
  'คำนำหน้า',
  'ชื่อ (อังกฤษ)',
  'ชื่อ (ไทย)',
  'เพศ',
  'สัญชาติ',
  'วันเกิด',
  'โทรศัพท์',
  'เลขที่หนังสือเดินทาง',
  'ประเทศที่ออก',
  'วันหมดอายุหนังสือเดินทาง',
  'ประเภทวีซ่า',
  'อนุญาตให้อยู่ถึง',
  'เลขที่ใบอนุญาตเดิม',
  'วันหมดอายุใบอนุญาตเดิม',
  'โรงพยาบาล',
  'วันตรวจสุขภาพ',
];

const LETTERS = 'ABCDEFGHIJKLMNOPRSTUVWYZ';

/** A name of letters alone that no other row has, made from the row's number. */
function nameOf(index: number): string {
  let rest = index;
  let name = '';
  for (let place = 0; place < 4; place += 1) {
    name += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `AUNG ${name}`;
}

/** A right row, as Thai offices write it: dates of the Buddhist era, words in Thai. */
export function goodRow(index: number): string[] {
  return [
    String(index),
    'นาย',
    nameOf(index),
    'ออง โม',
    'ชาย',
    'เมียนมา',
    `${1 + (index % 28)}/0${1 + (index % 9)}/25${30 + (index % 15)}`,
    '081-234-5678',
    `MH${String(100_000 + index)}`,
    'MM',
    '31/01/2572',
    'Non-L-A',
    '10 ม.ค. 2570',
    `74${String(10_000_000 + index)}`,
    '10/01/2570',
    'โรงพยาบาลตัวอย่าง',
    '2/11/2569',
  ];
}

type Spoil = readonly [column: string, code: string, spoil: (row: string[]) => void];

/** Ways in which a row is wrong, with the column and reason that the report must name. */
export const SPOILS: readonly Spoil[] = [
  ['worker.birth', 'not-a-birth-date', (row) => (row[6] = '31/02/2535')],
  ['worker.nationality', 'not-a-nationality', (row) => (row[5] = 'แอตแลนติส')],
  ['worker.names.firstLatin', 'missing', (row) => (row[2] = '')],
  ['travelDocument.number', 'digits-lost', (row) => (row[8] = '1.23E+12')],
  ['worker.sex', 'not-a-choice', (row) => (row[4] = 'แมว')],
  ['visa.permittedUntil', 'not-a-date', (row) => (row[12] = '11/28/2026')],
];

/** Rows of which every `Math.floor(count / wrong)`-th is spoilt, one way after another. */
export function rowsWith(count: number, wrong: number): { rows: string[][]; spoilt: Map<number, Spoil> } {
  const spoilt = new Map<number, Spoil>();
  const rows = Array.from({ length: count }, (_, index) => goodRow(index + 1));
  for (let turn = 0; turn < wrong; turn += 1) {
    const index = turn * Math.floor(count / wrong) + 1;
    const spoil = SPOILS[turn % SPOILS.length]!;
    spoil[2](rows[index]!);
    // Row 1 of the sheet holds the headings.
    spoilt.set(index + 2, spoil);
  }
  return { rows, spoilt };
}

/** The sheet as text; a cell with the separator in it is quoted. */
export function sheetOf(rows: readonly (readonly string[])[], separator = ','): string {
  const cell = (text: string) => (text.includes(separator) ? `"${text}"` : text);
  return [HEADINGS, ...rows].map((row) => row.map(cell).join(separator)).join('\r\n');
}

/** Thai text in the one-byte code of old Windows (a superset of TIS-620). */
export function toWindows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0)!;
      if (code < 0x80) return code;
      if (code >= 0x0e01 && code <= 0x0e5b) return code - 0x0e00 + 0xa0;
      throw new RangeError(`windows-874 has no ${letter}`);
    }),
  );
}
