import type { FieldProblem } from '../catalogue/validate-draft.ts';

/** What can be wrong with a row besides what the form itself would say of a field. */
export const ROW_FAULT_CODES = [
  'digits-lost',
  'nobody-named',
  'twice-in-file',
  'file-not-matched',
  'file-refused',
  'file-twice',
  'mrz-not-read',
  'warning-wants-reason',
  'document-missing',
  'not-to-be-submitted',
  'wrong-state',
  'not-found',
  'item-not-open',
  'could-not-be-done',
] as const;

export type RowFaultCode = (typeof ROW_FAULT_CODES)[number] | FieldProblem;

/** One reason at one place of a row. `refused`: the row was not taken; `remark`: it was, and this is told. */
export interface RowFault {
  /** Dotted path of the field, `files`, or empty where it is the whole row. */
  readonly column: string;
  readonly code: string;
  readonly severity: 'refused' | 'remark';
}

/** What became of a row. */
export const ROW_OUTCOMES = ['drafted', 'submitted', 'answered', 'known', 'refused'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
