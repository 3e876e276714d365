import { randomBytes } from 'node:crypto';
import { connectDatabase, type Database } from '../database/database.ts';

/** Rows that one submit adds; the application itself is there already and gets a new version. */
const ADDED: Readonly<Record<string, number>> = {
  state_history: 1,
  bills: 1,
  audit_entries: 1,
  audit_unsealed: 1,
  idempotency_keys: 1,
  person_index: 2,
  message_events: 1,
  jobs: 1,
};

async function onceWith<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = connectDatabase(url, 1);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** How many rows every table holds. */
export function rowCounts(ownerUrl: string): Promise<Map<string, number>> {
  return onceWith(ownerUrl, async (db) => {
    const tables = await db('pg_tables').where('schemaname', 'public').pluck('tablename');
    const counts = new Map<string, number>();
    for (const table of tables as string[]) {
      const row = await db(table).count<{ count: number }[]>({ count: '*' });
      counts.set(table, Number(row[0]!.count));
    }
    return counts;
  });
}

/** Throws where submits added other rows than the control writes: the comparison would not be honest. */
export function requireSameRows(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  submits: number,
): void {
  for (const [table, count] of after) {
    const added = (count - (before.get(table) ?? 0)) / submits;
    if (added !== (ADDED[table] ?? 0))
      throw new Error(`a submit added ${added} rows to ${table}, the control writes ${ADDED[table] ?? 0}`);
  }
}

/**
 * Makes copies of the tables with their defaults, checks and indexes, without triggers, foreign keys and row-level
 * security, and answers the script that inserts a row of the same width into each. The candidate updates the
 * application instead of inserting it, which writes as much: a new version of the whole row and its index entries.
 */
export function controlScript(ownerUrl: string): Promise<string> {
  return onceWith(ownerUrl, async (db) => {
    for (const table of ['applications', ...Object.keys(ADDED)]) {
      await db.raw(`DROP TABLE IF EXISTS plain_${table}`);
      await db.raw(
        `CREATE TABLE plain_${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING IDENTITY INCLUDING STORAGE)`,
      );
    }
    const [filed] = await db('applications')
      .whereNotNull('number')
      .select<FiledRow[]>(
        db.raw(
          'length(draft_sealed) AS sealed, findings::text AS findings, length(findings_sealed) AS "findingsSealed"',
        ),
      )
      .limit(1);
    const statements = insertsLike(filed!);
    return `\\set n random(1, 2000000000)\nBEGIN;\n${statements.join(';\n')};\nCOMMIT;\n`;
  });
}

interface FiledRow {
  readonly sealed: number;
  readonly findings: string;
  readonly findingsSealed: number;
}

function insertsLike({ sealed, findings, findingsSealed }: FiledRow): string[] {
  const id = 'gen_random_uuid()';
  const hash = `decode(md5(random()::text) || md5(random()::text), 'hex')`;
  const index = `decode(md5(random()::text), 'hex')`;
  // A draft is sealed, so it cannot be compressed: neither may the control's.
  const [draft, evidence] = [sealed, findingsSealed].map(
    (bytes) => `'\\x${randomBytes(bytes).toString('hex')}'`,
  );
  const facts = `'{"nationality":"MM","occupation":"construction-labourer","provinceCode":"74","employerName":"บริษัท ตัวอย่าง จำกัด"}'`;
  const digits = (length: number) =>
    `lpad((:n::bigint * 4294967 + (random() * 4294966)::bigint)::text, ${length}, '0')`;
  return [
    `INSERT INTO plain_applications (id, public_id, number, service_code, catalogue_version, state, due_at, worker_person, filed_by_party, office_party, facts, draft_sealed, findings, findings_sealed, body_hash, submitted_at, created_by, submitted_by)
     VALUES (${id}, left(${id}::text, 22), left(${digits(14)}, 14), 'R59M', '1', 'awaiting-payment', now(), ${id}, ${id}, ${id}, ${facts}, ${draft}, '${findings.replaceAll("'", "''")}', ${evidence}, ${hash}, now(), ${id}, ${id})`,
    `INSERT INTO plain_state_history (machine, record_id, application_id, from_state, to_state, actor_person, actor_role) VALUES ('application', ${id}, ${id}, 'draft', 'awaiting-payment', ${id}, 'employer')`,
    `INSERT INTO plain_bills (id, public_id, application_id, kind, amount_satang, ref1, ref2, due_at) VALUES (${id}, left(${id}::text, 22), ${id}, 'application-fee', 10000, left(${digits(18)}, 18), left(${digits(15)}, 15), now())`,
    `INSERT INTO plain_audit_entries (id, actor_person, actor_role, act, subject_kind, subject_id, application_id, purpose, detail, request_id) VALUES (${id}, ${id}, 'employer', 'application-submitted', 'application', left(${id}::text, 22), ${id}, 'filing', '{"revision":1,"findings":1}', ${id}::text)`,
    `INSERT INTO plain_audit_unsealed (entry_id) VALUES (${id})`,
    `INSERT INTO plain_idempotency_keys (account, key, operation, body_hash, status, ids) VALUES (${id}::text, left(${id}::text, 28), 'submitApplication', ${index}, 201, '{"applicationId":"xxxxxxxxxxxxxxxxxxxxxx"}')`,
    `INSERT INTO plain_person_index (kind, value, person_id) VALUES ('name', ${index}, ${id}), ('passport', ${index}, ${id})`,
    // Slashes: pgbench would take a word after a colon for one of its variables.
    `INSERT INTO plain_message_events (id, event_key, event, recipient_kind, recipient_id, application_id, details) VALUES (${id}, 'case/' || ${id}::text || '/filed', 'application-filed', 'case', ${id}, ${id}, '{}')`,
    `INSERT INTO plain_jobs (id, kind, subject, once_key) VALUES (${id}, 'address-message', '{"eventId":"00000000-0000-4000-8000-000000000000"}', 'message/case/' || ${id}::text || '/filed')`,
  ];
}
