import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';

export const REGISTER_HEADINGS = [
  'เลขที่ใบอนุญาต',
  'ชื่อ (อังกฤษ)',
  'สัญชาติ',
  'วันเกิด',
  'เลขที่หนังสือเดินทาง',
  'อาชีพ',
  'นายจ้าง',
  'วันออกใบอนุญาต',
  'วันหมดอายุใบอนุญาต',
];

/** One invented line, as an old register writes it; no two indexes share a number. */
export function registerLine(index: number): string[] {
  const letters = [...String(index)].map((digit) => String.fromCharCode(65 + Number(digit))).join('');
  return [
    `66/${String(10_000_000 + index)}`,
    `AUNG ${letters}`,
    'พม่า',
    `${1 + (index % 28)}/0${1 + (index % 9)}/25${30 + (index % 15)}`,
    `MJ${String(1_000_000 + index)}`,
    'กรรมกร',
    'บริษัท ตัวอย่าง จำกัด',
    '11/01/2568',
    '10/01/2570',
  ];
}

/** The permit that the sample draft names, as the register has it. */
export function sampleLine(): string[] {
  const { oldPermit, travelDocument, worker } = SAMPLE_R59M;
  const name = [worker?.names?.firstLatin, worker?.names?.lastLatin].filter(Boolean).join(' ');
  const [, , , , , ...rest] = registerLine(0);
  return [oldPermit!.number!, name, 'MM', worker!.birth!.date, travelDocument!.number!, ...rest];
}

export const registerText = (lines: readonly (readonly string[])[]): string =>
  [REGISTER_HEADINGS, ...lines].map((cells) => cells.join(',')).join('\r\n');
