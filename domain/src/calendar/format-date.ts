import type { Language } from '../texts/text.ts';
import { partsOf, type CalendarDate } from './calendar-date.ts';

/** Buddhist era = common era + 543. */
export const BUDDHIST_OFFSET = 543;

const MONTHS: Readonly<Record<'th' | 'en' | 'my' | 'km' | 'lo', readonly string[]>> = {
  th: [
    'มกราคม',
    'กุมภาพันธ์',
    'มีนาคม',
    'เมษายน',
    'พฤษภาคม',
    'มิถุนายน',
    'กรกฎาคม',
    'สิงหาคม',
    'กันยายน',
    'ตุลาคม',
    'พฤศจิกายน',
    'ธันวาคม',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  my: ['ဇန်နဝါရီ', 'ဖေဖော်ဝါရီ', 'မတ်', 'ဧပြီ', 'မေ', 'ဇွန်', 'ဇူလိုင်', 'ဩဂုတ်', 'စက်တင်ဘာ', 'အောက်တိုဘာ', 'နိုဝင်ဘာ', 'ဒီဇင်ဘာ'],
  km: ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'],
  lo: ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'],
};

const SHAPES: Readonly<Record<Language, (day: number, month: number, year: number) => string>> = {
  th: (day, month, year) => `${day} ${MONTHS.th[month - 1]} ${year + BUDDHIST_OFFSET}`,
  en: (day, month, year) => `${day} ${MONTHS.en[month - 1]} ${year}`,
  my: (day, month, year) => `${day} ${MONTHS.my[month - 1]} ${year}`,
  km: (day, month, year) => `${day} ${MONTHS.km[month - 1]} ${year}`,
  lo: (day, month, year) => `${day} ${MONTHS.lo[month - 1]} ${year}`,
  vi: (day, month, year) => `${day} tháng ${month}, ${year}`,
};

/** A day as people of a language read it: Buddhist era in Thai (20 พฤศจิกายน 2569), common era otherwise. */
export function formatDate(date: CalendarDate, language: Language): string {
  const [year, month, day] = partsOf(date);
  return SHAPES[language](day, month, year);
}

/** Short form in figures, each era named: `20/11/2569` in Thai, `20 Nov 2026` in English, `20/11/2026` elsewhere. */
export function formatShortDate(date: CalendarDate, language: Language): string {
  const [year, month, day] = partsOf(date);
  const two = (part: number): string => String(part).padStart(2, '0');
  if (language === 'th') return `${two(day)}/${two(month)}/${year + BUDDHIST_OFFSET}`;
  if (language === 'en') return `${day} ${MONTHS.en[month - 1]?.slice(0, 3)} ${year}`;
  return `${two(day)}/${two(month)}/${year}`;
}

/** Both eras side by side, as a card prints them: `20/11/2569 (2026)`. */
export function formatBothEras(date: CalendarDate): string {
  return `${formatShortDate(date, 'th')} (${partsOf(date)[0]})`;
}

/** A Buddhist year typed into a form (2450-2650) as a common one; a common year is left alone. */
export function commonYear(typed: number): number {
  return typed >= 2400 && typed < 2700 ? typed - BUDDHIST_OFFSET : typed;
}
