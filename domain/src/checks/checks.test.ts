import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../calendar/calendar-date.ts';
import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { SAMPLE_N632, SAMPLE_R59M } from '../catalogue/sample-drafts.ts';
import { composeMrz } from '../people/mrz/compose-mrz.ts';
import { LANGUAGES } from '../texts/text.ts';
import type { Finding } from './check.ts';
import { aContext, found } from './sample-findings.ts';
import {
  CHECKS,
  findingKinds,
  findingText,
  mayBeFiled,
  precheckDraft,
  withReasons,
} from './precheck-draft.ts';
import { stampDutyDue } from '../delegations/stamp-duty.ts';

const aCitation = (state: 'checked' | 'to-check', validUntil: string | undefined) => ({
  demand: 'employer-company',
  paper: {
    ...{
      paperId: 'p',
      kind: 'company-registration' as const,
      state,
      attorney: undefined,
      ownLastDay: undefined,
    },
    validUntil: validUntil === undefined ? undefined : calendarDate(validUntil),
  },
});
test('clean drafts have no finding', () => {
  expect(found(SAMPLE_R59M)).toEqual([]);
  expect(found(SAMPLE_N632)).toEqual([]);
});

const zone = composeMrz({
  format: 'TD3',
  documentCode: 'P',
  issuer: 'MMR',
  documentNumber: 'MH123456',
  nationality: 'MMR',
  lastName: '',
  firstNames: 'AUNG KYAW MOE',
  birth: '1992-04-17',
  sex: 'M',
  expires: '2029-01-31',
});
const withZone = (mrz: string): ApplicationDraft => ({
  ...SAMPLE_R59M,
  travelDocument: { ...SAMPLE_R59M.travelDocument, mrz },
});

test('a passport that agrees says nothing; one that does not names the field', () => {
  expect(found(withZone(zone))).toEqual([]);
  const other = {
    ...withZone(zone),
    worker: { ...SAMPLE_R59M.worker, names: { ...SAMPLE_R59M.worker?.names, firstLatin: 'AUNG KYAW MIN' } },
  };
  const [finding] = precheckDraft(aContext(other));
  expect(finding).toMatchObject({ code: 'mrz-name-differs', severity: 'warn', field: 'worker.names' });
  expect(findingText(finding as Finding, 'en')).toContain('AUNG KYAW MIN');
});

test('a zone that fails its own digits is misread, not compared', () => {
  expect(found(withZone(zone.replace('920417', '920411')))).toEqual(['mrz-check-digit']);
  expect(found(withZone(zone.slice(0, 60)))).toEqual(['mrz-unreadable']);
});

