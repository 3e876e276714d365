import type { Tx } from '../database/transaction.ts';
import { statement } from '../database/statement.ts';
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
  const { machineKeyId } = tx.caller;
  // The actor is the owner; that it was their software stands beside it.
  const machine = machineKeyId ? { machineKey: machineKeyId } : {};
  const detail = JSON.stringify({ ...fact.detail, ...machine });
  tx.tell(
    RECORD(
      newId(),
      tx.caller.personId,
      tx.caller.role,
      fact.act,
      fact.subjectKind,
      fact.subjectId,
      fact.applicationId,
      fact.purpose,
      detail,
      tx.requestId,
    ),
  );
}

const RECORD = statement(
  `INSERT INTO audit_entries (id, actor_person, actor_role, act, subject_kind, subject_id, application_id, purpose, detail, request_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
