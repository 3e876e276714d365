import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { ApplicationDraftSchema } from './application-draft.ts';
import { EMPLOYER_KINDS } from './parties.ts';
import { feesOf } from './fees.ts';
import { requiredDocuments } from './required-documents.ts';
import { SAMPLE_N632, SAMPLE_R59M } from './sample-drafts.ts';
import { ServiceDefinitionSchema, type ServiceDefinition } from './service-definition.ts';
import { createCatalogue, serviceCatalogue } from './service-catalogue.ts';
import { canBeFiled, validateDraft } from './validate-draft.ts';

const today = calendarDate('2026-11-20');

function service(code: string): ServiceDefinition {
  const found = serviceCatalogue.find(code, today);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

test('every shipped version fits the schema', () => {
  for (const version of serviceCatalogue.versions)
    expect(ServiceDefinitionSchema.safeParse(version).error?.issues ?? []).toEqual([]);
});

test('a renewal of two years costs 100 and 1,800 baht', () => {
  const lines = feesOf(service('R59M'), SAMPLE_R59M).map(({ code, stage, satang }) => ({
    code,
    stage,
    satang,
  }));
  expect(lines).toEqual([
    { code: 'application', stage: 'filing', satang: 10_000 },
    { code: 'permit', stage: 'grant', satang: 180_000 },
  ]);
});

test('a cabinet-resolution permit costs 100 and 900 baht whatever its length', () => {
  expect(feesOf(service('N632'), SAMPLE_N632).map((line) => line.satang)).toEqual([10_000, 90_000]);
});

test('the sample drafts are complete: no field error, every expected paper given', () => {
  for (const draft of [SAMPLE_R59M, SAMPLE_N632]) {
    expect(ApplicationDraftSchema.safeParse(draft).success).toBe(true);
    expect(validateDraft(service(draft.serviceCode), draft)).toEqual([]);
    const missing = requiredDocuments(service(draft.serviceCode), draft).filter(
      (demand) => demand.strength === 'expected' && !demand.given,
    );
    expect(missing).toEqual([]);
  }
});

test('an empty draft names what blocks and what only warns', () => {
  const errors = validateDraft(service('R59M'), { serviceCode: 'R59M' });
  expect(canBeFiled(errors)).toBe(false);
  const blocking = errors.filter((error) => error.severity === 'block').map((error) => error.field);
  expect(blocking).toEqual([
    'worker.names.firstLatin',
    'worker.nationality',
    'worker.birth',
    'employer.kind',
    'employer.nameThai',
  ]);
});

test.each(EMPLOYER_KINDS.map((kind) => [kind]))(
  'an employer of the kind %s is asked for its own papers',
  (kind) => {
    const papers = (employerKind: typeof kind) =>
      requiredDocuments(service('R59M'), {
        ...SAMPLE_R59M,
        employer: { ...SAMPLE_R59M.employer, kind: employerKind },
      })
        .map((demand) => demand.key)
        .filter((key) => key.startsWith('employer-'));
    expect(papers(kind).length).toBeGreaterThan(0);
    for (const other of EMPLOYER_KINDS) if (other !== kind) expect(papers(other)).not.toEqual(papers(kind));
  },
);

test('a last name may be empty', () => {
  expect(SAMPLE_R59M.worker?.names?.lastLatin).toBeUndefined();
  expect(canBeFiled(validateDraft(service('R59M'), SAMPLE_R59M))).toBe(true);
});

test('an agent is asked for the power of attorney, the employer is not', () => {
  const keys = (filerKind: 'agent' | 'employer') =>
    requiredDocuments(service('R59M'), { ...SAMPLE_R59M, filerKind }).map((demand) => demand.key);
  expect(keys('agent')).toContain('power-of-attorney');
  expect(keys('employer')).not.toContain('power-of-attorney');
});

test('a later version is found from its first day, a running case keeps its own', () => {
  const old = service('R59M');
  const next: ServiceDefinition = { ...old, version: 2, effectiveFrom: calendarDate('2027-01-01') };
  const catalogue = createCatalogue([...serviceCatalogue.versions, next]);
  expect(catalogue.find('R59M', calendarDate('2026-12-31'))?.version).toBe(1);
  expect(catalogue.find('R59M', calendarDate('2027-01-01'))?.version).toBe(2);
  expect(catalogue.findVersion('R59M', 1)).toBe(old);
});

test('a cabinet round is not in the catalogue before it opens', () => {
  expect(serviceCatalogue.find('N632', calendarDate('2026-09-07'))).toBeUndefined();
});
