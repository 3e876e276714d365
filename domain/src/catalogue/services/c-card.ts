import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, TWO_LEVELS } from '../applicants.ts';
import { REUSE_FRESH } from '../biometrics-policies.ts';
import { CASE_CLOCKS, decisionWithin } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, OLD_PERMIT_PAPER, PHOTO } from '../document-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import { OLD_PERMIT_FIELDS, TRAVEL_DOCUMENT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';

const PORTAL = CERTAIN('CHANGE_CARD: ซึ่งกระทบใบอนุญาตทำงาน, portal label [O]');
const OCCUPATION = { field: 'answers.changeKind', in: ['occupation', 'occupation-list-2-3'] };

/** A change of something that the card prints: prefix, name, birth date, kind of work. */
export const cCardVersions: readonly ServiceDefinition[] = [
  {
    code: 'C-CARD',
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: true,
    missing: [],
    kind: 'application',
    family: 'change',
    section: '64/2',
    portalCodes: ['CHANGE_44', 'CHANGE_45', 'CHANGE_22'],
    numberGroup: '14',
    forms: [
      { number: 'บต.44', ...CERTAIN('change of particulars [O]') },
      { number: 'บต.45', ...CERTAIN('kind of work in lists 2 and 3 [O]') },
      { number: 'บต.22', ...CERTAIN('change or add kind of work [O]') },
    ],
    names: {
      th: 'เปลี่ยนรายการที่กระทบบัตร',
      en: 'Change that alters the card',
      my: 'ကတ်ပေါ်ရှိအချက်အလက် ပြောင်းလဲခြင်း',
      km: 'កែប្រែព័ត៌មានដែលប៉ះពាល់ប័ណ្ណ',
      lo: 'ປ່ຽນລາຍການທີ່ກະທົບບັດ',
      vi: 'Thay đổi nội dung in trên thẻ',
    },
    applicants: applicantsOf('worker', 'agent', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'change',
    fields: {
      'answers.changeKind': {
        kind: 'choice',
        choices: ['prefix', 'name', 'birth-date', 'nationality', 'occupation', 'occupation-list-2-3'],
        strength: 'needed',
        ...PORTAL,
      },
      'answers.newValue': {
        kind: 'text',
        strength: 'expected',
        maxLength: 200,
        ...ASSUMED('our proposal: the value asked for'),
      },
      'answers.reason': {
        kind: 'long-text',
        strength: 'expected',
        maxLength: 2000,
        ...ASSUMED('our proposal'),
      },
      'job.occupation': {
        kind: 'text',
        strength: 'expected',
        maxLength: 120,
        printed: true,
        when: OCCUPATION,
        ...PORTAL,
      },
      ...WORKER_FIELDS,
      ...TRAVEL_DOCUMENT_FIELDS,
      ...OLD_PERMIT_FIELDS,
    },
    documents: {
      evidence: {
        anyOf: ['change-evidence', 'passport', 'travel-document-substitute'],
        strength: 'expected',
        from: 'worker',
        ...UNCERTAIN('evidence of change, old card, form: table of part A'),
      },
      'employer-consent': {
        anyOf: ['employment-contract'],
        strength: 'expected',
        from: 'employer',
        when: OCCUPATION,
        ...ASSUMED('contract for the other work: our proposal'),
      },
      ...OLD_PERMIT_PAPER,
      ...PHOTO,
      ...ATTORNEY_PAPERS,
    },
    biometrics: REUSE_FRESH,
    fees: {
      change: {
        stage: 'filing',
        amount: {
          per: 'request',
          satang: {
            value: baht(1000),
            ...UNCERTAIN('1,000 baht, older rule [N gam]; not verified for 2026'),
          },
        },
        names: FEE_NAMES.change,
      },
    },
    clocks: { ...CASE_CLOCKS, ...decisionWithin(3) },
    windows: [],
    decides: TWO_LEVELS,
    outputs: [{ kind: 'card', ...CERTAIN('new card and a biometrics visit [O]') }],
    workProof: NO_WORK_PROOF,
  },
];
