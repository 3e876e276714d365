import { addDays, weekdayOf, type CalendarDate } from './calendar-date.ts';

/** Days on which offices are closed, beside Saturday and Sunday. */
export type Holidays = ReadonlySet<string>;

/** Monday to Friday and no holiday (opening on weekdays: work-permit.md 3, inference). */
export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The `count`-th working day after `date`; a negative count goes back; 0 is the day itself. */
export function addWorkingDays(date: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
