import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, TWO_LEVELS } from '../applicants.ts';
import { CAPTURE_ALL } from '../biometrics-policies.ts';
import { CASE_CLOCKS, decisionWithin } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, EMPLOYER_PAPERS, PHOTO } from '../document-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import {
  EMPLOYER_FIELDS,
  HEALTH_FIELDS,
  JOB_FIELDS,
  PERIOD_FIELDS,
  TRAVEL_DOCUMENT_FIELDS,
  VISA_FIELDS,
  WORKER_FIELDS,
} from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { FROM_GRANT } from '../work-proofs.ts';

const GUIDES = UNCERTAIN('skilled s.59 papers [N thethaiger guide, thaiexpatworkpermit]');
const FEES = UNCERTAIN('750 / 1,500 / 3,000 up to 3 / 6 / 12 months [N gam-legalalliance]');
const TWO_YEARS = ASSUMED('12-month fee twice for up to two years: our reading; not verified');

const employerPaper = (
  type: 'vat-registration' | 'shareholder-list' | 'business-licence',
): ServiceDefinition['documents'][string] => ({
  anyOf: [type],
  strength: 'optional',
  from: 'employer',
  when: { field: 'employer.kind', in: ['thai-company', 'foreign-company-here'] },
  ...GUIDES,
});

/** New permit for skilled work by a person with a temporary stay (s.59). */
export const n59Versions: readonly ServiceDefinition[] = [
  {
    code: 'N59',
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: true,
    missing: [],
    kind: 'application',
    family: 'new',
    section: '59',
    portalCodes: ['MT_59'],
    numberGroup: '11',
    forms: [
      {
        number: 'บต.25',
        ...UNCERTAIN('application family of s.59 [N citizen guide of the State, being checked]'),
      },
    ],
    names: {
      th: 'ขอรับใบอนุญาตทำงาน ม.59 ทักษะฝีมือ',
      en: 'New work permit, skilled work (section 59)',
      my: 'ကျွမ်းကျင်လုပ်သား အလုပ်လုပ်ခွင့်ပါမစ်အသစ် (ပုဒ်မ ၅၉)',
      km: 'សុំប័ណ្ណការងារថ្មី ការងារជំនាញ (មាត្រា ៥៩)',
      lo: 'ຂໍໃບອະນຸຍາດເຮັດວຽກ ທັກສະຝີມື (ມາດຕາ 59)',
      vi: 'Xin giấy phép lao động, việc có tay nghề (Điều 59)',
    },
    applicants: applicantsOf('worker', 'employer', 'agent', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'apply',
    fields: {
      ...WORKER_FIELDS,
      ...TRAVEL_DOCUMENT_FIELDS,
      ...VISA_FIELDS,
      ...EMPLOYER_FIELDS,
      ...JOB_FIELDS,
      ...PERIOD_FIELDS,
      ...HEALTH_FIELDS,
      'answers.education': { kind: 'text', strength: 'expected', maxLength: 200, ...GUIDES },
      'answers.whyNotThai': {
        kind: 'long-text',
        strength: 'expected',
        maxLength: 2000,
        ...CERTAIN("บต.46 employer's certificate with the reason for not hiring a Thai [O, exact]"),
      },
    },
    documents: {
      identity: {
        anyOf: ['passport', 'travel-document-substitute'],
        strength: 'expected',
        from: 'worker',
        ...GUIDES,
      },
      visa: { anyOf: ['visa', 'entry-evidence'], strength: 'expected', from: 'worker', ...GUIDES },
      ...PHOTO,
      medical: {
        anyOf: ['medical-certificate'],
        strength: 'expected',
        from: 'worker',
        maxAgeDays: { value: 31, ...UNCERTAIN('medical certificate under one month [N thethaiger guide]') },
        ...GUIDES,
      },
      education: { anyOf: ['education-certificate'], strength: 'expected', from: 'worker', ...GUIDES },
      'curriculum-vitae': { anyOf: ['curriculum-vitae'], strength: 'expected', from: 'worker', ...GUIDES },
      contract: { anyOf: ['employment-contract'], strength: 'expected', from: 'employer', ...GUIDES },
      'form-bt46': {
        anyOf: ['form-bt46'],
        strength: 'expected',
        from: 'employer',
        ...CERTAIN("บต.46 employer's certificate [O, exact]"),
      },
      'employer-vat': employerPaper('vat-registration'),
      'employer-shareholders': employerPaper('shareholder-list'),
      'employer-licence': employerPaper('business-licence'),
      ...ATTORNEY_PAPERS,
      ...EMPLOYER_PAPERS,
    },
    biometrics: CAPTURE_ALL,
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
          per: 'length',
          steps: [
            { upToMonths: 3, satang: { value: baht(750), ...FEES } },
            { upToMonths: 6, satang: { value: baht(1500), ...FEES } },
            { upToMonths: 12, satang: { value: baht(3000), ...FEES } },
            { upToMonths: 24, satang: { value: baht(6000), ...TWO_YEARS } },
          ],
        },
        names: FEE_NAMES.permit,
      },
    },
    clocks: {
      ...CASE_CLOCKS,
      ...decisionWithin(3, '3 days before outsourcing [P seed 002], 7-10 working days [N]'),
    },
    windows: [],
    period: {
      maxMonths: { value: 24, ...UNCERTAIN('not over two years a grant; section not verified [B1]') },
      startsAfterOld: false,
    },
    age: { least: { value: 18, ...ASSUMED('age limits per rule (part B); 18 is our proposal') } },
    decides: TWO_LEVELS,
    outputs: [
      { kind: 'permit', ...CERTAIN('permit and card, part A') },
      { kind: 'card', ...CERTAIN('card after the visit, notes 2.4 and 2.9') },
    ],
    workProof: FROM_GRANT,
  },
];
