import { bareDocumentNumber } from '../catalogue/canonical-draft.ts';
import type { Names } from '../catalogue/application-draft.ts';
import type { BirthDate } from '../people/birth-date.ts';
import { putAt, readCell, tidyCell } from './sheet-cell.ts';
import { WORKER_COLUMNS, type WorkerColumn } from './worker-columns.ts';

/** A permit that was issued before this system, as the register that it came from says. */
export interface OldPermit {
  /** As {@link comparablePermitNumber} writes it. */
  readonly number: string;
  readonly names?: Names;
  readonly birth?: BirthDate;
  readonly sex?: 'male' | 'female';
  readonly nationality?: string;
  readonly passport?: string;
  readonly occupation?: string;
  readonly employer?: string;
  readonly issued?: string;
  readonly expires?: string;
}

/** Why a line of the old register was not taken: where, and a code; never what stood there. */
export interface OldPermitFault {
  readonly column: string;
  readonly code: string;
}

const TAKEN = [
  'worker.names.prefix',
  'worker.names.firstLatin',
  'worker.names.middleLatin',
  'worker.names.lastLatin',
  'worker.names.firstThai',
  'worker.names.lastThai',
  'worker.names.native',
  'worker.sex',
  'worker.nationality',
  'worker.birth',
  'travelDocument.number',
  'job.occupation',
  'oldPermit.number',
  'oldPermit.issued',
  'oldPermit.expires',
];

/** Shorter headings, which a sheet of workers may not use because they would mean something else there. */
const OWN_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  'oldPermit.number': ['เลขที่ใบอนุญาต', 'permit number', 'permit no'],
  'oldPermit.issued': ['วันออกใบอนุญาต', 'issued'],
  'oldPermit.expires': ['วันหมดอายุใบอนุญาต', 'expires'],
};

/** The columns of an old register; headings are read as those of a sheet of workers are. */
export const OLD_PERMIT_COLUMNS: readonly WorkerColumn[] = [
  ...WORKER_COLUMNS.filter(({ path }) => TAKEN.includes(path)).map((column): WorkerColumn => {
    const [thai, english, ...others] = column.headings;
    return { ...column, headings: [thai, english, ...others, ...(OWN_HEADINGS[column.path] ?? [])] };
  }),
  { path: 'employer', kind: 'text', headings: ['นายจ้าง', 'Employer', 'employer name', 'ชื่อนายจ้าง'] },
];

/** A permit number as numbers are compared: capitals and digits, without spaces, strokes and hyphens. */
export function comparablePermitNumber(typed: string): string {
  return bareDocumentNumber(typed.normalize('NFC').replaceAll('/', ''));
}

interface Cells {
  readonly worker?: Pick<OldPermit, 'names' | 'birth' | 'sex' | 'nationality'>;
  readonly travelDocument?: { readonly number?: string };
  readonly job?: { readonly occupation?: string };
  readonly oldPermit?: { readonly number?: string; readonly issued?: string; readonly expires?: string };
  readonly employer?: string;
}

/**
 * Reads one line. A line is refused where it has no number, names nobody, ends before it begins, or holds a cell that
 * cannot be read: half of a permit would be compared with what people type.
 */
export function readOldPermit(
  columns: readonly (WorkerColumn | undefined)[],
  cells: readonly string[],
): { readonly permit: OldPermit } | { readonly faults: readonly OldPermitFault[] } {
  const record: Record<string, unknown> = {};
  const faults: OldPermitFault[] = [];
  columns.forEach((column, index) => {
    const text = tidyCell(cells[index] ?? '');
    if (!column || text === '') return;
    const cell = readCell(column, text);
    if ('fault' in cell) faults.push({ column: column.path, code: cell.fault });
    else putAt(record, column.path, cell.value);
  });
  const unread = new Set(faults.map(({ column }) => column));
  faults.push(...rulesOf(record as Cells).filter(({ column }) => !unread.has(column)));
  return faults.length > 0 ? { faults } : { permit: permitOf(record as Cells) };
}

function rulesOf({ worker, travelDocument, oldPermit }: Cells): OldPermitFault[] {
  const { number, issued, expires } = oldPermit ?? {};
  const named =
    travelDocument?.number ?? Object.entries(worker?.names ?? {}).find(([part]) => part !== 'prefix');
  return [
    ...(number && number.length <= 30
      ? []
      : [{ column: 'oldPermit.number', code: number ? 'too-long' : 'missing' }]),
    ...(named ? [] : [{ column: 'travelDocument.number', code: 'nobody-named' }]),
    ...(issued && expires && expires < issued
      ? [{ column: 'oldPermit.expires', code: 'ends-before-it-begins' }]
      : []),
  ];
}

function permitOf({ worker, travelDocument, job, oldPermit, employer }: Cells): OldPermit {
  const { number = '', ...dates } = oldPermit ?? {};
  const passport = travelDocument?.number;
  return {
    number: comparablePermitNumber(number),
    ...worker,
    ...(passport ? { passport: bareDocumentNumber(passport) } : {}),
    ...(job?.occupation ? { occupation: job.occupation } : {}),
    ...(employer ? { employer } : {}),
    ...dates,
  };
}

/** The parts in which two lines of one number differ; what contradicts is named, not shown. */
export function differingParts(one: OldPermit, other: OldPermit): (keyof OldPermit)[] {
  const parts = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof OldPermit)[]);
  const line = (part: unknown) => JSON.stringify(sorted(part));
  return [...parts].filter((part) => line(one[part]) !== line(other[part])).sort();
}

/** One line of text that is the same for the same permit, whatever the order of its columns. */
export function permitLine(permit: OldPermit): string {
  return JSON.stringify(sorted(permit));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
