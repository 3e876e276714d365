import type { BirthDate } from '@permit/domain/people/birth-date.ts';

const MONTHS: readonly (readonly [thai: string, short: string, english: string])[] = [
  ['มกราคม', 'ม.ค.', 'JAN'],
  ['กุมภาพันธ์', 'ก.พ.', 'FEB'],
  ['มีนาคม', 'มี.ค.', 'MAR'],
  ['เมษายน', 'เม.ย.', 'APR'],
  ['พฤษภาคม', 'พ.ค.', 'MAY'],
  ['มิถุนายน', 'มิ.ย.', 'JUN'],
  ['กรกฎาคม', 'ก.ค.', 'JUL'],
  ['สิงหาคม', 'ส.ค.', 'AUG'],
  ['กันยายน', 'ก.ย.', 'SEP'],
  ['ตุลาคม', 'ต.ค.', 'OCT'],
  ['พฤศจิกายน', 'พ.ย.', 'NOV'],
  ['ธันวาคม', 'ธ.ค.', 'DEC'],
];

/** The Buddhist era of Thailand runs 543 years ahead, and since 1941 both begin on 1 January. */
const BUDDHIST_OFFSET = 543;

/** 20 พฤศจิกายน 2569 */
export function thaiDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS[month - 1]![0]} ${year + BUDDHIST_OFFSET}`;
}

/** 20 พ.ย. 2569 */
export function shortThaiDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS[month - 1]![1]} ${year + BUDDHIST_OFFSET}`;
}

/** 20 NOV 2026 */
export function englishDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS[month - 1]![2]} ${year}`;
}

/** A birth date at its precision in both eras; what is not known is not invented (no 1 January for a bare year). */
export function birthInBothEras({ precision, date }: BirthDate): string {
  if (precision === 'unknown') return 'ไม่ทราบ / UNKNOWN';
  if (precision === 'day') return `${thaiDate(date)} / ${englishDate(date)}`;
  const [year, month] = partsOf(`${date}-01-01`);
  if (precision === 'year') return `พ.ศ. ${year + BUDDHIST_OFFSET} / ${year}`;
  const [thai, , english] = MONTHS[month - 1]!;
  return `${thai} ${year + BUDDHIST_OFFSET} / ${english} ${year}`;
}

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
