import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { extendForOutages, type OutageSpan } from '../calendar/outage-extension.ts';
import { cEmpVersions } from '../catalogue/services/c-emp.ts';
import { h43, h50, h52, h53 } from '../catalogue/services/notices.ts';
import { actOfNotice, decideOnNotice } from './decide-notice.ts';
import { dutyClockOf, leaverTiming, timingOf } from './notice-timing.ts';

const composite = cEmpVersions[0]!;
const holidays = new Set(['2026-12-10']);
const facts = (outages: OutageSpan[] = [], now = '2026-12-20T12:00:00+07:00') => ({
  holidays,
  outages,
  now: new Date(now),
});
const eventOn = calendarDate('2026-11-25');

describe('the fifteen days', () => {
  test('are kept on the last day and missed on the day after', () => {
    const timing = (filedOn: string) =>
      timingOf(h52, 'duty', { eventOn, filedOn: calendarDate(filedOn) }, facts());
    expect(timing('2026-12-10')).toMatchObject({ dueOn: '2026-12-10', daysLate: 0, binds: 'employer' });
    expect(timing('2026-12-13')).toMatchObject({ daysLate: 3, certainty: 'uncertain' });
  });

  test('each act of a change of employer has its own clock, and each notice names its own', () => {
    expect(
      ['hire', 'worker-start', 'exit', 'particulars'].map((act) => dutyClockOf(composite, act as 'hire')),
    ).toEqual(['hire-notice', 'worker-notice', 'exit-notice', undefined]);
    expect([h52, h53, h43, h50].map((service) => dutyClockOf(service, service.act))).toEqual(
      Array(4).fill('duty'),
    );
  });

  test('a leaver has 30 days under an MOU, 60 in a cabinet cohort, and no such clock otherwise', () => {
    const due = (category: string) => leaverTiming(h53, category, eventOn, facts())?.dueOn;
    expect([due('59 MOU'), due('63/2'), due('59')]).toEqual(['2026-12-25', '2027-01-24', undefined]);
  });
});

describe('an outage of ours', () => {
  const due = calendarDate('2026-12-09');
  const outage = (from: string, to?: string): OutageSpan => ({
    startedAt: `2026-12-${from}:00+07:00`,
    ...(to ? { endedAt: `2026-12-${to}:00+07:00` } : {}),
  });
  const clock = h52.clocks['duty']!;

  test('on the last day moves it to the next working day, over a holiday', () => {
    expect(extendForOutages(clock, due, facts([outage('09T10:00', '09T11:00')]))).toBe('2026-12-11');
  });

  test('of less than an hour, on another day, or where the data do not say so, moves nothing', () => {
    expect(extendForOutages(clock, due, facts([outage('09T10:00', '09T10:59')]))).toBe(due);
    expect(extendForOutages(clock, due, facts([outage('08T00:00', '08T23:00')]))).toBe(due);
    expect(extendForOutages({}, due, facts([outage('09T10:00', '09T20:00')]))).toBe(due);
  });

  test('that comes again on the new last day moves it again, and one that lasts moves it with every day', () => {
    const twice = [outage('09T10:00', '09T12:00'), outage('11T08:00', '11T10:00')];
    expect(extendForOutages(clock, due, facts(twice))).toBe('2026-12-14');
    expect(extendForOutages(clock, due, facts([outage('09T10:00')], '2026-12-16T09:00:00+07:00'))).toBe(
      '2026-12-17',
    );
  });

  test('that ended at midnight did not touch the next day', () => {
    expect(extendForOutages(clock, due, facts([outage('09T20:00', '10T00:00')]))).toBe('2026-12-11');
  });
});

describe('who may file which act', () => {
  test('an employer never files the worker’s act of a change, nor a worker the employer’s', () => {
    expect(actOfNotice(composite, 'employer', 'worker-start')).toEqual({
      ok: false,
      code: 'not-your-notice',
    });
    expect(actOfNotice(composite, 'worker', 'hire')).toEqual({ ok: false, code: 'not-your-notice' });
    expect(actOfNotice(composite, 'employer', undefined)).toEqual({ ok: true, act: 'hire' });
    expect(actOfNotice(composite, 'employer', 'exit')).toEqual({ ok: true, act: 'exit' });
    expect(actOfNotice(composite, 'worker', undefined)).toEqual({ ok: true, act: 'worker-start' });
  });

  test('the delivery is the importer’s, who is at the portal as an agent', () => {
    expect(actOfNotice(h43, 'agent', undefined)).toEqual({ ok: true, act: 'delivery' });
    expect(actOfNotice(h43, 'employer', undefined)).toMatchObject({ ok: false });
  });

  test('no officer acknowledges their own notice, nor one that was answered already', () => {
    expect(decideOnNotice({ state: 'received', filedBy: 'p1' }, 'p1')).toMatchObject({ code: 'own-notice' });
    expect(decideOnNotice({ state: 'acknowledged', filedBy: 'p1' }, 'p2')).toMatchObject({
      code: 'not-received',
    });
    expect(decideOnNotice({ state: 'received', filedBy: 'p1' }, 'p2')).toEqual({ allowed: true });
  });
});
