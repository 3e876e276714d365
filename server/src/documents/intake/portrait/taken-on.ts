import { isCalendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';

/** A moment as EXIF writes it, whichever tag it stands under: taken, digitised, changed. */
const MOMENT = /\b(\d{4}):(\d{2}):(\d{2}) \d{2}:\d{2}:\d{2}/g;

/**
 * The day on which a camera says that it took the picture: the earliest of its EXIF block, because programs that change
 * a picture add later ones. A camera whose clock was never set begins on a first of January; that is no day.
 */
export function takenOn(exif: Uint8Array | undefined): CalendarDate | undefined {
  if (!exif) return undefined;
  const text = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength).toString('latin1');
  const days = [...text.matchAll(MOMENT)]
    .map(([, year, month, day]) => `${year}-${month}-${day}`)
    .filter((day) => isCalendarDate(day) && !day.endsWith('-01-01'));
  return days.sort()[0] as CalendarDate | undefined;
}