test.each<[string, ApplicationDraft, string]>([
  [
    'passport run out',
    {
      ...SAMPLE_R59M,
      travelDocument: { ...SAMPLE_R59M.travelDocument, expires: calendarDate('2026-11-19') },
    },
    'travel-document-expired',
  ],
  [
    'passport ends first',
    {
      ...SAMPLE_R59M,
      travelDocument: { ...SAMPLE_R59M.travelDocument, expires: calendarDate('2028-01-01') },
    },
    'travel-document-ends-first',
  ],
  [
    'stay ended',
    { ...SAMPLE_R59M, visa: { ...SAMPLE_R59M.visa, permittedUntil: calendarDate('2026-11-01') } },
    'stay-ended',
  ],
  [
    'renewal after expiry',
    { ...SAMPLE_R59M, oldPermit: { ...SAMPLE_R59M.oldPermit, expires: calendarDate('2026-11-01') } },
    'filed-after-expiry',
  ],
  [
    'too young',
    { ...SAMPLE_R59M, worker: { ...SAMPLE_R59M.worker, birth: { precision: 'day', date: '2009-01-01' } } },
    'age-outside',
  ],
  [
    'perhaps too young',
    { ...SAMPLE_R59M, worker: { ...SAMPLE_R59M.worker, birth: { precision: 'year', date: '2008' } } },
    'age-uncertain',
  ],
  [
    'Buddhist year typed as common',
    { ...SAMPLE_R59M, worker: { ...SAMPLE_R59M.worker, birth: { precision: 'day', date: '2535-04-17' } } },
    'birth-date-unlikely',
  ],
  [
    'period over two years',
    { ...SAMPLE_R59M, period: { from: calendarDate('2027-01-11'), to: calendarDate('2029-01-11') } },
    'period-too-long',
  ],
  [
    'period reversed',
    { ...SAMPLE_R59M, period: { from: calendarDate('2027-01-11'), to: calendarDate('2026-01-11') } },
    'period-reversed',
  ],
  [
    'gap after the old permit',
    { ...SAMPLE_R59M, period: { from: calendarDate('2027-01-20'), to: calendarDate('2028-01-10') } },
    'period-not-after-old',
  ],
  [
    'closed occupation',
    { ...SAMPLE_R59M, job: { ...SAMPLE_R59M.job, occupation: 'พนักงานขับรถบรรทุก' } },
    'occupation-closed',
  ],
  [
    'agriculture on own account',
    { ...SAMPLE_R59M, job: { occupation: 'farm worker', asEmployee: false } },
    'occupation-needs-employment',
  ],
  [
    'architect without a treaty',
    { ...SAMPLE_R59M, job: { occupation: 'Architect', asEmployee: true } },
    'occupation-needs-treaty',
  ],
  [
    'act not covered',
    { ...SAMPLE_N632, powerOfAttorney: { ...SAMPLE_N632.powerOfAttorney, acts: ['renew', 'pay'] } },
    'attorney-act-not-covered',
  ],
  [
    'power run out',
    {
      ...SAMPLE_N632,
      powerOfAttorney: { ...SAMPLE_N632.powerOfAttorney, until: calendarDate('2026-11-01') },
    },
    'attorney-expired',
  ],
  [
    'nationality not of the round',
    { ...SAMPLE_N632, worker: { ...SAMPLE_N632.worker, nationality: 'KH' } },
    'nationality-not-in-service',
  ],
  [
    'short insurance',
    { ...SAMPLE_N632, cover: { kind: 'insurance', to: calendarDate('2027-03-01') } },
    'cover-too-short',
  ],
])('%s: %s', (_, draft, code) => {
  expect(found(draft)).toContain(code);
});

test.each([
  ['general', '2027-05-19', false],
  ['general', '2027-05-18', true],
  ['farm', '2027-05-19', true],
  ['farm', '2027-11-19', false],
] as const)('insurance of %s work to %s is too short: %s', (sector, to, isShort) => {
  const cover = { kind: 'insurance' as const, from: calendarDate('2026-11-20'), to: calendarDate(to) };
  const draft = { ...SAMPLE_N632, job: { ...SAMPLE_N632.job, sector }, cover };
  expect(found(draft).includes('cover-too-short')).toBe(isShort);
});

test('a forklift may be driven', () => {
  expect(
    found({ ...SAMPLE_R59M, job: { ...SAMPLE_R59M.job, occupation: 'พนักงานขับรถยก (forklift)' } }),
  ).toEqual([]);
});

test('papers: missing, of another kind, too old, twice; the employer’s come from the dossier', () => {
  const documents = SAMPLE_R59M.documents ?? [];
  const without = (type: string) => ({
    ...SAMPLE_R59M,
    documents: documents.filter((document) => document.type !== type),
  });
  expect(found(without('form-bt46'))).toEqual(['document-missing']);
  expect(found(without('company-registration'))).toEqual(['document-missing']);
  expect(found(without('company-registration'), { citations: [aCitation('checked', '2027-01-01')] })).toEqual(
    [],
  );
  const waits = { citations: [aCitation('to-check', undefined)] };
  expect(found(without('company-registration'), waits)).toEqual(['dossier-waiting']);
  const changed = (type: string, change: object) => ({
    ...SAMPLE_R59M,
    documents: documents.map((document) => (document.type === type ? { ...document, ...change } : document)),
  });
  expect(found(changed('passport', { seenAs: 'photo' }))).toEqual(['document-wrong-kind']);
  expect(found(changed('photo', { mime: 'application/pdf' }))).toEqual(['document-not-a-picture']);
  expect(found(changed('photo', { issued: '2026-01-01' }))).toEqual(['document-too-old']);
  expect(found(changed('passport', { expires: '2026-01-01' }))).toEqual(['document-expired']);
});

const sameMan = {
  names: { firstLatin: 'Aung', lastLatin: 'Kyaw Moe' },
  birth: { precision: 'day', date: '1992-04-17' },
  nationality: 'MM',
  sex: 'male',
  travelDocumentNumber: 'MA999999',
} as const;

