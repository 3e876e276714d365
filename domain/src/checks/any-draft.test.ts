import { test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { holidayDates } from '../calendar/holidays.ts';
import { ApplicationDraftSchema } from '../catalogue/application-draft.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { EMPLOYER_KINDS } from '../catalogue/parties.ts';
import { feesOf } from '../catalogue/fees.ts';
import { findingText, precheckDraft } from './precheck-draft.ts';

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant(''),
);
const day = fc
  .integer({ min: -60_000, max: 200_000 })
  .map((days) => addDays(calendarDate('2026-11-20'), days));
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const words = (...keys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, text])), { requiredKeys: [] });

const anyDraft = fc.record(
  {
    filerKind: fc.constantFrom('worker', 'agent', 'importer'),
    powerOfAttorney: fc.record({ grantor: text, attorney: text, until: day }, { requiredKeys: [] }),
    employer: fc.record(
      { kind: fc.constantFrom(...EMPLOYER_KINDS), nameThai: text, idNumber: text },
      { requiredKeys: [] },
    ),
    worker: fc.record(
      {
        names: words('firstLatin', 'middleLatin', 'lastLatin', 'firstThai', 'native'),
        nationality: fc.string({ maxLength: 2 }),
        birth: fc.oneof(
          day.map((date) => ({ precision: 'day', date })),
          fc.constant({ precision: 'year', date: '1999' }),
          fc.constant({ precision: 'unknown', date: '' }),
        ),
        nonThaiId: text,
        phone: text,
      },
      { requiredKeys: [] },
    ),
    travelDocument: fc.record(
      { number: text, expires: day, mrz: fc.oneof(text, fc.stringMatching(/^[A-Z0-9<]{88}$/)) },
      { requiredKeys: [] },
    ),
    period: fc.record({ from: day, to: day }, { requiredKeys: [] }),
    job: fc.record({ occupation: text }, { requiredKeys: [] }),
    oldPermit: fc.record({ number: text, expires: day }, { requiredKeys: [] }),
    answers: fc.dictionary(
      fc.string({ maxLength: 20 }),
      fc.oneof(text, fc.double({ noNaN: true }), fc.boolean()),
    ),
  },
  { requiredKeys: [] },
);

const services = serviceCatalogue.versions;

test('whatever a filer stores, every check answers and every finding has its text', () => {
  fc.assert(
    fc.property(anyDraft, fc.nat(services.length - 1), some(anyDraft), (loose, index, other) => {
      const service = services[index];
      const parsed = ApplicationDraftSchema.safeParse({ ...loose, serviceCode: service?.code ?? '' });
      if (!service || !parsed.success) return;
      const draft = parsed.data;
      const person = {
        names: other?.worker?.names ?? {},
        travelDocumentNumber: draft.travelDocument?.number,
      } as never;
      const findings = precheckDraft({
        service,
        draft,
        today: calendarDate('2026-11-20'),
        holidays: holidayDates(),
        openRequests: [{ applicationNo: '1', serviceCode: service.code, family: service.family, person }],
        lastPermit: { source: 'ours', number: 'x', person },
      });
      feesOf(service, draft);
      for (const finding of findings)
        if (findingText(finding, 'my') === finding.code) throw new Error(finding.code);
    }),
    { numRuns: 300 },
  );
});
