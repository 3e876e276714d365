import { parse } from 'csv-parse/sync';
import { MAX_SHEET_ROWS } from '@permit/domain/contract/bulk-api.ts';
import { readHeadings, type WorkerColumn } from '@permit/domain/bulk/worker-columns.ts';
import { ApiError } from '../errors.ts';

export interface SheetRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly columns: readonly (WorkerColumn | undefined)[];
  /** Places of headings that are not known, counted from 1. */
  readonly unknownColumns: readonly number[];
  readonly rows: readonly SheetRow[];
}

const LONGEST_RECORD = 64 * 1024;
const MOST_COLUMNS = 200;
/** Fewer known headings than this, and the first row is not a row of headings. */
const LEAST_KNOWN = 3;

/** Reads a CSV of workers; throws the refusal where the file as a whole cannot be read. */
export function readSheet(bytes: Uint8Array): Sheet {
  const [headings, ...records] = parseCsv(decodeSheet(bytes));
  if (!headings) throw refused('sheet-empty');
  if (headings.length > MOST_COLUMNS) throw refused('sheet-unreadable');
  const columns = readHeadings(headings);
  if (columns.filter(Boolean).length < LEAST_KNOWN) throw refused('sheet-headings-unknown');
  const rows = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) throw refused('sheet-empty');
  if (rows.length > MAX_SHEET_ROWS) throw refused('sheet-too-long');
  const unknownColumns = headings.flatMap((heading, index) =>
    !columns[index] && heading.trim() !== '' ? [index + 1] : [],
  );
  return { columns, unknownColumns, rows };
}

const refused = (detailCode: string): ApiError => new ApiError('refused', { detailCode });

/**
 * Text of a sheet: UTF-8 or UTF-16 by its mark, UTF-8 where the bytes are nothing else, otherwise Windows-874, which
 * holds TIS-620. A workbook (a ZIP inside) or other binary file is refused by name, not read as gibberish.
 */
export function decodeSheet(bytes: Uint8Array): string {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) throw refused('sheet-is-workbook');
  if (starts(0xff, 0xfe)) return decode('utf-16le', bytes);
  if (starts(0xfe, 0xff)) return decode('utf-16be', bytes);
  const text = decodeOrUndefined('utf-8', bytes) ?? decode('windows-874', bytes);
  // Control characters, a NUL above all, stand in no text file.
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) throw refused('sheet-unreadable');
  return text;
}

function decode(encoding: string, bytes: Uint8Array): string {
  const text = decodeOrUndefined(encoding, bytes);
  if (text === undefined) throw refused('sheet-unreadable');
  return text;
}

function decodeOrUndefined(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseCsv(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
    });
  } catch {
    throw refused('sheet-unreadable');
  }
}

/** The sign that parts the headings most often, outside of quotes. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
