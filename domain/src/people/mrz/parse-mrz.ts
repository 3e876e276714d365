import { isCalendarDate } from '../../calendar/calendar-date.ts';
import { birthDateFrom, type BirthDate } from '../birth-date.ts';
import { checkDigitFits } from './check-digit.ts';
import { MRZ_SIZE, type Mrz, type MrzFault, type MrzFormat, type MrzProblem } from './mrz.ts';

export type ParsedMrz =
  { readonly ok: true; readonly mrz: Mrz } | { readonly ok: false; readonly problem: MrzProblem };

/**
 * Reads a zone from lines joined by line feeds (or without them). `today` (`YYYY-MM-DD`) settles the century of
 * two-digit years: a birth year is never in the future. Check digits that do not fit are named in `faults`.
 */
export function parseMrz(typed: string, today: string): ParsedMrz {
  const text = typed.toUpperCase().replace(/[\s«]/g, (character) => (character === '«' ? '<<' : ''));
  if (!/^[A-Z0-9<]*$/.test(text)) return { ok: false, problem: 'mrz-characters' };
  const format = formatOf(text.length);
  return format ? { ok: true, mrz: READERS[format](text, today) } : { ok: false, problem: 'mrz-length' };
}

function formatOf(length: number): MrzFormat | undefined {
  const formats = Object.keys(MRZ_SIZE) as MrzFormat[];
  return formats.find((format) => MRZ_SIZE[format].lines * MRZ_SIZE[format].length === length);
}

const READERS: Record<MrzFormat, (text: string, today: string) => Mrz> = {
  TD3: (text, today) => {
    const personal = text.slice(72, 86);
    return read('TD3', text, today, {
      name: text.slice(5, 44),
      number: text.slice(44, 53),
      numberDigit: text.charAt(53),
      middle: text.slice(54, 72),
      optional: personal,
      checks: [
        ['personal-number', personal, text.charAt(86)],
        ['composite', text.slice(44, 54) + text.slice(57, 64) + text.slice(65, 87), text.charAt(87)],
      ],
    });
  },
  TD2: (text, today) =>
    read('TD2', text, today, {
      name: text.slice(5, 36),
      number: text.slice(36, 45),
      numberDigit: text.charAt(45),
      middle: text.slice(46, 64),
      optional: text.slice(64, 71),
      checks: [['composite', text.slice(36, 46) + text.slice(49, 56) + text.slice(57, 71), text.charAt(71)]],
    }),
  TD1: (text, today) =>
    read('TD1', text, today, {
      name: text.slice(60, 90),
      number: text.slice(5, 14),
      numberDigit: text.charAt(14),
      middle: text.slice(45, 48) + text.slice(30, 45),
      optional: text.slice(15, 30) + text.slice(48, 59),
      checks: [
        [
          'composite',
          text.slice(5, 30) + text.slice(30, 37) + text.slice(38, 45) + text.slice(48, 59),
          text.charAt(59),
        ],
      ],
    }),
};

interface Cut {
  name: string;
  number: string;
  numberDigit: string;
  /** Nationality (3), birth (6), digit, sex, expiry (6), digit. */
  middle: string;
  optional: string;
  checks: [MrzFault, string, string][];
}

function read(format: MrzFormat, text: string, today: string, cut: Cut): Mrz {
  const { middle } = cut;
  const long = longNumber(cut);
  const checks: Cut['checks'] = [
    ['document-number', long.number, long.digit],
    ['birth-date', middle.slice(3, 9), middle.charAt(9)],
    ['expiry-date', middle.slice(11, 17), middle.charAt(17)],
    ...cut.checks,
  ];
  const [lastName = '', ...first] = cut.name.replace(/<+$/, '').split('<<');
  const sex = middle.charAt(10);
  return {
    format,
    documentCode: plain(text.slice(0, 2)),
    issuer: plain(text.slice(2, 5)),
    documentNumber: plain(long.number),
    nationality: plain(middle.slice(0, 3)),
    // One name alone stands in the first place (ICAO 9303-3, 4.6): it is the only name, not a last name.
    lastName: first.length > 0 ? plain(lastName) : '',
    firstNames: first.length > 0 ? plain(first.join('<')) : plain(lastName),
    nameCut: !cut.name.endsWith('<'),
    birth: readBirth(middle.slice(3, 9), today),
    sex: sex === 'M' || sex === 'F' ? sex : '<',
    expires: readExpiry(middle.slice(11, 17), today),
    optional: plain(long.optional),
    faults: checks.filter(([, body, digit]) => !checkDigitFits(body, digit)).map(([fault]) => fault),
  };
}

/** A number longer than nine characters goes on in the optional data, its digit last (ICAO 9303-5, 4.2.2.1). */
function longNumber(cut: Cut): { number: string; digit: string; optional: string } {
  const rest = /^([A-Z0-9]+)(\d)</.exec(cut.optional);
  if (cut.numberDigit !== '<' || !rest || /^<+$/.test(cut.number))
    return { number: cut.number, digit: cut.numberDigit, optional: cut.optional };
  const [matched, tail = '', digit = ''] = rest;
  return { number: cut.number + tail, digit, optional: cut.optional.slice(matched.length - 1) };
}

function plain(text: string): string {
  return text.replace(/<+/g, ' ').trim();
}

/** Unknown parts are fillers or zeros: `90<<<<`, `900000`. */
function readBirth(text: string, today: string): BirthDate {
  const unknown: BirthDate = { precision: 'unknown', date: '' };
  if (!/^\d{2}/.test(text)) return unknown;
  const short = Number(text.slice(0, 2));
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + short > Number(today.slice(0, 4)) ? century - 100 + short : century + short;
  const part = (from: number): number =>
    /^\d{2}$/.test(text.slice(from, from + 2)) ? Number(text.slice(from, from + 2)) : 0;
  return birthDateFrom({ year, month: part(2), day: part(2) === 0 ? 0 : part(4) }) ?? unknown;
}

/** The nearest year to today: no document is valid for more than fifty years. */
function readExpiry(text: string, today: string): string | undefined {
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(text.slice(0, 2));
  const now = Number(today.slice(0, 4));
  const nearest = year < now - 50 ? year + 100 : year > now + 50 ? year - 100 : year;
  const date = `${nearest}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isCalendarDate(date) ? date : undefined;
}
