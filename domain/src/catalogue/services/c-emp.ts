import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, RECEIVED } from '../applicants.ts';
import { NO_BIOMETRICS } from '../biometrics-policies.ts';
import { ACKNOWLEDGEMENT, ANSWER_DUE, EXTENDED_BY_OUTAGES } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, EMPLOYER_PAPERS } from '../document-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import { EMPLOYER_FIELDS, JOB_FIELDS, OLD_PERMIT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';

const ROUND_2568 = UNCERTAIN('composite of several acts [N passport.co.th, 2568 round]');

/** A change of employer: the acts of three people, no new card, because the card does not name the employer. */
export const cEmpVersions: readonly ServiceDefinition[] = [
  {
    code: 'C-EMP',
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: true,
    missing: [],
    kind: 'notice',
    family: 'change',
    section: '64/2',
    portalCodes: ['CHANGE_EMPLOYER'],
    numberGroup: '14',
    forms: [
      { number: 'บต.52', ...CERTAIN('hire notice [O]') },
      { number: 'บต.55', ...UNCERTAIN('produced with change requests; meaning not verified [O code]') },
      { number: 'บต.44', ...CERTAIN('change of particulars [O]') },
      { number: 'บต.53', ...CERTAIN('exit notice [O]') },
    ],
    names: {
      th: 'แจ้งการทำงานและเปลี่ยนนายจ้าง',
      en: 'Start of work and change of employer',
      my: 'အလုပ်စတင်ခြင်းနှင့် အလုပ်ရှင်ပြောင်းခြင်း',
      km: 'ជូនដំណឹងការងារ និងប្តូរនិយោជក',
      lo: 'ແຈ້ງການເຮັດວຽກ ແລະ ປ່ຽນນາຍຈ້າງ',
      vi: 'Báo bắt đầu làm việc và đổi chủ sử dụng lao động',
    },
    applicants: applicantsOf('worker', 'employer', 'agent', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'notify',
    fields: {
      ...WORKER_FIELDS,
      ...OLD_PERMIT_FIELDS,
      ...EMPLOYER_FIELDS,
      ...JOB_FIELDS,
      'previousEmployer.nameThai': { kind: 'text', strength: 'expected', maxLength: 200, ...ROUND_2568 },
      'answers.exitDate': { kind: 'date', strength: 'expected', ...ROUND_2568 },
      'job.startsOn': {
        kind: 'date',
        strength: 'expected',
        ...CERTAIN('s.64/2: fifteen days from the start [O, B1]'),
      },
    },
    documents: {
      contract: {
        anyOf: ['employment-contract'],
        strength: 'expected',
        from: 'employer',
        ...UNCERTAIN('contract and exit notice, part A'),
      },
      'exit-evidence': {
        anyOf: ['exit-evidence'],
        strength: 'expected',
        from: 'worker',
        ...UNCERTAIN('contract and exit notice, part A'),
      },
      cover: {
        anyOf: ['social-security-proof', 'insurance-policy'],
        strength: 'optional',
        from: 'employer',
        ...UNCERTAIN('insurance of six months if waiting after changing employer [B1]'),
      },
      ...ATTORNEY_PAPERS,
      ...EMPLOYER_PAPERS,
    },
    biometrics: NO_BIOMETRICS,
    fees: {
      change: {
        stage: 'filing',
        amount: {
          per: 'request',
          satang: {
            value: baht(0),
            ...ASSUMED('0 or per rule (part A); บต.44 carries a fee in some rounds, not verified'),
          },
        },
        names: FEE_NAMES.change,
      },
    },
    clocks: {
      ...ACKNOWLEDGEMENT,
      ...ANSWER_DUE,
      'worker-notice': {
        days: 15,
        counting: 'calendar-days',
        startsAt: 'event',
        binds: 'worker',
        ...UNCERTAIN('s.64/2, 15 days, fine s.119/1 up to 20,000 [O form, B1]'),
        outages: EXTENDED_BY_OUTAGES,
      },
      'hire-notice': {
        days: 15,
        counting: 'calendar-days',
        startsAt: 'event',
        binds: 'employer',
        ...UNCERTAIN('s.13, 15 days [O code, B1]'),
        outages: EXTENDED_BY_OUTAGES,
      },
      'exit-notice': {
        days: 15,
        counting: 'calendar-days',
        startsAt: 'exit',
        binds: 'employer',
        ...UNCERTAIN('s.13, 15 days [O code, B1]'),
        outages: EXTENDED_BY_OUTAGES,
      },
      'find-employer-mou': {
        days: 30,
        counting: 'calendar-days',
        startsAt: 'exit',
        binds: 'worker',
        ...UNCERTAIN('s.52: new employer within 30 days, s.53 otherwise [B1]'),
      },
      'find-employer-cohort': {
        days: 60,
        counting: 'calendar-days',
        startsAt: 'exit',
        binds: 'worker',
        ...UNCERTAIN('two months, resolution of 24 Sep 2024 [B1; N nationthailand 40041875]'),
      },
    },
    windows: [],
    decides: RECEIVED,
    outputs: [
      { kind: 'receipt', ...CERTAIN('receipts; no new card, portal label of CHANGE_EMPLOYER [O]') },
      { kind: 'record-update', ...ASSUMED('live look-up shows the new employer to those allowed') },
    ],
    acts: [
      {
        code: 'hire',
        by: 'employer',
        form: 'บต.52',
        clock: 'hire-notice',
        required: true,
        names: {
          th: 'นายจ้างใหม่แจ้งการจ้าง',
          en: 'The new employer notifies the hire',
          my: 'အလုပ်ရှင်အသစ်က ခန့်အပ်ကြောင်း အကြောင်းကြားသည်',
          km: 'និយោជកថ្មីជូនដំណឹងការជួល',
          lo: 'ນາຍຈ້າງໃໝ່ແຈ້ງການຈ້າງ',
          vi: 'Chủ mới báo tuyển dụng',
        },
        ...ROUND_2568,
      },
      {
        code: 'worker-start',
        by: 'worker',
        form: 'บต.55',
        clock: 'worker-notice',
        required: true,
        names: {
          th: 'คนต่างด้าวแจ้งการทำงาน',
          en: 'The worker notifies the work',
          my: 'အလုပ်သမားက အလုပ်လုပ်ကြောင်း အကြောင်းကြားသည်',
          km: 'កម្មករជូនដំណឹងការងារ',
          lo: 'ແຮງງານແຈ້ງການເຮັດວຽກ',
          vi: 'Người lao động báo việc làm',
        },
        ...ROUND_2568,
      },
      {
        code: 'particulars',
        by: 'worker',
        form: 'บต.44',
        required: false,
        names: {
          th: 'ขอเปลี่ยนรายการ',
          en: 'Change of particulars',
          my: 'အချက်အလက်ပြောင်းလဲခြင်း',
          km: 'កែប្រែព័ត៌មាន',
          lo: 'ຂໍປ່ຽນລາຍການ',
          vi: 'Thay đổi nội dung',
        },
        ...ROUND_2568,
      },
      {
        code: 'exit',
        by: 'employer',
        form: 'บต.53',
        clock: 'exit-notice',
        required: true,
        names: {
          th: 'นายจ้างเดิมแจ้งออกจากงาน',
          en: 'The old employer notifies the exit',
          my: 'အလုပ်ရှင်ဟောင်းက အလုပ်ထွက်ကြောင်း အကြောင်းကြားသည်',
          km: 'និយោជកចាស់ជូនដំណឹងការចាកចេញ',
          lo: 'ນາຍຈ້າງເກົ່າແຈ້ງອອກວຽກ',
          vi: 'Chủ cũ báo thôi việc',
        },
        ...ROUND_2568,
      },
    ],
    workProof: NO_WORK_PROOF,
  },
];
