import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, TWO_LEVELS } from '../applicants.ts';
import {
  ATTORNEY_PAPERS,
  EMPLOYER_PAPERS,
  HEALTH_LIMIT_NOT_KNOWN,
  IDENTITY_PAPER,
  OLD_PERMIT_PAPER,
  PHOTO,
} from '../document-sets.ts';
import { CASE_CLOCKS, decisionWithin } from '../clock-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import {
  EMPLOYER_FIELDS,
  HEALTH_FIELDS,
  JOB_FIELDS,
  OLD_PERMIT_FIELDS,
  PERIOD_FIELDS,
  TRAVEL_DOCUMENT_FIELDS,
  VISA_FIELDS,
  WORKER_FIELDS,
} from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';

const PORTAL_LIST = CERTAIN('MOU renewal list on the portal, notes 2.5 [O]');

/** Renewal of a permit of a worker who came under an MOU (form บต.30). */
export const r59mVersions: readonly ServiceDefinition[] = [
  {
    code: 'R59M',
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: true,
    missing: [],
    kind: 'application',
    family: 'renewal',
    section: '59 MOU',
    portalCodes: ['*_RENEWAL'],
    numberGroup: '12',
    forms: [{ number: 'บต.30', ...CERTAIN('มาตรา 55 (แบบ บต. 30), portal label [O, exact]') }],
    names: {
      th: 'ต่ออายุใบอนุญาตทำงาน (MOU)',
      en: 'Renewal of work permit (MOU)',
      my: 'အလုပ်လုပ်ခွင့်ပါမစ် သက်တမ်းတိုးခြင်း (MOU)',
      km: 'បន្តសុពលភាពប័ណ្ណការងារ (MOU)',
      lo: 'ຕໍ່ອາຍຸໃບອະນຸຍາດເຮັດວຽກ (MOU)',
      vi: 'Gia hạn giấy phép lao động (MOU)',
    },
    applicants: applicantsOf('worker', 'employer', 'importer', 'agent', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'renew',
    nationalities: ['KH', 'LA', 'MM', 'VN'],
    fields: {
      ...WORKER_FIELDS,
      ...TRAVEL_DOCUMENT_FIELDS,
      ...VISA_FIELDS,
      ...OLD_PERMIT_FIELDS,
      ...EMPLOYER_FIELDS,
      ...JOB_FIELDS,
      ...PERIOD_FIELDS,
      ...HEALTH_FIELDS,
    },
    documents: {
      ...IDENTITY_PAPER,
      'entry-evidence': {
        anyOf: ['entry-evidence', 'visa'],
        strength: 'expected',
        from: 'worker',
        ...PORTAL_LIST,
      },
      contract: { anyOf: ['employment-contract'], strength: 'optional', from: 'employer', ...PORTAL_LIST },
      medical: {
        anyOf: ['medical-certificate'],
        strength: 'optional',
        from: 'worker',
        maxAgeDays: HEALTH_LIMIT_NOT_KNOWN,
        ...PORTAL_LIST,
      },
      ...PHOTO,
      'form-bt46': { anyOf: ['form-bt46'], strength: 'expected', from: 'employer', ...PORTAL_LIST },
      'attorney-to-importer': {
        anyOf: ['attorney-to-importer'],
        strength: 'expected',
        from: 'employer',
        when: { field: 'filerKind', in: ['importer'] },
        ...PORTAL_LIST,
      },
      ...OLD_PERMIT_PAPER,
      ...ATTORNEY_PAPERS,
      ...EMPLOYER_PAPERS,
    },
    biometrics: {
      policy: 'verify',
      freshForDays: {
        value: 730,
        ...ASSUMED('verify, re-take if none or old (part A); two years is our proposal'),
      },
      modalities: ['face', 'fingers', 'irises'],
      ...UNCERTAIN('face, iris and fingerprints at the visit [N S9]; the verify policy is our design'),
    },
    fees: {
      application: {
        stage: 'filing',
        amount: {
          per: 'request',
          satang: { value: baht(100), ...UNCERTAIN('application 100 baht [N gam-legalalliance; B1]') },
        },
        names: FEE_NAMES.application,
      },
      permit: {
        stage: 'grant',
        amount: {
          per: 'year-begun',
          satang: {
            value: baht(900),
            ...CERTAIN('two-year MOU renewal shows 1,800 on the portal [O]; 900 a year [B1 Matichon]'),
          },
        },
        names: FEE_NAMES.permit,
      },
    },
    clocks: { ...CASE_CLOCKS, ...decisionWithin(5, 'up to four months were seen') },
    windows: [],
    period: {
      maxMonths: { value: 24, ...UNCERTAIN('not over two years a grant; section not verified [B1]') },
      startsAfterOld: true,
    },
    age: { least: { value: 18, ...ASSUMED('age limits per rule (part B); 18 is our proposal') } },
    decides: TWO_LEVELS,
    outputs: [
      { kind: 'receipt', ...CERTAIN('ใบรับคำขอ, ใบเสร็จ: papers issued, notes 2.8 [O]') },
      { kind: 'card', ...CERTAIN('new card after the visit, notes 2.4 and 2.9') },
    ],
    workProof: {
      from: 'filed-before-expiry',
      text: {
        th: 'ยื่นต่ออายุก่อนวันหมดอายุแล้ว ทำงานต่อไปได้ระหว่างรอการพิจารณา (มาตรา 67)',
        en: 'Renewal was filed before expiry: the holder may go on working while it is pending (section 67).',
        my: 'သက်တမ်းမကုန်မီ သက်တမ်းတိုးလျှောက်ထားပြီးဖြစ်၍ ဆုံးဖြတ်ချက်စောင့်နေစဉ် ဆက်လက်အလုပ်လုပ်နိုင်သည် (ပုဒ်မ ၆၇)။',
        km: 'បានដាក់ពាក្យបន្តមុនផុតកំណត់ អាចបន្តធ្វើការក្នុងពេលរង់ចាំការសម្រេច (មាត្រា ៦៧)។',
        lo: 'ໄດ້ຍື່ນຕໍ່ອາຍຸກ່ອນໝົດອາຍຸແລ້ວ ສາມາດເຮັດວຽກຕໍ່ໄດ້ໃນລະຫວ່າງລໍຖ້າ (ມາດຕາ 67).',
        vi: 'Đã nộp đơn gia hạn trước khi hết hạn: được tiếp tục làm việc trong khi chờ xét duyệt (Điều 67).',
      },
      whileAppealed: {
        value: true,
        ...ASSUMED('s.67 speaks of a pending renewal; whether an appeal keeps it pending was not read'),
      },
      ...UNCERTAIN('s.67: renew before expiry, may keep working while pending [B1]'),
    },
  },
];
