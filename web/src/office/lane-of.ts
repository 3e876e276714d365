import { hasRole } from '../app/roles-of.ts';
import type { Who } from '../api/api-client.ts';

/** As which of the three the caller decides; the texts and the acts differ by it. */
export type Desk = 'checker' | 'assistant' | 'registrar';

export function deskOf(who: Who): Desk | undefined {
  if (hasRole(who, 'document-checker')) return 'checker';
  if (hasRole(who, 'assistant-registrar')) return 'assistant';
  return hasRole(who, 'registrar', 'head-of-office') ? 'registrar' : undefined;
}

export type Decision = 'approve' | 'return' | 'refuse';

/** What each desk may do with a case. */
export const DESK_DECISIONS: Readonly<Record<Desk, readonly Decision[]>> = {
  checker: ['approve', 'return'],
  assistant: ['approve', 'return', 'refuse'],
  registrar: ['approve', 'return', 'refuse'],
};

/** The label of a decision at a desk. */
export const decisionLabel = (decision: Decision, desk: Desk) =>
  decision === 'return' ? ('return' as const) : (`${decision}_${desk}` as 'approve_checker');
