import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { stagesDue } from './appeal-stages.ts';
import { captureNeed } from './capture-need.ts';
import { isComposed, openActs } from './composite-acts.ts';
import { decidePublishing } from './decide-publishing.ts';
import { serviceCatalogue } from './service-catalogue.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { previousPermit, type PreviousPermit } from './previous-permit.ts';
import { workProofOf } from './work-proof.ts';

const day = calendarDate;
const today = day('2026-11-20');

function service(code: string): ServiceDefinition {
  const found = serviceCatalogue.find(code, today);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

test('a renewal filed on the last day lets the worker go on, a day later it does not', () => {
  const facts = { previous: { source: 'typed', expires: day('2027-01-10') } as const, pending: true };
  expect(workProofOf(service('R59M'), { ...facts, filedOn: day('2027-01-10') })?.since).toBe('2027-01-10');
  expect(workProofOf(service('R59M'), { ...facts, filedOn: day('2027-01-11') })).toBeUndefined();
});

test('a permit on record that an act ended lets nobody go on, whatever day was typed', () => {
  const filed = { filedOn: today, pending: true };
  const typed = { expires: day('2027-01-10') };
  const proofBy = (onRecord?: PreviousPermit, more = {}) =>
    workProofOf(service('R59M'), { ...filed, ...more, previous: previousPermit(typed, onRecord) });
  expect(proofBy()?.judgedBy).toBe('typed');
  const ours = { source: 'ours', expires: day('2027-01-31') } as const;
  expect(proofBy(ours)?.judgedBy).toBe('ours');
  expect(proofBy({ ...ours, expires: day('2026-01-31') })).toBeUndefined();
  for (const ended of ['revoked', 'replaced', 'cancelled'] as const)
    expect(proofBy({ ...ours, ended })).toBeUndefined();
  // The card of the new permit replaced it: the worker goes on by that.
  expect(proofBy({ ...ours, ended: 'replaced' }, { grantedOn: today })?.since).toBe(today);
  expect(workProofOf(service('N632'), { applicationFeePaidOn: today, pending: true })).not.toHaveProperty(
    'judgedBy',
  );
});

test('in the cabinet round the paid receipts serve, elsewhere payment gives nothing', () => {
  const paid = { filedOn: today, applicationFeePaidOn: today, pending: true };
  expect(workProofOf(service('N632'), paid)?.since).toBe(today);
  expect(workProofOf(service('N632'), { filedOn: today, pending: true })).toBeUndefined();
  expect(workProofOf(service('N59'), paid)).toBeUndefined();
  expect(workProofOf(service('N59'), { ...paid, grantedOn: today })?.since).toBe(today);
});

test('while a refusal is appealed a worker goes on only where the data of the service says so', () => {
  const renewal = {
    previous: { source: 'typed', expires: day('2027-01-10') } as const,
    filedOn: today,
    pending: true,
    underAppeal: true,
  };
  expect(workProofOf(service('R59M'), renewal)?.since).toBe(today);
  const paid = { filedOn: today, applicationFeePaidOn: today, pending: true, underAppeal: true };
  expect(workProofOf(service('N632'), paid)).toBeUndefined();
});

test('a case that is over proves nothing', () => {
  expect(workProofOf(service('N632'), { applicationFeePaidOn: today, pending: false })).toBeUndefined();
});

test('a renewal verifies while the enrolment is fresh, and takes all again when it is old or absent', () => {
  expect(captureNeed(service('R59M'), day('2025-01-11'), today)).toBe('verify');
  expect(captureNeed(service('R59M'), day('2024-11-20'), today)).toBe('verify');
  expect(captureNeed(service('R59M'), day('2024-11-19'), today)).toBe('capture');
  expect(captureNeed(service('R59M'), undefined, today)).toBe('capture');
  expect(captureNeed(service('N632'), today, today)).toBe('capture');
  expect(captureNeed(service('C-EMP'), undefined, today)).toBe('none');
});

test('a change of employer is whole when new employer, worker and old employer have each done their act', () => {
  const change = service('C-EMP');
  expect(openActs(change, ['hire']).map(({ code }) => code)).toEqual(['worker-start', 'particulars', 'exit']);
  expect(isComposed(change, ['hire', 'worker-start'])).toBe(false);
  expect(isComposed(change, ['exit', 'worker-start', 'hire'])).toBe(true);
  expect(isComposed(service('R59M'), [])).toBe(true);
});

test('the stages of an appeal follow each other, from what was done or was due', () => {
  const due = (doneOn = {}) => stagesDue(service('APL'), today, doneOn).map((stage) => stage.due);
  expect(due()).toEqual(['2026-12-20', '2027-01-04', '2027-01-19', '2027-02-18']);
  expect(due({ filed: day('2026-11-25') }).slice(0, 2)).toEqual(['2026-12-20', '2026-12-10']);
});

test('publishing takes two persons, a sound version and a day to come', () => {
  const next = { ...service('R59M'), version: 2, effectiveFrom: day('2027-01-01') };
  const by = { preparedBy: 'anong', publishedBy: 'somchai', today, versions: serviceCatalogue.versions };
  expect(decidePublishing(next, by)).toEqual({ allowed: true });
  expect(decidePublishing(next, { ...by, publishedBy: 'anong' })).toMatchObject({
    code: 'same-person-publishes',
  });
  expect(decidePublishing({ ...next, effectiveFrom: today }, by)).toMatchObject({
    code: 'version-begins-in-the-past',
  });
  expect(decidePublishing({ ...next, missing: ['the new fee'] }, by)).toMatchObject({
    code: 'version-not-sound',
  });
});
