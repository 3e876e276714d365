import type { Input } from '../api/api-client.ts';

export type NoticeWorker = Input<'fileNotice'>['workers'][number];

/** One pasted line, and whether we are sure that we read it as it was meant. */
export interface ParsedLine {
  readonly line: number;
  readonly text: string;
  readonly worker: NoticeWorker;
  readonly sure: boolean;
}

/**
 * Reads a list as people copy it from a sheet: one worker a line, cells parted by tab, semicolon or comma, in any order;
 * each cell is known by its form. A line of headings is left out.
 */
export function parseWorkerList(pasted: string): readonly ParsedLine[] {
  return pasted
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text, line }) => text !== '' && !(line === 1 && isHeading(text)))
    .map(({ text, line }) => parseLine(text, line));
}

/** Headings hold words and no digit. */
const isHeading = (text: string): boolean =>
  !/\d/.test(text) && /permit|passport|ใบอนุญาต|หนังสือเดินทาง/i.test(text);

function parseLine(text: string, line: number): ParsedLine {
  const worker: NoticeWorker = {};
  let unread = 0;
  for (const cell of cellsOf(text)) {
    const field = fieldOf(cell, worker);
    if (!field) unread += 1;
    else Object.assign(worker, field);
  }
  const known = Boolean(worker.permitNo ?? worker.passportNo ?? worker.firstLatin);
  return { line, text, worker, sure: unread === 0 && known };
}

const cellsOf = (text: string): string[] => {
  const parted = text.includes('\t')
    ? text.split('\t')
    : text.includes(';')
      ? text.split(';')
      : text.split(',');
  return parted.map((cell) => cell.replace(/^["'\s]+|["'\s]+$/g, '')).filter((cell) => cell !== '');
};

/** What a cell is, by its form; undefined where nothing fits or its place is taken. */
function fieldOf(cell: string, so: NoticeWorker): Partial<NoticeWorker> | undefined {
  const born = birthOf(cell);
  if (born && !so.born) return { born };
  const nationality = nationalityOf(cell);
  if (nationality && !so.nationality) return { nationality };
  const bare = cell.replace(/[\s-]/g, '');
  if (/^\d{8,16}$/.test(bare) && !so.permitNo) return { permitNo: bare };
  if (/^(?=.*\d)[A-Za-z]{1,3}\d{4,10}$/.test(bare) && !so.passportNo)
    return { passportNo: bare.toUpperCase() };
  if (/^[\p{Script=Latin}\p{M} .'’-]+$/u.test(cell) && !so.firstLatin) return { firstLatin: cell };
  if (/^[\p{Script=Thai}\p{M} .]+$/u.test(cell) && !so.firstThai) return { firstThai: cell };
  return undefined;
}

/** The four neighbours as sheets write them; other nationalities by their two letters. */
const NATIONALITY_WORDS: Readonly<Record<string, string>> = {
  MYANMAR: 'MM',
  BURMA: 'MM',
  BURMESE: 'MM',
  MMR: 'MM',
  เมียนมา: 'MM',
  พม่า: 'MM',
  LAO: 'LA',
  LAOS: 'LA',
  ลาว: 'LA',
  CAMBODIA: 'KH',
  CAMBODIAN: 'KH',
  KHM: 'KH',
  กัมพูชา: 'KH',
  VIETNAM: 'VN',
  VIETNAMESE: 'VN',
  VNM: 'VN',
  เวียดนาม: 'VN',
};

function nationalityOf(cell: string): string | undefined {
  const word = cell.toUpperCase();
  return NATIONALITY_WORDS[word] ?? (/^[A-Z]{2}$/.test(word) ? word : undefined);
}

/** Day first as in Thailand, or ISO; a year beyond 2400 is of the Buddhist era. */
function birthOf(cell: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(cell);
  if (iso) return dateOf(iso[1]!, iso[2], iso[3]);
  const thai = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(cell);
  return thai ? dateOf(thai[3]!, thai[2], thai[1]) : undefined;
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const common = Number(year) > 2400 ? Number(year) - 543 : Number(year);
  if (common < 1900 || common > 2100) return undefined;
  const parts = [String(common), ...[month, day].flatMap((part) => (part ? part.padStart(2, '0') : []))];
  return parts.join('-');
}
