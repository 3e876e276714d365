import { calendarDate } from '../../calendar/calendar-date.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf } from '../applicants.ts';
import { NO_BIOMETRICS } from '../biometrics-policies.ts';
import { ATTORNEY_PAPERS } from '../document-sets.ts';
import { OLD_PERMIT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';
import { ORDER_GROUNDS } from './order-grounds.ts';

const SINCE = calendarDate('2025-10-13');
const PAPERS = UNCERTAIN('table of part A; the form was not seen');
const FORMER_ACT = CERTAIN(
  'stages under the former Act [P mol.go.th]; the section under the 2560 Decree is not verified',
);

/** The payer asks a fee back. */
export const ref: ServiceDefinition = {
  code: 'REF',
  version: 1,
  effectiveFrom: SINCE,
  offered: true,
  missing: [],
  kind: 'refund',
  family: 'money',
  section: 'fee refund',
  portalCodes: ['tab_FEE'],
  numberGroup: '14',
  forms: [],
  names: {
    th: 'ขอคืนค่าธรรมเนียม',
    en: 'Fee refund',
    my: 'ကြေးငွေ ပြန်အမ်းရန် တောင်းခံခြင်း',
    km: 'សុំបង្វិលថ្លៃ',
    lo: 'ຂໍຄືນຄ່າທຳນຽມ',
    vi: 'Xin hoàn lệ phí',
  },
  applicants: applicantsOf('worker', 'employer', 'importer', 'agent', 'organisation'),
  employerKinds: ALL_EMPLOYER_KINDS,
  attorneyAct: 'refund',
  fields: {
    'answers.receiptNo': {
      kind: 'document-number',
      strength: 'needed',
      maxLength: 40,
      ...CERTAIN('one receipt per price [O]'),
    },
    'answers.reason': { kind: 'long-text', strength: 'expected', maxLength: 2000, ...PAPERS },
    'answers.payeeName': {
      kind: 'text',
      strength: 'expected',
      maxLength: 200,
      ...ASSUMED('to whom the State pays: our proposal'),
    },
    'answers.payeeAccount': {
      kind: 'document-number',
      strength: 'expected',
      maxLength: 30,
      ...ASSUMED('to whom the State pays: our proposal'),
    },
  },
  documents: {
    receipt: { anyOf: ['payment-receipt'], strength: 'expected', from: 'worker', ...PAPERS },
    ...ATTORNEY_PAPERS,
  },
  biometrics: NO_BIOMETRICS,
  fees: {},
  clocks: {
    decision: {
      days: 15,
      counting: 'calendar-days',
      startsAt: 'filing',
      binds: 'department',
      ...ASSUMED('target T 15 days, part A'),
    },
  },
  windows: [],
  decides: {
    considers: 'finance-officer',
    decides: 'finance-officer',
    ...ASSUMED('finance officer, with a question mark in part A'),
  },
  outputs: [{ kind: 'refund-notice', ...PAPERS }],
  workProof: NO_WORK_PROOF,
};

/** Revocation by the registrar, or cancellation on request. */
export const rev: ServiceDefinition = {
  code: 'REV',
  version: 1,
  effectiveFrom: SINCE,
  offered: true,
  missing: [],
  kind: 'order',
  family: 'order',
  section: 'revocation',
  portalCodes: ['MT_REVOKE'],
  numberGroup: '14',
  forms: [],
  names: {
    th: 'เพิกถอนหรือยกเลิกใบอนุญาตทำงาน',
    en: 'Revocation or cancellation of a permit',
    my: 'အလုပ်လုပ်ခွင့်ပါမစ် ရုပ်သိမ်းခြင်း/ပယ်ဖျက်ခြင်း',
    km: 'ដកហូត ឬលុបប័ណ្ណការងារ',
    lo: 'ຖອນ ຫຼື ຍົກເລີກໃບອະນຸຍາດເຮັດວຽກ',
    vi: 'Thu hồi hoặc hủy giấy phép lao động',
  },
  applicants: applicantsOf('registrar', 'worker', 'employer'),
  employerKinds: ALL_EMPLOYER_KINDS,
  attorneyAct: 'change',
  fields: {
    'answers.revocationKind': {
      kind: 'choice',
      choices: ['revoked', 'cancelled-on-request'],
      strength: 'needed',
      ...CERTAIN('เพิกถอน/ยกเลิก [O]'),
    },
    'answers.legalGround': {
      kind: 'long-text',
      strength: 'needed',
      maxLength: 2000,
      ...ASSUMED('an order needs its ground: our rule'),
    },
    'answers.orderNo': {
      kind: 'document-number',
      strength: 'expected',
      maxLength: 40,
      ...ASSUMED('an order has a number: our rule'),
    },
    ...WORKER_FIELDS,
    ...OLD_PERMIT_FIELDS,
  },
  documents: {
    order: { anyOf: ['revocation-order', 'own-statement'], strength: 'expected', from: 'office', ...PAPERS },
  },
  biometrics: NO_BIOMETRICS,
  fees: {},
  clocks: {
    'appeal-period': {
      days: 30,
      counting: 'calendar-days',
      startsAt: 'refusal',
      binds: 'filer',
      ...UNCERTAIN('30 days to appeal [N older DOE poster]; whether it covers revocation is not verified'),
    },
    decision: {
      days: 1,
      counting: 'working-days',
      startsAt: 'filing',
      binds: 'department',
      ...ASSUMED('target T 1 day, part A'),
    },
  },
  windows: [],
  decides: { considers: 'nobody', decides: 'registrar', ...CERTAIN('MT_REVOKE, registrar [O; part A]') },
  outputs: [{ kind: 'order', ...PAPERS }],
  workProof: NO_WORK_PROOF,
  grounds: [...ORDER_GROUNDS],
};

/** Appeal against a refusal, with its stages as data. */
export const apl: ServiceDefinition = {
  code: 'APL',
  version: 1,
  effectiveFrom: SINCE,
  offered: true,
  missing: [],
  kind: 'appeal',
  family: 'appeal',
  section: 'appeal',
  portalCodes: ['อุทธรณ์'],
  numberGroup: '14',
  forms: [{ number: 'อุทธรณ์', ...CERTAIN('an appeal form generator is on the portal [O]') }],
  names: {
    th: 'อุทธรณ์คำสั่ง',
    en: 'Appeal against a decision',
    my: 'ဆုံးဖြတ်ချက်ကို အယူခံဝင်ခြင်း',
    km: 'ប្តឹងឧទ្ធរណ៍ប្រឆាំងសេចក្តីសម្រេច',
    lo: 'ອຸທອນຄຳສັ່ງ',
    vi: 'Khiếu nại quyết định',
  },
  applicants: applicantsOf('worker', 'employer', 'importer', 'agent', 'organisation'),
  employerKinds: ALL_EMPLOYER_KINDS,
  attorneyAct: 'appeal',
  fields: {
    'answers.decisionNo': {
      kind: 'document-number',
      strength: 'needed',
      maxLength: 40,
      ...CERTAIN('refusal letter is a paper of the portal [O]'),
    },
    'answers.knownOn': { kind: 'date', strength: 'needed', ...FORMER_ACT },
    'answers.grounds': { kind: 'long-text', strength: 'needed', maxLength: 4000, ...PAPERS },
    ...WORKER_FIELDS,
  },
  documents: {
    decision: { anyOf: ['decision-letter'], strength: 'expected', from: 'worker', ...PAPERS },
    grounds: { anyOf: ['appeal-grounds'], strength: 'optional', from: 'worker', ...PAPERS },
    ...ATTORNEY_PAPERS,
  },
  biometrics: NO_BIOMETRICS,
  fees: {},
  clocks: {
    duty: { days: 30, counting: 'calendar-days', startsAt: 'knowledge', binds: 'filer', ...FORMER_ACT },
  },
  windows: [],
  decides: { considers: 'appeal-committee', decides: 'minister', ...FORMER_ACT },
  outputs: [{ kind: 'letter', ...PAPERS }],
  stages: [
    {
      code: 'filed',
      by: 'director-general',
      days: { value: 30, ...FORMER_ACT },
      names: {
        th: 'ยื่นต่ออธิบดีภายใน 30 วันนับแต่ทราบคำสั่ง',
        en: 'Filed with the Director-General within 30 days of knowing',
        my: 'သိရှိပြီး ရက် ၃၀ အတွင်း ညွှန်ကြားရေးမှူးချုပ်ထံ တင်သည်',
        km: 'ដាក់ជូនអគ្គនាយកក្នុង ៣០ ថ្ងៃពីថ្ងៃដឹង',
        lo: 'ຍື່ນຕໍ່ອະທິບໍດີພາຍໃນ 30 ວັນນັບແຕ່ຮູ້',
        vi: 'Nộp cho Tổng cục trưởng trong 30 ngày kể từ khi biết',
      },
    },
    {
      code: 'forwarded',
      by: 'director-general',
      days: { value: 15, ...FORMER_ACT },
      names: {
        th: 'ส่งต่อคณะกรรมการภายใน 15 วัน',
        en: 'Forwarded within 15 days',
        my: '၁၅ ရက်အတွင်း ဆက်လက်ပေးပို့သည်',
        km: 'បញ្ជូនបន្តក្នុង ១៥ ថ្ងៃ',
        lo: 'ສົ່ງຕໍ່ພາຍໃນ 15 ວັນ',
        vi: 'Chuyển tiếp trong 15 ngày',
      },
    },
    {
      code: 'committee',
      by: 'appeal-committee',
      days: { value: 15, ...FORMER_ACT },
      names: {
        th: 'คณะกรรมการให้ความเห็นภายใน 15 วัน',
        en: 'The committee gives its opinion within 15 days',
        my: 'ကော်မတီက ၁၅ ရက်အတွင်း သဘောထားပေးသည်',
        km: 'គណៈកម្មការផ្តល់មតិក្នុង ១៥ ថ្ងៃ',
        lo: 'ຄະນະກຳມະການໃຫ້ຄວາມເຫັນພາຍໃນ 15 ວັນ',
        vi: 'Ủy ban cho ý kiến trong 15 ngày',
      },
    },
    {
      code: 'minister',
      by: 'minister',
      days: { value: 30, ...FORMER_ACT },
      names: {
        th: 'รัฐมนตรีวินิจฉัยภายใน 30 วัน คำวินิจฉัยเป็นที่สุด',
        en: 'The Minister decides within 30 days; the decision is final',
        my: 'ဝန်ကြီးက ရက် ၃၀ အတွင်း ဆုံးဖြတ်သည်၊ ဆုံးဖြတ်ချက် အပြီးသတ်ဖြစ်သည်',
        km: 'រដ្ឋមន្ត្រីសម្រេចក្នុង ៣០ ថ្ងៃ ជាស្ថាពរ',
        lo: 'ລັດຖະມົນຕີຕັດສິນພາຍໃນ 30 ວັນ ເປັນທີ່ສຸດ',
        vi: 'Bộ trưởng quyết định trong 30 ngày; quyết định là cuối cùng',
      },
    },
  ],
  workProof: {
    ...NO_WORK_PROOF,
    ...UNCERTAIN(
      'while a renewal appeal runs the worker may go on working [N older DOE poster under the former Act]; not used',
    ),
  },
};
