import { describe, expect, test } from '@jest/globals';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { roundsOn } from '../catalogue/round-of.ts';
import { SAMPLE_N59, SAMPLE_N632, SAMPLE_R59M } from '../catalogue/sample-drafts.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { precheckDraft } from './precheck-draft.ts';
import { aContext, found, today } from './sample-findings.ts';

test('who filed in time and answers a question later is not late: the law counts to the day of filing', () => {
  const { expires } = SAMPLE_R59M.oldPermit!;
  const later = addDays(calendarDate(expires!), 30);
  const filed = { on: today, at: '10:00' };
  expect(found(SAMPLE_R59M, { today: later })).toContain('filed-after-expiry');
  expect(found(SAMPLE_R59M, { today: later, filed })).not.toContain('filed-after-expiry');
  const closed = calendarDate('2027-01-15');
  expect(found(SAMPLE_N632, { today: closed })).toContain('round-closed');
  expect(found(SAMPLE_N632, { today: closed, filed })).not.toContain('round-closed');
});

test('lateness is judged by the permit on record and not by the day that was typed, and says so', () => {
  const expires = calendarDate('2026-11-01');
  const number = SAMPLE_R59M.oldPermit!.number!;
  const lastPermit = { source: 'imported', number, person: {}, expires } as const;
  const late = precheckDraft(aContext(SAMPLE_R59M, { lastPermit })).find(
    ({ code }) => code === 'filed-after-expiry',
  );
  expect(late?.evidence).toEqual({ date: expires, source: 'imported' });
  // Typed too early, on record in time: nobody is asked why.
  const typed = { ...SAMPLE_R59M, oldPermit: { ...SAMPLE_R59M.oldPermit, expires } };
  const inTime = { ...lastPermit, expires: SAMPLE_R59M.oldPermit!.expires! };
  expect(found(typed)).toContain('filed-after-expiry');
  expect(found(typed, { lastPermit: inTime })).not.toContain('filed-after-expiry');
});

test.each([
  ['N59', '2026-10-19', true, SAMPLE_N59],
  ['N59', '2026-10-20', false, SAMPLE_N59],
  ['R59M', '2025-11-19', true, SAMPLE_R59M],
  ['R59M', '2025-11-20', false, SAMPLE_R59M],
])('the certificate of %s from %s is too old for its demand: %s', (_, examinedOn, isOld, draft) => {
  const health = { ...draft.health, examinedOn: calendarDate(examinedOn) };
  expect(found({ ...draft, health }).includes('health-certificate-old')).toBe(isOld);
  // Answered two months later, it is as old as it was when the case was filed.
  const later = { today: addDays(today, 60), filed: { on: today, at: '10:00' } };
  expect(found({ ...draft, health }, later).includes('health-certificate-old')).toBe(isOld);
});

describe('a service with two rounds', () => {
  const service = serviceCatalogue.find('N632', today)!;
  const [first] = service.windows;
  const second = { ...first!, opens: calendarDate('2027-02-01'), closes: calendarDate('2027-03-31') };
  const two = { ...service, windows: [first!, second] };
  const told = (day: string, time = '10:00') =>
    precheckDraft({ ...aContext(SAMPLE_N632), service: two, today: calendarDate(day), time })
      .filter(({ code }) => code.startsWith('round-'))
      .map(({ code, evidence }) => [code, evidence?.['opens'], evidence?.['nextOpens']]);

  test.each([
    ['2026-09-07', '10:00', [['round-not-open', '2026-09-08', undefined]]],
    ['2026-11-20', '10:00', []],
    ['2026-12-11', '10:00', [['round-closes-soon', '2026-09-08', '2027-02-01']]],
    ['2026-12-11', '16:31', [['round-not-open', '2027-02-01', undefined]]],
    ['2027-01-10', '10:00', [['round-not-open', '2027-02-01', undefined]]],
    ['2027-02-01', '10:00', []],
    ['2027-03-31', '16:31', [['round-closed', '2027-02-01', undefined]]],
    ['2027-04-01', '10:00', [['round-closed', '2027-02-01', undefined]]],
  ])('on %s at %s tells the round of that day, or the next', (day, time, rounds) => {
    expect(told(day, time)).toEqual(rounds);
  });

  test('a round of another nationality is not this worker’s', () => {
    const onlyLao = { ...second, opens: first!.opens, nationalities: ['LA'] };
    const of = (nationality: string) =>
      roundsOn({ windows: [first!, onlyLao] }, calendarDate('2026-12-20'), nationality).open?.closes;
    expect([of('LA'), of('VN')]).toEqual(['2027-03-31', undefined]);
  });
});

test('the last hour of a round', () => {
  const last = calendarDate('2026-12-11');
  expect(found(SAMPLE_N632, { today: last, time: '16:30' })).toEqual(['round-closes-soon']);
  expect(found(SAMPLE_N632, { today: last, time: '16:31' })).toEqual(['round-closed']);
  expect(found(SAMPLE_N632, { today: calendarDate('2026-12-12') })).toEqual(['round-closed']);
});
