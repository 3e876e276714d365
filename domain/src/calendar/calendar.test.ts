import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bangkokDate, bangkokInstant, bangkokTime, isBankPause } from './bangkok-time.ts';
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  daysBetween,
  isCalendarDate,
  monthsBegun,
} from './calendar-date.ts';
import { windowAt, windowEnd } from './cohort-window.ts';
import { commonYear, formatBothEras, formatDate, formatShortDate } from './format-date.ts';
import { holidayDates, HOLIDAY_TABLE } from './holidays.ts';
import { dueDate, isOverdue, type LegalClock } from './legal-clock.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const day = calendarDate;

test.each(['2026-02-29', '2026-13-01', '2569-11-2', '26-1-1', '', '2026-11-20T00:00:00Z', '3026-01-01'])(
  '%j is no date',
  (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  },
);

test('a day exists where the calendar of the machine has it', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const [year, month, date] = [
    fc.integer({ min: 1800, max: 2999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  ];
  fc.assert(
    fc.property(year, month, date, (y, m, d) => {
      const text = `${y}-${two(m)}-${two(d)}`;
      const real = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
      expect(isCalendarDate(text)).toBe(exists);
    }),
    { numRuns: 1_000 },
  );
});

test('the last day of a month stays within its month', () => {
  expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
  expect(addYears(day('2028-02-29'), 1)).toBe('2029-02-28');
  expect(addMonths(day('2026-11-20'), -11)).toBe('2025-12-20');
});

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      expect(daysBetween(day('2026-11-20'), addDays(day('2026-11-20'), days))).toBe(days);
    }),
  );
});

test('two years to the day before are 24 months begun, one day more is 25', () => {
  expect(monthsBegun(day('2027-01-11'), day('2029-01-10'))).toBe(24);
  expect(monthsBegun(day('2027-01-11'), day('2029-01-11'))).toBe(25);
});

test('the day turns at 17:00 UTC in Bangkok', () => {
  expect(bangkokDate('2026-11-20T16:59:59Z')).toBe('2026-11-20');
  expect(bangkokDate('2026-11-20T17:00:00Z')).toBe('2026-11-21');
  expect(bangkokTime('2026-11-20T16:59:59Z')).toBe('23:59');
  expect(bangkokInstant(day('2026-12-11'), '16:30').toISOString()).toBe('2026-12-11T09:30:00.000Z');
});

test('banks pause from 23:30 to midnight', () => {
  expect(isBankPause('2026-11-20T16:29:59Z')).toBe(false);
  expect(isBankPause('2026-11-20T16:30:00Z')).toBe(true);
  expect(isBankPause('2026-11-20T17:00:00Z')).toBe(false);
});

test('Thai shows the Buddhist era, the other languages the common era', () => {
  expect(formatDate(day('2026-11-20'), 'th')).toBe('20 พฤศจิกายน 2569');
  expect(formatDate(day('2026-11-20'), 'en')).toBe('20 November 2026');
  expect(formatDate(day('2026-11-20'), 'vi')).toBe('20 tháng 11, 2026');
  expect(formatDate(day('2026-11-20'), 'my')).toBe('20 နိုဝင်ဘာ 2026');
  expect(formatShortDate(day('2026-06-03'), 'th')).toBe('03/06/2569');
  expect(formatBothEras(day('2026-06-03'))).toBe('03/06/2569 (2026)');
  expect(commonYear(2569)).toBe(2026);
  expect(commonYear(2026)).toBe(2026);
});

const holidays = holidayDates();

test('weekends and holidays are not working days', () => {
  expect(isWorkingDay(day('2026-12-10'), holidays)).toBe(false);
  expect(isWorkingDay(day('2026-12-11'), holidays)).toBe(true);
  expect(isWorkingDay(day('2026-12-12'), holidays)).toBe(false);
  expect(addWorkingDays(day('2026-12-09'), 1, holidays)).toBe('2026-12-11');
  expect(addWorkingDays(day('2026-12-11'), -1, holidays)).toBe('2026-12-09');
  expect(workingDaysBetween(day('2026-12-04'), day('2026-12-11'), holidays)).toBe(3);
});

test('every holiday is a day that exists, on a weekday, once', () => {
  const dates = HOLIDAY_TABLE.map((holiday) => holiday.date);
  expect(new Set(dates).size).toBe(dates.length);
  for (const date of dates) {
    expect(isCalendarDate(date)).toBe(true);
    expect(isWorkingDay(day(date), new Set())).toBe(true);
  }
});

const fifteen: LegalClock = {
  days: 15,
  counting: 'calendar-days',
  startsAt: 'event',
  binds: 'employer',
  certainty: 'uncertain',
  source: 'test',
};

test('fifteen days are counted from the day of the event, in calendar days unless the data says otherwise', () => {
  expect(dueDate(fifteen, day('2026-11-20'), holidays)).toBe('2026-12-05');
  expect(dueDate({ ...fifteen, days: 5, counting: 'working-days' }, day('2026-12-03'), holidays)).toBe(
    '2026-12-14',
  );
  expect(isOverdue(day('2026-12-05'), day('2026-12-05'))).toBe(false);
  expect(isOverdue(day('2026-12-05'), day('2026-12-06'))).toBe(true);
});

test('a round closes by the hour: 16:30 for filing, 20:00 for paying, on its last day only', () => {
  const window = {
    opens: day('2026-09-08'),
    closes: day('2026-12-11'),
    fileBy: { value: '16:30' },
    payBy: { value: '20:00' },
  };
  const at = (date: string, time: string) => bangkokInstant(day(date), time);
  expect(windowAt(window, 'file', at('2026-09-07', '23:59'))).toBe('not-yet');
  expect(windowAt(window, 'file', at('2026-12-10', '23:00'))).toBe('open');
  expect(windowAt(window, 'file', at('2026-12-11', '16:30'))).toBe('open');
  expect(windowAt(window, 'file', at('2026-12-11', '16:31'))).toBe('closed');
  expect(windowAt(window, 'pay', at('2026-12-11', '20:00'))).toBe('open');
  expect(windowAt(window, 'pay', at('2026-12-11', '20:01'))).toBe('closed');
  expect(windowEnd(window, 'file').toISOString()).toBe('2026-12-11T09:31:00.000Z');
});
