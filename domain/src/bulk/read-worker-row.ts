import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { bareDocumentNumber } from '../catalogue/canonical-draft.ts';
import { isBlank } from '../catalogue/condition.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { validateDraft } from '../catalogue/validate-draft.ts';
import { nameSearchKey } from '../people/name-search-key.ts';
import type { RowFault, RowFaultCode } from './row-faults.ts';
import { readSheetChoice, readSheetNationality } from './sheet-choices.ts';
import { readSheetBirth, readSheetDate } from './sheet-date.ts';
import type { WorkerColumn } from './worker-columns.ts';

/** A row as the form would hold it, with everything that is wrong with it. */
export interface WorkerRow {
  /** Names the row for its files: the key column, else the passport number. */
  readonly key: string | undefined;
  readonly draft: ApplicationDraft;
  /** What keeps the same worker from being filed twice; undefined where the row names nobody. */
  readonly identity: string | undefined;
  readonly faults: readonly RowFault[];
}

/** Longest text that a cell may hold; the form's own limits are shorter or equal. */
const LONGEST_CELL = 300;

type Cell = { readonly value: unknown } | { readonly fault: RowFaultCode };

/**
 * Reads one row of a sheet against the service. `common` holds what all rows share (employer, workplace, who files);
 * the row's own cells win. Refused rows have at least one fault of severity `refused`; remarks are told and kept.
 */
export function readWorkerRow(
  columns: readonly (WorkerColumn | undefined)[],
  cells: readonly string[],
  rules: { readonly service: ServiceDefinition; readonly common: Partial<ApplicationDraft> },
): WorkerRow {
  const draft = JSON.parse(
    JSON.stringify({ ...rules.common, serviceCode: rules.service.code }),
  ) as ApplicationDraft;
  const faults: RowFault[] = [];
  let key: string | undefined;
  columns.forEach((column, index) => {
    const text = tidy(cells[index] ?? '');
    if (!column || text === '') return;
    if (column.kind === 'key') {
      key = text;
      return;
    }
    const cell = readCell(column, text);
    if ('fault' in cell) faults.push({ column: column.path, code: cell.fault, severity: 'refused' });
    else put(draft as unknown as Record<string, unknown>, column.path, cell.value);
  });
  nameTheDocument(columns, draft);
  const unread = new Set(faults.map(({ column }) => column));
  faults.push(...formFaults(rules.service, draft).filter(({ column }) => !unread.has(column)));
  const identity = identityOf(draft);
  if (!identity) faults.push({ column: 'travelDocument.number', code: 'nobody-named', severity: 'refused' });
  return { key: key ?? draft.travelDocument?.number, draft, identity, faults };
}

/** True where the row may not become a draft. */
export function isRefused(faults: readonly RowFault[]): boolean {
  return faults.some(({ severity }) => severity === 'refused');
}

/** Without a column for the kind, the heading itself says it: the number is that of a passport. */
function nameTheDocument(columns: readonly (WorkerColumn | undefined)[], draft: ApplicationDraft): void {
  if (columns.some((column) => column?.path === 'travelDocument.type')) return;
  if (draft.travelDocument?.number) draft.travelDocument = { type: 'passport', ...draft.travelDocument };
}

function formFaults(service: ServiceDefinition, draft: ApplicationDraft): RowFault[] {
  return validateDraft(service, draft).map(({ field, code, severity }) => ({
    column: field,
    code,
    severity: severity === 'block' ? 'refused' : 'remark',
  }));
}

/** The number of the travel document, else name and birth: what makes a row the same worker as another. */
function identityOf(draft: ApplicationDraft): string | undefined {
  const number = draft.travelDocument?.number;
  if (number && !isBlank(number)) return `document ${bareDocumentNumber(number)}`;
  const { names, birth } = draft.worker ?? {};
  const name = nameSearchKey([names?.firstLatin, names?.lastLatin].filter(Boolean).join(' '));
  return name && birth ? `person ${name} ${birth.date}` : undefined;
}

/** Sheets hold invisible signs, and Excel writes `="0123"` or a leading apostrophe to keep zeros. */
function tidy(cell: string): string {
  return cell
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .normalize('NFC')
    .trim();
}

function readCell(column: WorkerColumn, text: string): Cell {
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
function put(record: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  let at: Record<string, unknown> = record;
  keys.slice(0, -1).forEach((part, index) => {
    const next = at[part] ?? (/^\d+$/.test(keys[index + 1]!) ? [] : {});
    at[part] = next;
    at = next as Record<string, unknown>;
  });
  at[keys.at(-1)!] = value;
}
