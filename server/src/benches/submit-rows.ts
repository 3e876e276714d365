import { connectDatabase } from '../database/database.ts';

/** Statements that write what one submit writes, into plain copies of the tables. */
export interface PlainTables {
  readonly statements: readonly string[];
}

/** Tables that a submit writes to, with how many rows. */
const WRITTEN = [
  'applications',
  'state_history',
  'bills',
  'audit_entries',
  'audit_unsealed',
  'idempotency_keys',
  'person_index',
] as const;

/**
 * Copies of the tables with their defaults, checks and indexes, without triggers, foreign keys and row-level
 * security; the control inserts a row of the same width into each. The candidate updates the application instead of
 * inserting it, which writes as much: a new version of the whole row and its index entries.
 */
export async function submitRows(ownerUrl: string): Promise<PlainTables> {
  const db = connectDatabase(ownerUrl, 1);
  try {
    for (const table of WRITTEN) {
      await db.raw(`DROP TABLE IF EXISTS plain_${table}`);
      await db.raw(
        `CREATE TABLE plain_${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING IDENTITY)`,
      );
    }
  } finally {
    await db.destroy();
  }
  const id = 'gen_random_uuid()';
  const text = (length: number) => `repeat('x', ${length})`;
  const digits = (length: number) =>
    `lpad((:n::bigint * 4294967 + (random() * 4294966)::bigint)::text, ${length}, '0')`;
  return {
    statements: [
      `INSERT INTO plain_applications (id, public_id, number, service_code, catalogue_version, state, due_at, worker_person, filed_by_party, office_party, facts, draft_sealed, findings, body_hash, submitted_at, created_by, submitted_by)
       VALUES (${id}, left(${id}::text, 22), left(${digits(14)}, 14), 'R59M', '1', 'awaiting-payment', now(), ${id}, ${id}, ${id}, '{"nationality":"MM","occupation":"x","provinceCode":"74","employerName":"x"}', convert_to(${text(1400)}, 'UTF8'), '[{"code":"document-missing","severity":"warn","field":"documents.photo"}]', convert_to(${text(32)}, 'UTF8'), now(), ${id}, ${id})`,
      `INSERT INTO plain_state_history (machine, record_id, application_id, from_state, to_state, actor_person, actor_role) VALUES ('application', ${id}, ${id}, 'draft', 'awaiting-payment', ${id}, 'employer')`,
      `INSERT INTO plain_bills (id, public_id, application_id, kind, amount_satang, ref1, ref2, due_at) VALUES (${id}, left(${id}::text, 22), ${id}, 'application-fee', 10000, left(${digits(18)}, 18), left(${digits(15)}, 15), now())`,
      `INSERT INTO plain_audit_entries (id, actor_person, actor_role, act, subject_kind, subject_id, application_id, purpose, detail, request_id) VALUES (${id}, ${id}, 'employer', 'application-submitted', 'application', left(${id}::text, 22), ${id}, 'filing', '{"revision":1,"findings":1}', ${id}::text)`,
      `INSERT INTO plain_audit_unsealed (entry_id) VALUES (${id})`,
      `INSERT INTO plain_idempotency_keys (account, key, operation, body_hash, status, ids) VALUES (${id}::text, ${id}::text, 'submitApplication', convert_to(${text(32)}, 'UTF8'), 201, '{"applicationId":"xxxxxxxxxxxxxxxxxxxxxx"}')`,
      `INSERT INTO plain_person_index (kind, value, person_id) VALUES ('name', convert_to(left(${id}::text, 16), 'UTF8'), ${id}), ('passport', convert_to(left(${id}::text, 16), 'UTF8'), ${id})`,
    ],
  };
}
