import type { CardFaces } from '@permit/domain/cards/card-faces.ts';
import { birthInBothEras, englishDate, shortThaiDate, thaiDate } from './both-eras.ts';

/** The words printed on every card, Thai first. */
export const FIXED_TEXTS = {
  department: 'กรมการจัดหางาน กระทรวงแรงงาน',
  departmentEnglish: 'Department of Employment · Ministry of Labour',
  title: 'ใบอนุญาตทำงานคนต่างด้าว',
  titleEnglish: 'WORK PERMIT',
  nameLabel: 'ชื่อ / Name',
  birthLabel: 'วันเกิด / Date of birth',
  nationalityLabel: 'สัญชาติ / Nationality',
  categoryLabel: 'ประเภท / Category',
  workLabel: 'ประเภทงาน / Kind of work',
  permitNoLabel: 'เลขที่ใบอนุญาต / Permit No.',
  validLabel: 'ใช้ได้ตั้งแต่ - ถึง / Valid from - to',
  registrarLabel: 'นายทะเบียนผู้ออกใบอนุญาต / Issuing registrar',
  issuedLabel: 'วันที่ออก / Date of issue',
  conditionsLabel: 'เงื่อนไข / Conditions',
  foundLabel: 'ผู้พบบัตรโปรดส่งคืน / If found, please return to',
  hotlinesLabel: 'สายด่วน / Hotline',
  passportNote: 'ใช้คู่กับหนังสือเดินทางหรือเอกสารประจำตัว / Compare with the passport',
  formLine: 'แบบ บต.42/1 · ตรวจสอบสถานะล่าสุดโดยสแกน QR / Scan the QR for the status of today',
} as const;

type Filled =
  | 'nameThai'
  | 'nameLatin'
  | 'nameThird'
  | 'birth'
  | 'nationality'
  | 'category'
  | 'work'
  | 'permitNo'
  | 'validThai'
  | 'validEnglish'
  | 'registrar'
  | 'office'
  | 'issued'
  | 'conditions'
  | 'conditionsEnglish'
  | 'found'
  | 'cardSerial'
  | 'hotlines';

export type CardField = keyof typeof FIXED_TEXTS | Filled;
export type CardTexts = Readonly<Record<CardField, string>>;

/** Every text of the card as it is printed; an empty one leaves its place empty. */
export function cardTexts(faces: CardFaces): CardTexts {
  return {
    ...FIXED_TEXTS,
    // Without a Thai name the Latin one takes its place, so that no gap opens under the label.
    nameThai: faces.name.thai ?? faces.name.latin,
    nameLatin: faces.name.thai === undefined ? '' : faces.name.latin,
    nameThird: faces.name.third?.text ?? '',
    birth: birthInBothEras(faces.birth),
    nationality: both(faces.nationality),
    category: both(faces.category),
    work: both(faces.work),
    permitNo: faces.permitNo,
    validThai: `${shortThaiDate(faces.validFrom)} - ${shortThaiDate(faces.validTo)}`,
    validEnglish: `${englishDate(faces.validFrom)} - ${englishDate(faces.validTo)}`,
    registrar: both(faces.registrar),
    office: both(faces.office),
    issued: `${thaiDate(faces.issuedOn)} / ${englishDate(faces.issuedOn)}`,
    conditions: faces.conditions.thai,
    conditionsEnglish: faces.conditions.english ?? '',
    found: faces.foundCardAddress,
    cardSerial: faces.cardSerial,
    hotlines: faces.hotlines,
  };
}

function both({ thai, english }: { thai: string; english?: string | undefined }): string {
  return english === undefined ? thai : `${thai} / ${english}`;
}
