import type { Database } from '../database/database.ts';

/** Who asks for lists: a filer of a hundredth of the country, the contractor of all of it, one office of eighty. */
export type Country = readonly ('filer' | 'checker' | 'assistant')[];

const OFFICES = 80;
const FILERS = 100;

const id = (of: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${of}), 12, '0'))::uuid`;
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const [FIRST_FILER, FIRST_OFFICE, CONTRACTOR] = [9_000_000, 9_100_000, 9_200_000];
export const PARTY: Readonly<Record<Country[number], string>> = {
  filer: uuid(FIRST_FILER),
  assistant: uuid(FIRST_OFFICE),
  checker: uuid(CONTRACTOR),
};

/** Of each hundred cases so many stand in a state; most of a country is over. */
const STATE = `CASE WHEN n % 100 < 70 THEN 'completed' WHEN n % 100 < 80 THEN 'in-document-check'
  WHEN n % 100 < 88 THEN 'with-assistant-registrar' WHEN n % 100 < 94 THEN 'with-registrar'
  WHEN n % 100 < 97 THEN 'awaiting-payment' ELSE 'granted' END`;

/**
 * A country of so many cases with its bills and notices, set by set and without triggers. People are erased ones, so
 * that no name has to be opened: what is measured is the finding.
 */
export async function fillCountry(db: Database, count: number, person: string): Promise<void> {
  await db.raw(
    `SET session_replication_role = replica; SET statement_timeout = 0; SET synchronous_commit = off`,
  );
  await db.raw(
    `INSERT INTO parties (id, public_id, kind)
     SELECT ${id(`${FIRST_FILER} + n`)}, 'filer' || n, 'employer' FROM generate_series(0, ${FILERS - 1}) n
     UNION ALL SELECT ${id(`${FIRST_OFFICE} + n`)}, 'office' || n, 'office' FROM generate_series(0, ${OFFICES - 1}) n
     UNION ALL SELECT ${id(String(CONTRACTOR))}, 'contractor', 'contractor'`,
  );
  await db.raw(
    `INSERT INTO people (id, sealed, erased_at) SELECT ${id('n')}, ''::bytea, now() FROM generate_series(1, ${count}) n`,
  );
  await db.raw(
    `INSERT INTO applications (id, public_id, number, service_code, catalogue_version, state, state_since, due_at,
       worker_person, filed_by_party, office_party, facts, draft_sealed, created_by,
       submitted_by, checked_by, considered_by, decided_by)
     SELECT ${id('n')}, 'case' || n, lpad(n::text, 14, '0'), 'R59M', '1', ${STATE},
       timestamptz '2026-11-20' - n * interval '1 minute',
       CASE WHEN n % 100 < 70 THEN NULL ELSE timestamptz '2026-11-25' - (n % 5000) * interval '1 minute' END,
       ${id('n')}, ${id(`${FIRST_FILER} + n / 7 % ${FILERS}`)}, ${id(`${FIRST_OFFICE} + n / 11 % ${OFFICES}`)},
       '{"nationality":"MM"}', decode(repeat(md5(n::text), 20), 'hex'), ?::uuid, ${[1, 2, 3, 4].map((n) => id(`8000000 + ${n}`)).join(', ')}
     FROM generate_series(1, ${count}) n`,
    [person],
  );
  for (const party of ['filed_by_party', 'office_party', `${id(String(CONTRACTOR))}`])
    await db.raw(
      `INSERT INTO case_access (application_id, party_id, access) SELECT id, ${party}, 'act' FROM applications
       WHERE number IS NOT NULL ON CONFLICT DO NOTHING`,
    );
  await db.raw(
    `INSERT INTO bills (id, public_id, application_id, kind, amount_satang, lines, ref1, ref2, due_at, paid_at, paid_by)
     SELECT ${id('n')}, 'bill' || n, ${id('n')}, 'application-fee', 10000, '[]', lpad(n::text, 18, '0'), lpad(n::text, 15, '0'),
       timestamptz '2026-11-25' - (n % 20000) * interval '1 minute', CASE WHEN n % 100 < 95 THEN timestamptz '2026-11-01' END,
       CASE WHEN n % 100 < 95 THEN 'paid' || n END
     FROM generate_series(1, ${count}) n`,
  );
  await db.raw(
    `INSERT INTO notices (id, public_id, number, service_code, catalogue_version, state, due_at, filed_by_party, filed_by,
       office_party, body_person, body_sealed, employer_key, event_on, workers, received_at, acknowledged_by)
     SELECT ${id('n')}, 'notice' || n, lpad(n::text, 14, '0'), 'H53', '1',
       CASE WHEN n % 100 < 95 THEN 'acknowledged' ELSE 'received' END, timestamptz '2026-11-25' - n * interval '1 minute',
       ${id(`${FIRST_FILER} + n / 7 % ${FILERS}`)}, ${id('n')}, ${id(`${FIRST_OFFICE} + n / 11 % ${OFFICES}`)}, ${id('n')},
       ''::bytea, ''::bytea, '2026-11-01', 1, '2026-11-01', CASE WHEN n % 100 < 95 THEN ?::uuid END
     FROM generate_series(1, ${count}) n`,
    [person],
  );
  for (const table of ['people', 'applications', 'case_access', 'bills', 'notices', 'parties'])
    await db.raw(`ANALYZE ${table}`);
}
