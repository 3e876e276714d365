import { calendarDate } from '../../calendar/calendar-date.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, RECEIVED } from '../applicants.ts';
import { NO_BIOMETRICS } from '../biometrics-policies.ts';
import { ACKNOWLEDGEMENT, ANSWER_DUE, dutyOf } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, EMPLOYER_PAPERS } from '../document-sets.ts';
import { EMPLOYER_FIELDS, JOB_FIELDS, OLD_PERMIT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';

const SINCE = calendarDate('2025-10-13');
const TABLE = UNCERTAIN('table of part A; required papers not seen on the portal');
const RECEIPT: ServiceDefinition['outputs'] = [
  { kind: 'receipt', ...CERTAIN('the State acknowledges a notice in time, s.5/1 and s.100/1 [P S1 ch.8]') },
];

/** What the notices share: received at once, no fee known, no visit. */
const NOTICE = {
  version: 1,
  effectiveFrom: SINCE,
  offered: true,
  missing: [],
  kind: 'notice',
  family: 'notice',
  numberGroup: '14',
  employerKinds: ALL_EMPLOYER_KINDS,
  attorneyAct: 'notify',
  biometrics: NO_BIOMETRICS,
  // No fee is known for any notice (part A says 0 with a question mark): none is charged.
  fees: {},
  windows: [],
  decides: RECEIVED,
  outputs: RECEIPT,
  workProof: NO_WORK_PROOF,
} as const satisfies Partial<ServiceDefinition>;

const copy = (): Pick<ServiceDefinition, 'missing' | 'windows' | 'fees'> => ({
  missing: [],
  windows: [],
  fees: {},
});

/** The employer tells that a foreigner was hired (s.13, บต.52). */
export const h52: ServiceDefinition = {
  ...NOTICE,
  ...copy(),
  code: 'H52',
  act: 'hire',
  section: '13',
  portalCodes: ['MT_13_1_INFORM'],
  forms: [{ number: 'บต.52', ...CERTAIN('hire notice [O]') }],
  names: {
    th: 'แจ้งการจ้างคนต่างด้าว (บต.52)',
    en: 'Hire notice (form 52)',
    my: 'နိုင်ငံခြားသား ခန့်အပ်ကြောင်း အကြောင်းကြားစာ',
    km: 'ជូនដំណឹងការជួលជនបរទេស',
    lo: 'ແຈ້ງການຈ້າງຄົນຕ່າງດ້າວ',
    vi: 'Thông báo tuyển dụng người nước ngoài',
  },
  applicants: applicantsOf('employer', 'agent'),
  fields: {
    ...WORKER_FIELDS,
    ...OLD_PERMIT_FIELDS,
    ...EMPLOYER_FIELDS,
    ...JOB_FIELDS,
    'answers.eventDate': {
      kind: 'date',
      strength: 'needed',
      ...CERTAIN('the clock starts with the hire, s.13 [O, B1]'),
    },
  },
  documents: {
    contract: { anyOf: ['employment-contract'], strength: 'optional', from: 'employer', ...TABLE },
    ...ATTORNEY_PAPERS,
    ...EMPLOYER_PAPERS,
  },
  clocks: {
    ...ACKNOWLEDGEMENT,
    ...ANSWER_DUE,
    ...dutyOf(15, {
      startsAt: 'event',
      binds: 'employer',
      ...UNCERTAIN('s.13, 15 days, fine s.103 up to 20,000 [O code, B1]'),
    }),
  },
};

/** The employer tells that a foreigner left, with the reason (s.13, บต.53); it starts the leaver's clock. */
export const h53: ServiceDefinition = {
  ...NOTICE,
  ...copy(),
  code: 'H53',
  act: 'exit',
  section: '13 / 46 ¶3',
  portalCodes: ['MT_13_EXIT'],
  forms: [{ number: 'บต.53', ...CERTAIN('exit notice [O]') }],
  names: {
    th: 'แจ้งคนต่างด้าวออกจากงาน (บต.53)',
    en: 'Exit notice (form 53)',
    my: 'နိုင်ငံခြားသား အလုပ်ထွက်ကြောင်း အကြောင်းကြားစာ',
    km: 'ជូនដំណឹងជនបរទេសឈប់ធ្វើការ',
    lo: 'ແຈ້ງຄົນຕ່າງດ້າວອອກວຽກ',
    vi: 'Thông báo người nước ngoài thôi việc',
  },
  applicants: applicantsOf('employer', 'agent'),
  fields: {
    ...WORKER_FIELDS,
    ...OLD_PERMIT_FIELDS,
    ...EMPLOYER_FIELDS,
    'answers.eventDate': {
      kind: 'date',
      strength: 'needed',
      ...CERTAIN('the clock starts with the exit, s.13 [O, B1]'),
    },
    'answers.exitReason': {
      kind: 'long-text',
      strength: 'expected',
      maxLength: 2000,
      ...CERTAIN('exit with reason, s.13 [O]'),
    },
  },
  documents: {
    'exit-evidence': { anyOf: ['exit-evidence'], strength: 'optional', from: 'employer', ...TABLE },
    ...ATTORNEY_PAPERS,
    ...EMPLOYER_PAPERS,
  },
  clocks: {
    ...ACKNOWLEDGEMENT,
    ...ANSWER_DUE,
    ...dutyOf(15, {
      startsAt: 'event',
      binds: 'employer',
      ...UNCERTAIN('s.13, 15 days; s.103 20,000, MOU s.113/1 5,000 [O code, B1]'),
    }),
    'find-employer-mou': {
      days: 30,
      counting: 'calendar-days',
      startsAt: 'exit',
      binds: 'worker',
      ...UNCERTAIN('s.52, 30 days, else s.53 [B1]'),
    },
    'find-employer-cohort': {
      days: 60,
      counting: 'calendar-days',
      startsAt: 'exit',
      binds: 'worker',
      ...UNCERTAIN('two months, resolution of 24 Sep 2024 [B1; N]'),
    },
  },
};

/** The licensed importer tells that MOU workers were delivered to the employer (s.43, บต.13). */
export const h43: ServiceDefinition = {
  ...NOTICE,
  ...copy(),
  code: 'H43',
  act: 'delivery',
  section: '43',
  portalCodes: ['MT_43'],
  forms: [{ number: 'บต.13', ...CERTAIN('delivery notice s.43 [O]') }],
  names: {
    th: 'แจ้งส่งมอบคนต่างด้าวให้นายจ้าง (บต.13)',
    en: 'Delivery of MOU workers to the employer (form 13)',
    my: 'MOU အလုပ်သမားများကို အလုပ်ရှင်ထံ လွှဲအပ်ကြောင်း အကြောင်းကြားစာ',
    km: 'ជូនដំណឹងប្រគល់កម្មករ MOU ដល់និយោជក',
    lo: 'ແຈ້ງສົ່ງມອບແຮງງານ MOU ໃຫ້ນາຍຈ້າງ',
    vi: 'Thông báo bàn giao lao động MOU cho chủ',
  },
  applicants: applicantsOf('importer'),
  fields: {
    ...WORKER_FIELDS,
    ...EMPLOYER_FIELDS,
    'answers.importerLicence': {
      kind: 'document-number',
      strength: 'expected',
      maxLength: 40,
      ...ASSUMED('licence number of the importer: our proposal'),
    },
    'answers.eventDate': {
      kind: 'date',
      strength: 'needed',
      ...CERTAIN('the clock starts with the delivery, s.43 [O]'),
    },
  },
  documents: {
    'worker-list': {
      anyOf: ['worker-list'],
      strength: 'expected',
      from: 'agent',
      ...UNCERTAIN('list of workers, part A'),
    },
    ...EMPLOYER_PAPERS,
  },
  clocks: {
    ...ACKNOWLEDGEMENT,
    ...ANSWER_DUE,
    ...dutyOf(15, { startsAt: 'event', binds: 'importer', ...UNCERTAIN('s.43, 15 days [O code, B1]') }),
  },
};

/** The employer tells that an MOU worker was not taken or left (s.50). */
export const h50: ServiceDefinition = {
  ...NOTICE,
  ...copy(),
  code: 'H50',
  act: 'refusal',
  section: '50',
  portalCodes: ['MT_50_1'],
  forms: [],
  names: {
    th: 'แจ้งไม่รับหรือไม่ยินยอมทำงาน (MOU)',
    en: 'MOU worker not taken or unwilling',
    my: 'MOU အလုပ်သမား လက်မခံ/ငြင်းဆန်ကြောင်း အကြောင်းကြားစာ',
    km: 'ជូនដំណឹងមិនទទួល ឬមិនយល់ព្រម (MOU)',
    lo: 'ແຈ້ງບໍ່ຮັບ ຫຼື ບໍ່ຍິນຍອມເຮັດວຽກ (MOU)',
    vi: 'Thông báo không nhận hoặc không đồng ý làm (MOU)',
  },
  applicants: applicantsOf('employer', 'agent'),
  fields: {
    ...WORKER_FIELDS,
    ...EMPLOYER_FIELDS,
    'answers.eventDate': {
      kind: 'date',
      strength: 'needed',
      ...CERTAIN('the clock starts with the refusal, s.50 [O]'),
    },
    'answers.refusalReason': {
      kind: 'long-text',
      strength: 'expected',
      maxLength: 2000,
      ...CERTAIN('worker refuses or leaves, s.50 [O]'),
    },
  },
  documents: {
    'worker-list': {
      anyOf: ['worker-list'],
      strength: 'optional',
      from: 'employer',
      ...UNCERTAIN('list of workers, part A'),
    },
    ...ATTORNEY_PAPERS,
  },
  clocks: {
    ...ACKNOWLEDGEMENT,
    ...ANSWER_DUE,
    ...dutyOf(7, {
      startsAt: 'event',
      binds: 'employer',
      ...UNCERTAIN('s.50, 7 days to licensee and registrar [O code, B1]'),
    }),
  },
};
