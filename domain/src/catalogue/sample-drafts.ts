import { calendarDate } from '../calendar/calendar-date.ts';
import { baht } from '../money/satang.ts';
import type { ApplicationDraft, AttachedDocument } from './application-draft.ts';
import type { DocumentType } from './document-type.ts';

/** Drafts of invented people, complete and clean; `simulate`, tests and the demo start from them. */
function paper(type: DocumentType, index: number): AttachedDocument {
  return {
    type,
    documentId: `sample-${index}`,
    mime: type === 'photo' ? 'image/jpeg' : 'application/pdf',
    bytes: 180_000 + index,
    pages: 1,
    ...(type === 'photo'
      ? {
          portrait: { widthPx: 900, heightPx: 1200, faceAreaShare: 0.32, backgroundSpread: 8, sharpness: 60 },
        }
      : {}),
  };
}

const papers = (types: readonly DocumentType[]): AttachedDocument[] => types.map(paper);

const COMPANY = {
  kind: 'thai-company',
  idNumber: '0105561000011',
  nameThai: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
  nameLatin: 'Tuayang Seafood Co., Ltd.',
  phone: '+66812345678',
  address: { province: '74' },
} as const;

/** A renewal of two years by the worker; one name only, as many people of Myanmar have. */
export const SAMPLE_R59M: ApplicationDraft = {
  serviceCode: 'R59M',
  language: 'my',
  filerKind: 'employer',
  channel: 'online',
  employer: COMPANY,
  worker: {
    names: { prefix: 'mr', firstLatin: 'AUNG KYAW MOE', firstThai: 'ออง จอ โม', native: 'အောင်ကျော်မိုး' },
    sex: 'male',
    nationality: 'MM',
    birth: { precision: 'day', date: '1992-04-17' },
    phone: '+66898765432',
  },
  travelDocument: {
    type: 'passport',
    number: 'MH123456',
    country: 'MM',
    issued: calendarDate('2024-02-01'),
    expires: calendarDate('2029-01-31'),
  },
  visa: { type: 'Non-L-A', permittedUntil: calendarDate('2027-01-10'), arrived: calendarDate('2025-01-11') },
  oldPermit: {
    number: '1234567890',
    issued: calendarDate('2025-01-11'),
    expires: calendarDate('2027-01-10'),
  },
  job: { occupation: 'กรรมกร', wagePerDay: baht(380), asEmployee: true, sector: 'general' },
  workplaces: [{ province: '74' }],
  period: { from: calendarDate('2027-01-11'), to: calendarDate('2029-01-10') },
  health: { hospital: 'โรงพยาบาลตัวอย่าง', examinedOn: calendarDate('2026-11-02'), fit: true },
  documents: papers([
    'passport',
    'entry-evidence',
    'photo',
    'form-bt46',
    'old-permit',
    'company-registration',
    'signatory-id',
  ]),
};

/** A cabinet-resolution permit through an agent; only the year of birth is known. */
export const SAMPLE_N632: ApplicationDraft = {
  serviceCode: 'N632',
  language: 'lo',
  filerKind: 'agent',
  channel: 'online',
  powerOfAttorney: {
    grantor: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
    grantorKind: 'employer',
    attorney: 'นายสมมุติ ตัวแทน',
    acts: ['apply', 'pay', 'book'],
    until: calendarDate('2027-06-30'),
    stampDuty: baht(30),
  },
  employer: COMPANY,
  worker: {
    names: {
      prefix: 'miss',
      firstLatin: 'BOUNMY',
      lastLatin: 'SISAVATH',
      firstThai: 'บุนมี',
      lastThai: 'สีสะหวาด',
      native: 'ບຸນມີ ສີສະຫວາດ',
    },
    sex: 'female',
    nationality: 'LA',
    birth: { precision: 'year', date: '1998' },
    phone: '+66912345678',
  },
  travelDocument: {
    type: 'passport',
    number: 'PA0456789',
    country: 'LA',
    expires: calendarDate('2030-05-01'),
  },
  job: { occupation: 'กรรมกร', asEmployee: true, sector: 'general' },
  workplaces: [{ province: '74' }],
  cover: { kind: 'social-security', number: '1234567890' },
  answers: { oldNumber: '67110012345678' },
  documents: papers([
    'passport',
    'photo',
    'old-permit',
    'social-security-proof',
    'power-of-attorney',
    'grantor-id',
    'attorney-id',
    'company-registration',
    'signatory-id',
  ]),
};
