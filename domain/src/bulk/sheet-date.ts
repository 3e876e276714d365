import { BUDDHIST_OFFSET } from '../calendar/format-date.ts';
import { isCalendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { birthDateFrom, type BirthDate } from '../people/birth-date.ts';

/** Month names as people write them in sheets, Thai and English, short and long; compared without dots and spaces. */
const MONTHS: readonly (readonly string[])[] = [
  ['มกราคม', 'มค', 'january', 'jan'],
  ['กุมภาพันธ์', 'กพ', 'february', 'feb'],
  ['มีนาคม', 'มีค', 'march', 'mar'],
  ['เมษายน', 'เมย', 'april', 'apr'],
  ['พฤษภาคม', 'พค', 'may'],
  ['มิถุนายน', 'มิย', 'june', 'jun'],
  ['กรกฎาคม', 'กค', 'july', 'jul'],
  ['สิงหาคม', 'สค', 'august', 'aug'],
  ['กันยายน', 'กย', 'september', 'sep', 'sept'],
  ['ตุลาคม', 'ตค', 'october', 'oct'],
  ['พฤศจิกายน', 'พย', 'november', 'nov'],
  ['ธันวาคม', 'ธค', 'december', 'dec'],
];

/** Years from here on are of the Buddhist era: nobody in a sheet was born, or expires, in 2400 of the common era. */
const FIRST_BUDDHIST_YEAR = 2400;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A date as a sheet writes it: `2569-11-28`, `28/11/2569`, `28.11.2026`, `28 พ.ย. 2569`, Thai digits. The day comes
 * before the month, as everywhere in Thailand; a year of two digits is not guessed. Undefined where it is no date.
 */
export function readSheetDate(text: string): CalendarDate | undefined {
  const parts = partsOfDate(text);
  if (!parts || parts.month === 0 || parts.day === 0) return undefined;
  const written = [parts.year, parts.month, parts.day].map((part, index) =>
    String(part).padStart(index === 0 ? 4 : 2, '0'),
  );
  const date = written.join('-');
  return isCalendarDate(date) ? date : undefined;
}

/** A birth date at its own precision: the year alone, month and year, or the day; a day or month of 0 is not known. */
export function readSheetBirth(text: string): BirthDate | undefined {
  const parts = partsOfDate(text);
  return parts && birthDateFrom(parts);
}

function partsOfDate(typed: string): Parts | undefined {
  const text = latinDigits(typed).trim().replace(/\s+/g, ' ');
  const clock = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const pieces = splitDate(clock);
  if (!pieces) return undefined;
  const [year, month, day] = pieces;
  if (year < 1800) return undefined;
  return { year: year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_OFFSET : year, month, day };
}

function splitDate(text: string): readonly [year: number, month: number, day: number] | undefined {
  const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2] ?? 0), Number(yearFirst[3] ?? 0)];
  const dayFirst = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1] ?? 0)];
  const named = /^(?:(\d{1,2})[- ]?)?([^\d]+?)[- ]?(\d{4})$/.exec(text);
  const month = named ? monthOf(named[2]!) : 0;
  return named && month > 0 ? [Number(named[3]), month, Number(named[1] ?? 0)] : undefined;
}

function monthOf(name: string): number {
  const bare = name.toLowerCase().replace(/พ\.?ศ\.?|[.,\s-]/g, '');
  return MONTHS.findIndex((names) => names.includes(bare)) + 1;
}

function latinDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
