import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { ASSUMED, type Sourced } from '../catalogue/figure.ts';

/** How long a finished card waits on a shelf before it goes back; our own figure, no rule was found. */
export const COLLECTION_DAYS: Sourced & { readonly value: number } = {
  value: 90,
  ...ASSUMED('own proposal: three months on the shelf, then back to the office'),
};

/** Since when a card waits, counted in days of Bangkok, and when its time on the shelf is over. */
export function collectionClock(
  since: CalendarDate,
  today: CalendarDate,
  days: number = COLLECTION_DAYS.value,
): { readonly waitingDays: number; readonly returnOn: CalendarDate; readonly overdue: boolean } {
  const returnOn = addDays(since, days);
  const waitingDays = Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
  return { waitingDays: Math.max(0, waitingDays), returnOn, overdue: today > returnOn };
}
