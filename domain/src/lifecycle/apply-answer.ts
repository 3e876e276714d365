import { valueAt } from '../catalogue/condition.ts';
import { isInside, leavesOf, withValueAt } from './item-paths.ts';

export interface AnswerOutcome<Draft> {
  readonly draft: Draft;
  /** Paths that were changed although nobody sent them back. */
  readonly closed: readonly string[];
}

/**
 * Lays the filer's answer over the draft. Only what was sent back is open: a value given outside of it must be the
 * one that stands there, otherwise its path is named and nothing of the answer counts.
 */
export function applyAnswer<Draft extends object>(
  draft: Draft,
  fields: object,
  items: readonly string[],
): AnswerOutcome<Draft> {
  const closed: string[] = [];
  let answered = draft;
  for (const path of leavesOf(fields)) {
    const given = valueAt(fields, path);
    if (isInside(path, items)) answered = withValueAt(answered, path, given);
    else if (JSON.stringify(given) !== JSON.stringify(valueAt(draft, path))) closed.push(path);
  }
  return { draft: answered, closed };
}
