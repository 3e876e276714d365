import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, TWO_LEVELS } from '../applicants.ts';
import { CASE_CLOCKS, decisionWithin } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, EMPLOYER_PAPERS, HEALTH_LIMIT_NOT_KNOWN, PHOTO } from '../document-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import { EMPLOYER_FIELDS, JOB_FIELDS, TRAVEL_DOCUMENT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';

const ROUND = UNCERTAIN('round of 11 Dec 2026 [B1 Thai Post, Nation, Bangkok Biznews Aug 2026]');
const LONG_COVER = { field: 'job.sector', in: ['domestic', 'farm', 'livestock'] };

/** Permit under a cabinet resolution (s.63/2), the round that closes on 11 December 2026. */
export const n632Versions: readonly ServiceDefinition[] = [
  {
    code: 'N632',
    version: 1,
    effectiveFrom: calendarDate('2026-09-08'),
    offered: true,
    missing: [],
    kind: 'application',
    family: 'new',
    section: '63/2',
    portalCodes: ['MT_63_2'],
    numberGroup: '11',
    forms: [
      {
        number: 'บต.25',
        ...UNCERTAIN('family of s.59 [N citizen guide]; the portal also uses 25 for replacements'),
      },
    ],
    names: {
      th: 'ขอรับใบอนุญาตทำงานตามมติคณะรัฐมนตรี',
      en: 'Work permit under a cabinet resolution',
      my: 'အစိုးရအဖွဲ့ဆုံးဖြတ်ချက်အရ အလုပ်လုပ်ခွင့်ပါမစ် လျှောက်ထားခြင်း',
      km: 'សុំប័ណ្ណការងារតាមសេចក្តីសម្រេចគណៈរដ្ឋមន្ត្រី',
      lo: 'ຂໍໃບອະນຸຍາດເຮັດວຽກຕາມມະຕິຄະນະລັດຖະມົນຕີ',
      vi: 'Xin giấy phép lao động theo nghị quyết nội các',
    },
    applicants: applicantsOf('employer', 'agent', 'worker', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'apply',
    nationalities: ['LA', 'MM', 'VN'],
    fields: {
      ...WORKER_FIELDS,
      ...TRAVEL_DOCUMENT_FIELDS,
      ...EMPLOYER_FIELDS,
      ...JOB_FIELDS,
      'answers.oldNumber': {
        kind: 'document-number',
        strength: 'expected',
        maxLength: 30,
        ...UNCERTAIN('old permit or application number, press on the round [B1]'),
      },
      'cover.kind': {
        kind: 'choice',
        choices: ['social-security', 'insurance'],
        strength: 'expected',
        ...ROUND,
      },
      'cover.to': {
        kind: 'date',
        strength: 'expected',
        when: { field: 'cover.kind', in: ['insurance'] },
        ...ROUND,
      },
    },
    documents: {
      identity: {
        anyOf: ['passport', 'travel-document-substitute'],
        strength: 'expected',
        from: 'worker',
        // Workers from Myanmar may attach it later in this round.
        when: { not: { field: 'worker.nationality', in: ['MM'] } },
        ...ROUND,
      },
      'identity-later': {
        anyOf: ['passport', 'travel-document-substitute'],
        strength: 'optional',
        from: 'worker',
        when: { field: 'worker.nationality', in: ['MM'] },
        ...ROUND,
      },
      health: {
        anyOf: ['medical-certificate'],
        strength: 'optional',
        from: 'office',
        maxAgeDays: HEALTH_LIMIT_NOT_KNOWN,
        ...UNCERTAIN('health certificate is linked electronically from the hospital [B1]'),
      },
      cover: {
        anyOf: ['social-security-proof', 'insurance-policy'],
        strength: 'expected',
        from: 'employer',
        when: { not: LONG_COVER },
        ...ROUND,
      },
      'cover-one-year': {
        anyOf: ['insurance-policy'],
        strength: 'expected',
        from: 'employer',
        when: LONG_COVER,
        ...UNCERTAIN('one year for domestic, farm and livestock work [B1]'),
      },
      'old-permit': {
        anyOf: ['old-permit', 'old-application-receipt'],
        strength: 'expected',
        from: 'worker',
        ...ROUND,
      },
      ...PHOTO,
      ...ATTORNEY_PAPERS,
      ...EMPLOYER_PAPERS,
    },
    biometrics: {
      policy: 'capture',
      modalities: ['face', 'fingers', 'irises'],
      ...UNCERTAIN('face, iris and fingerprints at the visit [N S9]; modalities per round not found'),
    },
    fees: {
      application: {
        stage: 'filing',
        amount: { per: 'request', satang: { value: baht(100), ...ROUND } },
        names: FEE_NAMES.application,
      },
      permit: {
        stage: 'grant',
        amount: { per: 'request', satang: { value: baht(900), ...ROUND } },
        names: FEE_NAMES.permit,
      },
    },
    clocks: {
      ...CASE_CLOCKS,
      ...decisionWithin(5, 'months were seen'),
      'answer-due': {
        days: 7,
        counting: 'calendar-days',
        startsAt: 'return',
        binds: 'filer',
        ...ASSUMED('time to answer is unknown (F.6); short, because the round closes'),
      },
      'application-fee-due': {
        days: 1,
        counting: 'calendar-days',
        startsAt: 'bill',
        binds: 'filer',
        ...ASSUMED('own due date per bill [O]; on the last day 20:00 [B1 Nation]'),
      },
      'change-employer': {
        days: 60,
        counting: 'calendar-days',
        startsAt: 'exit',
        binds: 'worker',
        ...UNCERTAIN(
          'extended from one to two months, resolution of 24 Sep 2024 [B1; N nationthailand 40041875]',
        ),
      },
    },
    windows: [
      {
        code: 'dec-2026',
        resolution: 'cabinet resolution for Lao, Myanmar and Vietnamese workers, round to 11 December 2026',
        nationalities: ['LA', 'MM', 'VN'],
        opens: calendarDate('2026-09-08'),
        closes: calendarDate('2026-12-11'),
        fileBy: { value: '16:30', ...UNCERTAIN('file by 16:30 on the last day [B1 Nation]') },
        payBy: { value: '20:00', ...UNCERTAIN('pay by 20:00 on the last day [B1 Nation]') },
        permitEnds: { value: calendarDate('2027-12-11'), ...ROUND },
        travelDocumentBy: { value: calendarDate('2027-06-30'), ...ROUND },
        ...ROUND,
      },
    ],
    age: { least: { value: 18, ...ASSUMED('age limits per rule (part B); 18 is our proposal') } },
    cover: {
      'every-sector': {
        months: {
          value: 6,
          ...UNCERTAIN(
            '6 months if waiting after a change of employer [B1]; that it holds of all is our reading',
          ),
        },
      },
      'long-sectors': {
        months: { value: 12, ...UNCERTAIN('one year for domestic, farm and livestock work [B1]') },
        when: LONG_COVER,
      },
    },
    decides: TWO_LEVELS,
    outputs: [
      { kind: 'receipt', ...UNCERTAIN('receipts serve as interim permit, part A') },
      { kind: 'card', ...CERTAIN('card after the visit, notes 2.4 and 2.9') },
    ],
    workProof: {
      from: 'application-fee-paid',
      text: {
        th: 'ยื่นคำขอและชำระค่าธรรมเนียมในรอบมติคณะรัฐมนตรีแล้ว ใช้ใบรับคำขอพร้อมใบเสร็จแสดงแทนใบอนุญาตระหว่างรอ',
        en: 'Filed and paid in the cabinet-resolution round: the receipts of application and fee are shown in place of the permit while waiting.',
        my: 'အစိုးရအဖွဲ့ဆုံးဖြတ်ချက်အလှည့်တွင် လျှောက်ထားပြီး ကြေးပေးပြီးဖြစ်၍ စောင့်နေစဉ် ပါမစ်အစား ပြေစာများကို ပြနိုင်သည်။',
        km: 'បានដាក់ពាក្យ និងបង់ថ្លៃក្នុងជុំនេះ៖ អាចបង្ហាញបង្កាន់ដៃជំនួសប័ណ្ណក្នុងពេលរង់ចាំ។',
        lo: 'ໄດ້ຍື່ນ ແລະ ຈ່າຍຄ່າທຳນຽມໃນຮອບນີ້ແລ້ວ ໃຊ້ໃບຮັບສະແດງແທນໃບອະນຸຍາດໃນລະຫວ່າງລໍຖ້າ.',
        vi: 'Đã nộp đơn và đóng lệ phí trong đợt này: dùng biên nhận thay giấy phép trong khi chờ.',
      },
      ...UNCERTAIN('receipts of application and fee are interim proof [B1, Nation/Bangkok Biznews Aug 2026]'),
    },
  },
];
