import type { DocumentType } from '../catalogue/document-type.ts';
import type { SheetChoice } from './sheet-choices.ts';

/** How the text of a cell becomes the value of a field. */
export type CellKind =
  | { readonly kind: 'key' | 'text' | 'number-like' | 'date' | 'birth' | 'nationality' | 'baht' }
  | { readonly kind: 'choice'; readonly list: SheetChoice };

/** One column of a sheet of workers: the field it fills, and the headings by which it is known. */
export type WorkerColumn = CellKind & {
  /** Dotted path in the draft; `key` names the row for its files and fills nothing. */
  readonly path: string;
  /** The heading that our template writes, Thai then English; the others are accepted too. */
  readonly headings: readonly [thai: string, english: string, ...others: string[]];
};

/** Every column that a sheet may have, in the order of the template. Headings compare without spaces and signs. */
export const WORKER_COLUMNS: readonly WorkerColumn[] = [
  { path: 'key', kind: 'key', headings: ['ลำดับ', 'Row key', 'no', 'key', 'id', 'รหัส', 'ที่'] },
  {
    path: 'worker.names.prefix',
    kind: 'choice',
    list: 'prefix',
    headings: ['คำนำหน้า', 'Prefix', 'title', 'คำนำหน้าชื่อ'],
  },
  {
    path: 'worker.names.firstLatin',
    kind: 'text',
    headings: ['ชื่อ (อังกฤษ)', 'First name', 'given name', 'given names', 'name', 'ชื่อภาษาอังกฤษ'],
  },
  { path: 'worker.names.middleLatin', kind: 'text', headings: ['ชื่อกลาง (อังกฤษ)', 'Middle name', 'ชื่อกลาง'] },
  {
    path: 'worker.names.lastLatin',
    kind: 'text',
    headings: ['นามสกุล (อังกฤษ)', 'Last name', 'surname', 'family name', 'นามสกุลภาษาอังกฤษ'],
  },
  {
    path: 'worker.names.firstThai',
    kind: 'text',
    headings: ['ชื่อ (ไทย)', 'Thai first name', 'ชื่อ', 'ชื่อภาษาไทย'],
  },
  {
    path: 'worker.names.lastThai',
    kind: 'text',
    headings: ['นามสกุล (ไทย)', 'Thai last name', 'นามสกุล', 'นามสกุลภาษาไทย'],
  },
  { path: 'worker.names.native', kind: 'text', headings: ['ชื่อในภาษาของตน', 'Native name', 'ชื่อภาษาแม่'] },
  { path: 'worker.sex', kind: 'choice', list: 'sex', headings: ['เพศ', 'Sex', 'gender'] },
  { path: 'worker.nationality', kind: 'nationality', headings: ['สัญชาติ', 'Nationality'] },
  {
    path: 'worker.birth',
    kind: 'birth',
    headings: ['วันเกิด', 'Date of birth', 'birth date', 'birthdate', 'dob', 'วันเดือนปีเกิด'],
  },
  {
    path: 'worker.nonThaiId',
    kind: 'number-like',
    headings: ['เลขประจำตัวคนต่างด้าว', 'Non-Thai ID', 'เลข 13 หลัก'],
  },
  {
    path: 'worker.phone',
    kind: 'number-like',
    headings: ['โทรศัพท์', 'Phone', 'mobile', 'telephone', 'เบอร์โทร', 'เบอร์โทรศัพท์'],
  },
  { path: 'worker.email', kind: 'text', headings: ['อีเมล', 'E-mail', 'email'] },
  {
    path: 'travelDocument.type',
    kind: 'choice',
    list: 'travelDocument',
    headings: ['ประเภทเอกสารเดินทาง', 'Travel document type', 'document type'],
  },
  {
    path: 'travelDocument.number',
    kind: 'number-like',
    headings: [
      'เลขที่หนังสือเดินทาง',
      'Passport number',
      'passport no',
      'passport',
      'เลขหนังสือเดินทาง',
      'เลขพาสปอร์ต',
    ],
  },
  {
    path: 'travelDocument.country',
    kind: 'nationality',
    headings: ['ประเทศที่ออก', 'Issuing country', 'country of issue'],
  },
  { path: 'travelDocument.issued', kind: 'date', headings: ['วันออกหนังสือเดินทาง', 'Passport issued'] },
  {
    path: 'travelDocument.expires',
    kind: 'date',
    headings: ['วันหมดอายุหนังสือเดินทาง', 'Passport expires', 'passport expiry', 'passport expiry date'],
  },
  { path: 'travelDocument.mrz', kind: 'text', headings: ['แถบอ่านด้วยเครื่อง', 'MRZ'] },
  { path: 'visa.type', kind: 'text', headings: ['ประเภทวีซ่า', 'Visa type', 'visa'] },
  { path: 'visa.number', kind: 'number-like', headings: ['เลขที่วีซ่า', 'Visa number'] },
  {
    path: 'visa.permittedUntil',
    kind: 'date',
    headings: ['อนุญาตให้อยู่ถึง', 'Permitted until', 'visa expiry', 'วันหมดอายุวีซ่า'],
  },
  { path: 'visa.arrived', kind: 'date', headings: ['วันที่เข้าประเทศ', 'Arrived', 'arrival date'] },
  { path: 'visa.checkpoint', kind: 'text', headings: ['ด่านตรวจคนเข้าเมือง', 'Checkpoint', 'ด่าน'] },
  {
    path: 'oldPermit.number',
    kind: 'number-like',
    headings: ['เลขที่ใบอนุญาตเดิม', 'Old permit number', 'work permit number', 'เลขที่ใบอนุญาตทำงาน'],
  },
  { path: 'oldPermit.issued', kind: 'date', headings: ['วันออกใบอนุญาตเดิม', 'Old permit issued'] },
  {
    path: 'oldPermit.expires',
    kind: 'date',
    headings: ['วันหมดอายุใบอนุญาตเดิม', 'Old permit expires', 'work permit expiry'],
  },
  { path: 'job.occupation', kind: 'text', headings: ['อาชีพ', 'Occupation', 'ตำแหน่ง', 'position', 'job'] },
  {
    path: 'job.wagePerDay',
    kind: 'baht',
    headings: ['ค่าจ้างต่อวัน (บาท)', 'Daily wage (baht)', 'ค่าจ้าง', 'wage'],
  },
  { path: 'job.sector', kind: 'choice', list: 'sector', headings: ['ประเภทกิจการ', 'Sector'] },
  {
    path: 'workplaces.0.province',
    kind: 'number-like',
    headings: ['รหัสจังหวัดที่ทำงาน', 'Workplace province code', 'province', 'รหัสจังหวัด'],
  },
  { path: 'period.from', kind: 'date', headings: ['ขอเริ่มวันที่', 'Period from', 'from'] },
  { path: 'period.to', kind: 'date', headings: ['ขอถึงวันที่', 'Period to', 'to'] },
  { path: 'health.hospital', kind: 'text', headings: ['โรงพยาบาล', 'Hospital'] },
  { path: 'health.examinedOn', kind: 'date', headings: ['วันตรวจสุขภาพ', 'Examined on', 'health check date'] },
  { path: 'cover.kind', kind: 'choice', list: 'cover', headings: ['ประเภทประกัน', 'Cover', 'insurance type'] },
  { path: 'cover.number', kind: 'number-like', headings: ['เลขที่ประกัน', 'Cover number', 'policy number'] },
  { path: 'cover.insurer', kind: 'text', headings: ['บริษัทประกัน', 'Insurer'] },
  { path: 'cover.from', kind: 'date', headings: ['ประกันเริ่ม', 'Cover from'] },
  { path: 'cover.to', kind: 'date', headings: ['ประกันสิ้นสุด', 'Cover to'] },
  {
    path: 'answers.oldNumber',
    kind: 'number-like',
    headings: ['เลขคำขอเดิม', 'Old application number', 'เลขที่คำขอเดิม'],
  },
  {
    path: 'documents.photo.issued',
    kind: 'date',
    headings: ['วันถ่ายรูป', 'Photo taken on', 'photo date', 'วันที่ถ่ายรูป'],
  },
];

