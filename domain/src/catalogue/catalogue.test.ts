import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { holidayDates } from '../calendar/holidays.ts';
import { precheckDraft } from '../checks/precheck-draft.ts';
import { applicationMachine } from '../machines/application-machine.ts';
import { baht } from '../money/satang.ts';
import { ApplicationDraftSchema } from './application-draft.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { diffDefinitions } from './diff-definitions.ts';
import { DraftVersionSchema, nextVersion } from './draft-version.ts';
import { feesOf } from './fees.ts';
import { countFigures } from './figure.ts';
import { listedOccupations, LISTED_OCCUPATIONS } from './occupation-lists.ts';
import { SAMPLE_DRAFTS, SAMPLE_N59, SAMPLE_N632 } from './sample-drafts.ts';
import { serviceCatalogue } from './service-catalogue.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { simulateVersion } from './simulate-version.ts';

const today = calendarDate('2026-11-20');

function service(code: string): ServiceDefinition {
  const found = serviceCatalogue.find(code, today);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

test('the shipped catalogue has no fault', () => {
  expect(checkCatalogue(serviceCatalogue.versions).faults).toEqual([]);
});

test('every service of the table is in the catalogue, with the deep ones offered', () => {
  const table =
    'N59 N59M D41 D46 N60A N60B U61 U61X N62 N62B N63 N631 N632 N63V N64 R59 R59M R632 R63 X62 C-CARD C-EMP RP H52 H53 H43 H50 REF REV APL AP DC';
  expect([...serviceCatalogue.codes].sort()).toEqual(table.split(' ').sort());
  const offered = serviceCatalogue.inForce(today).filter((version) => version.offered);
  expect(offered.map(({ code }) => code).sort()).toEqual(
    ['APL', 'C-CARD', 'C-EMP', 'H43', 'H50', 'H52', 'H53', 'N59', 'N632', 'R59M', 'REF', 'REV', 'RP'].sort(),
  );
});

test('every offered service has a clean sample case', () => {
  for (const [name, draft] of Object.entries(SAMPLE_DRAFTS)) {
    expect([name, ApplicationDraftSchema.safeParse(draft).error?.issues ?? []]).toEqual([name, []]);
    const findings = precheckDraft({
      service: service(draft.serviceCode),
      draft,
      today,
      holidays: holidayDates(),
    });
    expect([name, findings]).toEqual([name, []]);
  }
  const covered = new Set(Object.values(SAMPLE_DRAFTS).map((draft) => draft.serviceCode));
  for (const { code } of serviceCatalogue.inForce(today).filter(({ offered }) => offered))
    expect(covered).toContain(code);
});

test('an application never waits in a state whose clock its service does not know', () => {
  const waits = Object.values(applicationMachine.states).flatMap((rule) => (rule.final ? [] : [rule.clock]));
  for (const version of serviceCatalogue.versions.filter(
    ({ offered, kind }) => offered && kind === 'application',
  ))
    expect([version.code, waits.filter((clock) => !(clock in version.clocks))]).toEqual([version.code, []]);
});

test('a skilled permit costs by its length', () => {
  const fee = (to: string) =>
    feesOf(service('N59'), {
      ...SAMPLE_N59,
      period: { from: calendarDate('2026-12-01'), to: calendarDate(to) },
    })
      .filter(({ code }) => code === 'permit')
      .map(({ satang }) => satang / 100);
  expect(fee('2027-02-28')).toEqual([750]);
  expect(fee('2027-03-01')).toEqual([1500]);
  expect(fee('2027-05-31')).toEqual([1500]);
  expect(fee('2027-11-30')).toEqual([3000]);
});

test('two offered services that are one are found, unless the law is named', () => {
  const twin: ServiceDefinition = { ...service('RP'), code: 'RP2' };
  const faults = checkCatalogue([...serviceCatalogue.versions, twin]).faults;
  expect(faults.map(({ service: code }) => code)).toEqual(['RP2']);
  const lawful = { ...twin, sameAs: { code: 'RP', law: 'section 69 for both' } };
  expect(checkCatalogue([...serviceCatalogue.versions, lawful]).faults).toEqual([]);
});

test.each<[string, Partial<ServiceDefinition>, RegExp]>([
  ['offered with gaps', { missing: ['the fee is not known'] }, /still misses/],
  ['ends before it begins', { effectiveTo: calendarDate('2020-01-01') }, /before it begins/],
  ['nobody may apply', { applicants: [] }, /nobody/],
  ['no clock', { clocks: {} }, /no time limit/],
  [
    'a length of insurance that nobody can tell',
    { cover: { all: { months: { value: 6, certainty: 'assumed', source: 'a trial' } } } },
    /does not ask until when/,
  ],
  ['an empty name', { names: { ...service('RP').names, my: '' } }, /names > my/],
])('%s is told in words', (_, change, message) => {
  const { faults } = checkCatalogue([{ ...service('RP'), ...change }]);
  expect(faults.map((fault) => fault.message).join()).toMatch(message);
});

const dearer = DraftVersionSchema.parse({
  code: 'R59M',
  effectiveFrom: '2027-01-01',
  change: {
    fees: { permit: { amount: { satang: { value: baht(1000), certainty: 'assumed', source: 'a trial' } } } },
  },
});

test('a fee from a future date is one edit, and simulate shows the cases that change', () => {
  const before = service('R59M');
  const next = nextVersion(before, dearer);
  if (!next.ok) throw new Error(next.problems.join());
  expect(next.version).toMatchObject({ version: 2, effectiveFrom: '2027-01-01' });
  expect(diffDefinitions(before, next.version).map(({ path }) => path)).toContain(
    'fees.permit.amount.satang.value',
  );
  const changes = simulateVersion({ before, after: next.version }, SAMPLE_DRAFTS, today);
  expect(changes.map(({ sample, after }) => [sample, after.fees['permit']])).toEqual([
    ['renewal of two years', 200_000],
    ['renewal of one year', 100_000],
  ]);
});

test('how long an insurance runs and how old a certificate may be are data: simulate shows whom a change meets', () => {
  const samples = {
    'insured for a year': {
      ...SAMPLE_N632,
      cover: { kind: 'insurance' as const, from: calendarDate('2026-11-20'), to: calendarDate('2027-11-19') },
    },
  };
  const before = service('N632');
  const next = nextVersion(before, {
    code: 'N632',
    effectiveFrom: calendarDate('2027-01-01'),
    change: { cover: { 'every-sector': { months: { value: 13, certainty: 'assumed', source: 'a trial' } } } },
  });
  if (!next.ok) throw new Error(next.problems.join());
  const [change] = simulateVersion({ before, after: next.version }, samples, today);
  expect(change?.before.findings).not.toContain('cover-too-short at cover.to');
  expect(change?.after.findings).toContain('cover-too-short at cover.to');
  expect(countFigures(service('N632').cover)).toEqual({ certain: 0, uncertain: 2, assumed: 0 });
});

test('a draft that is not sound says why', () => {
  const answer = nextVersion(service('R59M'), {
    ...dearer,
    effectiveFrom: calendarDate('2020-01-01'),
    change: { names: { th: '' } },
  });
  expect(answer.ok).toBe(false);
  expect(!answer.ok && answer.problems.join()).toMatch(/names > th.*must begin after/);
});

test('the four lists hold 27, 3, 8 and 2 occupations', () => {
  const count = (list: number) => LISTED_OCCUPATIONS.filter((occupation) => occupation.list === list).length;
  expect([1, 2, 3, 4].map(count)).toEqual([27, 3, 8, 2]);
});

test.each([
  ['ช่างตัดผม', [1]],
  ['Tour guide', [1]],
  ['นักบัญชี', [2]],
  ['งานก่อสร้าง', [3]],
  ['พนักงานขายหน้าร้าน', [4]],
  ['ครูสอนภาษา', []],
  ['พนักงานขับรถยก', []],
  ['Software engineer', []],
  ['software architect', []],
  ['screwdriver assembly', []],
  ['ช่างทำนาฬิกา', []],
  ['truck-driver', [1]],
  ['Motor-vehicle driver.', [1]],
  ['ทำนา', [3]],
])('%s stands on lists %j', (text, lists) => {
  expect([...new Set(listedOccupations(text).map(({ list }) => list))]).toEqual(lists);
});
