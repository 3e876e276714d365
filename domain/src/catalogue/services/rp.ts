import { calendarDate } from '../../calendar/calendar-date.ts';
import { baht } from '../../money/satang.ts';
import { ALL_EMPLOYER_KINDS, applicantsOf, TWO_LEVELS } from '../applicants.ts';
import { VERIFY_FRESH } from '../biometrics-policies.ts';
import { CASE_CLOCKS, decisionWithin, dutyOf } from '../clock-sets.ts';
import { ATTORNEY_PAPERS, IDENTITY_PAPER, PHOTO } from '../document-sets.ts';
import { FEE_NAMES } from '../fee-names.ts';
import { OLD_PERMIT_FIELDS, WORKER_FIELDS } from '../field-sets.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from '../figure.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { NO_WORK_PROOF } from '../work-proofs.ts';

const PAPERS = UNCERTAIN('police or own statement, ID, photo: table of part A');
const LOST = { field: 'answers.lossKind', in: ['lost', 'stolen'] };

/** A replacement for a card that is lost, stolen or damaged (s.69). */
export const rpVersions: readonly ServiceDefinition[] = [
  {
    code: 'RP',
    version: 1,
    effectiveFrom: calendarDate('2025-10-13'),
    offered: true,
    missing: [],
    kind: 'application',
    family: 'replacement',
    section: '69',
    portalCodes: ['REPLACE_CARD_25', 'REPLACE_CARD_MOU'],
    numberGroup: '14',
    forms: [
      {
        number: 'บต.25',
        ...UNCERTAIN('the portal uses 25 in its replacement code, in conflict with new applications'),
      },
    ],
    names: {
      th: 'ขอรับใบแทนใบอนุญาตทำงาน (หาย ชำรุด)',
      en: 'Replacement of a lost or damaged permit',
      my: 'ပျောက်ဆုံး/ပျက်စီးသော ပါမစ် အစားထိုးလျှောက်ထားခြင်း',
      km: 'សុំប័ណ្ណជំនួស (បាត់ ឬខូច)',
      lo: 'ຂໍໃບແທນໃບອະນຸຍາດ (ເສຍ ຫຼື ຊຳລຸດ)',
      vi: 'Cấp lại giấy phép bị mất hoặc hỏng',
    },
    applicants: applicantsOf('worker', 'agent', 'organisation'),
    employerKinds: ALL_EMPLOYER_KINDS,
    attorneyAct: 'replace',
    fields: {
      'answers.lossKind': {
        kind: 'choice',
        choices: ['lost', 'stolen', 'damaged'],
        strength: 'needed',
        ...PAPERS,
      },
      'answers.knownOn': {
        kind: 'date',
        strength: 'expected',
        ...UNCERTAIN('within 15 days of knowing, s.69 [B1]'),
      },
      'answers.statement': { kind: 'long-text', strength: 'expected', maxLength: 2000, ...PAPERS },
      ...WORKER_FIELDS,
      ...OLD_PERMIT_FIELDS,
    },
    documents: {
      statement: {
        anyOf: ['police-report', 'own-statement'],
        strength: 'expected',
        from: 'worker',
        when: LOST,
        ...PAPERS,
      },
      'damaged-card': {
        anyOf: ['damaged-card'],
        strength: 'expected',
        from: 'worker',
        when: { not: LOST },
        ...PAPERS,
      },
      ...IDENTITY_PAPER,
      ...PHOTO,
      ...ATTORNEY_PAPERS,
    },
    biometrics: VERIFY_FRESH,
    fees: {
      replacement: {
        stage: 'filing',
        amount: {
          per: 'request',
          satang: { value: baht(500), ...UNCERTAIN('500 baht, older rule [N gam]; not verified for 2026') },
        },
        names: FEE_NAMES.replacement,
      },
    },
    clocks: {
      ...CASE_CLOCKS,
      ...decisionWithin(1, '15 days under an older ministerial rule [N thailawforum]'),
      ...dutyOf(15, {
        startsAt: 'knowledge',
        binds: 'worker',
        ...UNCERTAIN('s.69, fine s.120 up to 5,000 [B1]'),
      }),
    },
    windows: [],
    decides: TWO_LEVELS,
    outputs: [{ kind: 'card', ...ASSUMED('replacement card, old one void, part A') }],
    workProof: {
      ...NO_WORK_PROOF,
      ...CERTAIN('the permit itself goes on; only its card is replaced (s.68, s.69)'),
    },
  },
];