test('an open request of the same person with a new passport is told with its reasons', () => {
  const openRequests = [
    { applicationNo: '69120000000001', serviceCode: 'R59M', family: 'renewal', person: sameMan },
  ] as const;
  const [finding] = precheckDraft(aContext(SAMPLE_R59M, { openRequests }));
  expect(finding?.code).toBe('duplicate-open-request');
  expect(finding?.evidence?.['reasons']).toEqual(
    expect.arrayContaining([expect.stringContaining('same-birth-day')]),
  );
});

test('a namesake born on another day is not', () => {
  const person = { ...sameMan, birth: { precision: 'day', date: '1988-11-02' } } as const;
  const openRequests = [{ applicationNo: '1', serviceCode: 'R59M', family: 'renewal', person }] as const;
  expect(found(SAMPLE_R59M, { openRequests })).toEqual([]);
});

test('what differs from the permit in force is told', () => {
  const person = { ...sameMan, nationality: 'LA' };
  const lastPermit = { source: 'ours', number: '1234567890', person, occupation: 'แม่บ้าน' } as const;
  expect(found(SAMPLE_R59M, { lastPermit })).toEqual([
    'last-permit-person-differs',
    'last-permit-occupation-differs',
  ]);
});

test('a permit that an act ended is told, whatever its dates say', () => {
  const number = SAMPLE_R59M.oldPermit!.number!;
  const lastPermit = { source: 'ours', number, person: {}, ended: 'revoked' } as const;
  expect(found(SAMPLE_R59M, { lastPermit })).toEqual(['old-permit-ended']);
});

test('an old permit that no register knows is a warning, and silence where no register was asked', () => {
  const search = (answer: 'imported' | 'not-found') =>
    found(SAMPLE_R59M, { oldPermitSearch: { answer, registers: 1 } });
  expect(search('not-found')).toEqual(['old-permit-not-found']);
  expect([search('imported'), found(SAMPLE_R59M)]).toEqual([[], []]);
});

test('stamp duty: one act 10, several 30, each attorney apart 30', () => {
  expect(stampDutyDue({ acts: ['renew'] })).toBe(1_000);
  expect(stampDutyDue({ acts: ['renew', 'pay'] })).toBe(3_000);
  expect(stampDutyDue({ acts: ['renew'], attorneys: 3 })).toBe(9_000);
  expect(stampDutyDue({ acts: ['renew'], attorneys: 3, jointly: true })).toBe(1_000);
});

test('a warning needs a reason, a block cannot be overruled, a note needs nothing', () => {
  const warn: Finding = { code: 'stay-ended', severity: 'warn' };
  expect(mayBeFiled([warn])).toBe(false);
  expect(mayBeFiled([warn], { 'stay-ended': 'extension is stamped on another page' })).toBe(true);
  expect(mayBeFiled([{ ...warn, severity: 'block' }], { 'stay-ended': 'reason' })).toBe(false);
  expect(mayBeFiled([{ ...warn, severity: 'note' }])).toBe(true);
});

test('the officer sees the reason beside the warning that it overrules', () => {
  const findings: Finding[] = [
    { code: 'stay-ended', severity: 'warn' },
    { code: 'period-reversed', severity: 'block' },
  ];
  expect(withReasons(findings, { 'stay-ended': ' stamped on page 9 ', 'period-reversed': 'no' })).toEqual([
    { code: 'stay-ended', severity: 'warn', overruledBecause: 'stamped on page 9' },
    { code: 'period-reversed', severity: 'block' },
  ]);
});

test('codes are told once over all checks, each with six texts', () => {
  const all = CHECKS.flatMap((check) => Object.keys(check.findings));
  expect(new Set(all).size).toBe(all.length);
  for (const kind of findingKinds().values())
    for (const language of LANGUAGES) expect(kind.text[language].length).toBeGreaterThan(5);
});

test('no draft makes a check throw', () => {
  const service = aContext(SAMPLE_R59M).service;
  fc.assert(
    fc.property(fc.object({ maxDepth: 4 }), (junk) => {
      const draft = { ...junk, serviceCode: 'R59M' } as unknown as ApplicationDraft;
      expect(
        Array.isArray(
          CHECKS.find((check) => check.name === 'fields')?.run({ ...aContext(SAMPLE_R59M), service, draft }),
        ),
      ).toBe(true);
    }),
  );
});
