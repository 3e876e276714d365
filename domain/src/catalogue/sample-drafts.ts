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

const MAN = {
  worker: SAMPLE_R59M.worker,
  travelDocument: SAMPLE_R59M.travelDocument,
  oldPermit: SAMPLE_R59M.oldPermit,
} as const;

/** A skilled worker from Viet Nam for one year, filed by herself. */
export const SAMPLE_N59: ApplicationDraft = {
  serviceCode: 'N59',
  language: 'vi',
  filerKind: 'worker',
  channel: 'online',
  employer: COMPANY,
  worker: {
    names: {
      prefix: 'miss',
      firstLatin: 'THI DAO',
      lastLatin: 'NGUYEN',
      firstThai: 'ถิ ดาว',
      lastThai: 'เหงียน',
    },
    sex: 'female',
    nationality: 'VN',
    birth: { precision: 'day', date: '1995-02-28' },
    phone: '+84912345678',
  },
  travelDocument: {
    type: 'passport',
    number: 'B1234567',
    country: 'VN',
    expires: calendarDate('2031-01-02'),
  },
  visa: { type: 'Non-B', permittedUntil: calendarDate('2027-02-01'), arrived: calendarDate('2026-11-01') },
  job: { occupation: 'ครูสอนภาษาเวียดนาม', asEmployee: true },
  workplaces: [{ province: '10' }],
  period: { from: calendarDate('2026-12-01'), to: calendarDate('2027-11-30') },
  health: { hospital: 'โรงพยาบาลตัวอย่าง', examinedOn: calendarDate('2026-11-10'), fit: true },
  answers: { education: 'ปริญญาตรี ภาษาศาสตร์', whyNotThai: 'ต้องการเจ้าของภาษา' },
  documents: papers([
    'passport',
    'visa',
    'photo',
    'medical-certificate',
    'education-certificate',
    'curriculum-vitae',
    'employment-contract',
    'form-bt46',
    'company-registration',
    'signatory-id',
  ]),
};

/** Every offered service has one clean case. */
export const SAMPLE_DRAFTS: Readonly<Record<string, ApplicationDraft>> = {
  'renewal of two years': SAMPLE_R59M,
  'cabinet round through an agent': SAMPLE_N632,
  'cabinet round, farm work, insured for a year': {
    ...SAMPLE_N632,
    job: { ...SAMPLE_N632.job, sector: 'farm' },
    cover: {
      kind: 'insurance',
      number: 'INS-2569-1',
      from: calendarDate('2026-11-20'),
      to: calendarDate('2027-11-19'),
    },
    documents: papers([
      ...(['passport', 'photo', 'insurance-policy', 'old-permit', 'power-of-attorney'] as const),
      ...(['grantor-id', 'attorney-id', 'company-registration', 'signatory-id'] as const),
    ]),
  },
  'skilled worker for one year': SAMPLE_N59,
  'skilled worker for three months': {
    ...SAMPLE_N59,
    period: { from: calendarDate('2026-12-01'), to: calendarDate('2027-02-28') },
  },
  'renewal of one year': {
    ...SAMPLE_R59M,
    period: { from: calendarDate('2027-01-11'), to: calendarDate('2028-01-10') },
  },
  'name corrected after a new passport': {
    ...MAN,
    serviceCode: 'C-CARD',
    filerKind: 'worker',
    answers: { changeKind: 'name', newValue: 'AUNG KYAW MOE', reason: 'หนังสือเดินทางเล่มใหม่' },
    documents: papers(['change-evidence', 'old-permit', 'photo']),
  },
  'change of employer': {
    ...MAN,
    serviceCode: 'C-EMP',
    filerKind: 'employer',
    employer: COMPANY,
    previousEmployer: { nameThai: 'บริษัท เดิมตัวอย่าง จำกัด' },
    job: { occupation: 'กรรมกร', asEmployee: true, startsOn: calendarDate('2026-11-16') },
    workplaces: [{ province: '74' }],
    answers: { exitDate: '2026-11-10' },
    documents: papers(['employment-contract', 'exit-evidence', 'company-registration', 'signatory-id']),
  },
  'lost card': {
    ...MAN,
    serviceCode: 'RP',
    filerKind: 'worker',
    answers: { lossKind: 'lost', knownOn: '2026-11-15', statement: 'ทำหายที่ตลาด' },
    documents: papers(['police-report', 'passport', 'photo']),
  },
  'hire notice': {
    ...MAN,
    serviceCode: 'H52',
    filerKind: 'employer',
    employer: COMPANY,
    job: { occupation: 'กรรมกร', asEmployee: true },
    workplaces: [{ province: '74' }],
    answers: { eventDate: '2026-11-16' },
    documents: papers(['company-registration', 'signatory-id']),
  },
  'exit notice': {
    ...MAN,
    serviceCode: 'H53',
    filerKind: 'employer',
    employer: COMPANY,
    answers: { eventDate: '2026-11-16', exitReason: 'ลาออก' },
    documents: papers(['company-registration', 'signatory-id']),
  },
  'delivery notice': {
    worker: MAN.worker,
    serviceCode: 'H43',
    filerKind: 'importer',
    employer: COMPANY,
    answers: { importerLicence: 'นจ-0001/2569', eventDate: '2026-11-16' },
    documents: papers(['worker-list', 'company-registration', 'signatory-id']),
  },
  'worker not taken': {
    worker: MAN.worker,
    serviceCode: 'H50',
    filerKind: 'employer',
    employer: COMPANY,
    answers: { eventDate: '2026-11-16', refusalReason: 'ไม่ประสงค์ทำงาน' },
    documents: [],
  },
  'refund of a fee paid twice': {
    serviceCode: 'REF',
    filerKind: 'employer',
    answers: {
      receiptNo: 'RC-2569-000123',
      reason: 'ชำระซ้ำ',
      payeeName: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
      payeeAccount: '123-4-56789-0',
    },
    documents: papers(['payment-receipt']),
  },
  'cancelled on request': {
    ...MAN,
    serviceCode: 'REV',
    filerKind: 'worker',
    answers: {
      revocationKind: 'cancelled-on-request',
      legalGround: 'คำขอของผู้ถือใบอนุญาต',
      orderNo: 'อ-1/2569',
    },
    documents: papers(['own-statement']),
  },
  'appeal against a refusal': {
    worker: MAN.worker,
    serviceCode: 'APL',
    filerKind: 'worker',
    answers: { decisionNo: 'ม-12/2569', knownOn: '2026-11-10', grounds: 'เอกสารครบถ้วนแล้ว' },
    documents: papers(['decision-letter']),
  },
};
