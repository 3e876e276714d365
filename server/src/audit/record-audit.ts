import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';

export interface AuditFact {
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly applicationId?: string | undefined;
  readonly purpose: string;
  /** Ids, codes and counts only. */
  readonly detail?: Record<string, unknown>;
}

/**
 * Writes who did what to which record, in the transaction of the act itself: an act that is committed has its
 * row, one that is rolled back has none. The sealer chains the rows afterwards (audit/seal-audit.ts).
 */
export async function recordAudit(tx: Tx, fact: AuditFact): Promise<void> {
  await tx.db('audit_entries').insert({
    id: newId(),
    actor_person: tx.caller.personId ?? null,
    actor_role: tx.caller.role,
    act: fact.act,
    subject_kind: fact.subjectKind,
    subject_id: fact.subjectId,
    application_id: fact.applicationId ?? null,
    purpose: fact.purpose,
    detail: JSON.stringify(fact.detail ?? {}),
    request_id: tx.requestId,
  });
}