/** The paper and the day that a column says; undefined for one that fills the form. */
export function paperDayOf(path: string): { kind: DocumentType; day: 'issued' | 'expires' } | undefined {
  const said = /^documents\.([a-z0-9-]+)\.(issued|expires)$/.exec(path);
  return said ? { kind: said[1] as DocumentType, day: said[2] as 'issued' | 'expires' } : undefined;
}

const bareHeading = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const byHeading = (columns: readonly WorkerColumn[]): ReadonlyMap<string, WorkerColumn> =>
  new Map(
    columns.flatMap((column) => column.headings.map((heading) => [bareHeading(heading), column] as const)),
  );

/** Which column each heading means; the path itself is a heading too. A column that is named twice counts once. */
export function readHeadings(
  headings: readonly string[],
  columns: readonly WorkerColumn[] = WORKER_COLUMNS,
): readonly (WorkerColumn | undefined)[] {
  const known = byHeading(columns);
  const seen = new Set<string>();
  return headings.map((heading) => {
    const column = known.get(bareHeading(heading)) ?? columns.find(({ path }) => path === heading.trim());
    if (!column || seen.has(column.path)) return undefined;
    seen.add(column.path);
    return column;
  });
}

/** The words of a column in a report, by its path; a path that is no column is shown as it is. */
export function columnHeading(path: string, language: 'th' | 'en'): string {
  const column = WORKER_COLUMNS.find((known) => known.path === path);
  return column?.headings[language === 'th' ? 0 : 1] ?? path;
}
