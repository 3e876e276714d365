import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { bareDocumentNumber } from '../catalogue/canonical-draft.ts';
import type { DocumentType } from '../catalogue/document-type.ts';
import { isBlank } from '../catalogue/condition.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { validateDraft } from '../catalogue/validate-draft.ts';
import { nameSearchKey } from '../people/name-search-key.ts';
import type { RowFault } from './row-faults.ts';
import { putAt, readCell, tidyCell } from './sheet-cell.ts';
import { paperDayOf, type WorkerColumn } from './worker-columns.ts';

type Day = Partial<Record<'issued' | 'expires', CalendarDate>>;
export type PaperDays = Partial<Record<DocumentType, Day>>;

/** A row as the form would hold it, with everything that is wrong with it. */
export interface WorkerRow {
  /** Names the row for its files: the key column, else the passport number. */
  readonly key: string | undefined;
  readonly draft: ApplicationDraft;
  /** What the row says of the days of its papers. */
  readonly paperDays: PaperDays;
  /** What keeps the same worker from being filed twice; undefined where the row names nobody. */
  readonly identity: string | undefined;
  readonly faults: readonly RowFault[];
}

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
  const paperDays: PaperDays = {};
  let key: string | undefined;
  columns.forEach((column, index) => {
    const text = tidyCell(cells[index] ?? '');
    if (!column || text === '') return;
    if (column.kind === 'key') {
      key = text;
      return;
    }
    const cell = readCell(column, text);
    const paper = paperDayOf(column.path);
    if ('fault' in cell) faults.push({ column: column.path, code: cell.fault, severity: 'refused' });
    else if (paper) paperDays[paper.kind] = { ...paperDays[paper.kind], [paper.day]: cell.value };
    else putAt(draft as unknown as Record<string, unknown>, column.path, cell.value);
  });
  nameTheDocument(columns, draft);
  const unread = new Set(faults.map(({ column }) => column));
  faults.push(...formFaults(rules.service, draft).filter(({ column }) => !unread.has(column)));
  const identity = identityOf(draft);
  if (!identity) faults.push({ column: 'travelDocument.number', code: 'nobody-named', severity: 'refused' });
  return { key: key ?? draft.travelDocument?.number, draft, paperDays, identity, faults };
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
