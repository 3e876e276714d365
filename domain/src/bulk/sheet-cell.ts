import type { RowFaultCode } from './row-faults.ts';
import { readSheetChoice, readSheetNationality } from './sheet-choices.ts';
import { readSheetBirth, readSheetDate } from './sheet-date.ts';
import type { WorkerColumn } from './worker-columns.ts';

/** Longest text that a cell may hold; the form's own limits are shorter or equal. */
const LONGEST_CELL = 300;

type Cell = { readonly value: unknown } | { readonly fault: RowFaultCode };

/** Sheets hold invisible signs, and Excel writes `="0123"` or a leading apostrophe to keep zeros. */
export function tidyCell(cell: string): string {
  return cell
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .normalize('NFC')
    .trim();
}

/** The value of a tidied cell, or why it has none. */
export function readCell(column: WorkerColumn, text: string): Cell {
  if (text.length > LONGEST_CELL) return { fault: 'too-long' };
  const value = READERS[column.kind](text, column);
  return value === undefined ? { fault: FAULT_OF[column.kind] } : { value };
}

const READERS: Record<WorkerColumn['kind'], (text: string, column: WorkerColumn) => unknown> = {
  key: (text) => text,
  text: (text) => text,
  // 1.23E+12 is what Excel makes of a long number: its digits are lost, so that nobody may guess them.
  'number-like': (text) => (/^\d(\.\d+)?E\+\d+$/i.test(text) ? undefined : text),
  date: readSheetDate,
  birth: readSheetBirth,
  nationality: readSheetNationality,
  choice: (text, column) => (column.kind === 'choice' ? readSheetChoice(column.list, text) : undefined),
  baht: (text) => {
    const amount = text.replace(/[,฿\s]|บาท|baht/gi, '');
    return /^\d{1,7}(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : undefined;
  },
};

const FAULT_OF: Record<WorkerColumn['kind'], RowFaultCode> = {
  key: 'not-text',
  text: 'not-text',
  'number-like': 'digits-lost',
  date: 'not-a-date',
  birth: 'not-a-birth-date',
  nationality: 'not-a-nationality',
  choice: 'not-a-choice',
  baht: 'not-a-number',
};

/** Writes a value at a dotted path; a whole number is a place in a list. The paths are our own table's. */
export function putAt(record: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  let at: Record<string, unknown> = record;
  keys.slice(0, -1).forEach((part, index) => {
    const next = at[part] ?? (/^\d+$/.test(keys[index + 1]!) ? [] : {});
    at[part] = next;
    at = next as Record<string, unknown>;
  });
  at[keys.at(-1)!] = value;
}
