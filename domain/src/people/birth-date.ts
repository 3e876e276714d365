import { z } from 'zod';
import {
  addYears,
  calendarDate,
  isCalendarDate,
  partsOf,
  type CalendarDate,
} from '../calendar/calendar-date.ts';

/**
 * A date of birth at the precision that is known ("ไม่ทราบวันเกิดที่ชัดเจน"): `date` is `YYYY-MM-DD`, `YYYY-MM`,
 * `YYYY` or empty, in the common era.
 */
export const BirthDateSchema = z
  .strictObject({ precision: z.enum(['day', 'month', 'year', 'unknown']), date: z.string().max(10) })
  .refine(({ precision, date }) => shapeFits(precision, date), {
    message: 'not-a-birth-date',
    path: ['date'],
  });
export type BirthDate = z.infer<typeof BirthDateSchema>;
export type BirthPrecision = BirthDate['precision'];

function shapeFits(precision: string, date: string): boolean {
  if (precision === 'day') return isCalendarDate(date);
  if (precision === 'month') return isCalendarDate(`${date}-01`);
  if (precision === 'year') return isCalendarDate(`${date}-01-01`);
  return date === '';
}

/** From parts as a form gives them; an unknown day may be 0 or absent. Undefined where they make no date. */
export function birthDateFrom(parts: { year?: number; month?: number; day?: number }): BirthDate | undefined {
  const { year = 0, month = 0, day = 0 } = parts;
  const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  const known = year === 0 ? 0 : month === 0 ? 1 : day === 0 ? 2 : 3;
  const precision = (['unknown', 'year', 'month', 'day'] as const)[known] ?? 'unknown';
  const parsed = BirthDateSchema.safeParse({ precision, date: text.slice(0, known).join('-') });
  return parsed.success ? parsed.data : undefined;
}

/** The earliest and the latest day on which the person may have been born; undefined where nothing is known or it is no date. */
export function birthRange(birth: BirthDate): readonly [CalendarDate, CalendarDate] | undefined {
  if (birth.precision === 'unknown' || !shapeFits(birth.precision, birth.date)) return undefined;
  if (birth.precision === 'day') return [calendarDate(birth.date), calendarDate(birth.date)];
  if (birth.precision === 'year')
    return [calendarDate(`${birth.date}-01-01`), calendarDate(`${birth.date}-12-31`)];
  const [year, month] = partsOf(calendarDate(`${birth.date}-01`));
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [calendarDate(`${birth.date}-01`), calendarDate(`${birth.date}-${lastDay}`)];
}

/** Completed years of life on a day, least and most that the precision allows. */
export function ageRange(birth: BirthDate, on: CalendarDate): readonly [number, number] | undefined {
  const range = birthRange(birth);
  return range && [completedYears(range[1], on), completedYears(range[0], on)];
}

function completedYears(born: CalendarDate, on: CalendarDate): number {
  const years = partsOf(on)[0] - partsOf(born)[0];
  return addYears(born, years) > on ? years - 1 : years;
}

/** Year of birth, the only part of it that stays readable in the database (decisions.md 4). */
export function birthYear(birth: BirthDate): number | undefined {
  const range = birthRange(birth);
  return range && partsOf(range[0])[0];
}

/** True where both may be the same day: a known year agrees with every day of that year. */
export function birthDatesAgree(one: BirthDate, other: BirthDate): boolean {
  const [a, b] = [birthRange(one), birthRange(other)];
  return !a || !b || (a[0] <= b[1] && b[0] <= a[1]);
}
