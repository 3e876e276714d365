import type { Knex } from 'knex';

/**
 * Papers of notices, each under a key of its own, and the receipts of those that came after their notice. Beside them
 * the names of files that are being written before the transaction that will speak of them (docs/decisions/0051, 0052).
 */
/** What hangs on a notice is seen by whoever sees the notice: the policy of notices rules inside the subquery. */
const OF_NOTICE = (table: string) => `EXISTS (SELECT 1 FROM notices n WHERE n.id = ${table}.notice_id)`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE notice_papers (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT notice_papers_public_id_unique UNIQUE,
      notice_id uuid NOT NULL CONSTRAINT notice_papers_notice REFERENCES notices,
      paper_no integer NOT NULL CONSTRAINT notice_papers_counted_from_one CHECK (paper_no > 0),
      -- 0: it came with the notice and stands on the notice's own receipt.
      addition_no integer NOT NULL CONSTRAINT notice_papers_addition_counted CHECK (addition_no >= 0),
      kind text NOT NULL,
      -- Null once the paper was erased: nothing opens it then.
      wrapped_key bytea,
      mime text NOT NULL,
      bytes integer NOT NULL,
      pages jsonb NOT NULL,
      sha256 bytea NOT NULL,
      original_sha256 bytea NOT NULL CONSTRAINT notice_papers_original_sha256_length CHECK (octet_length(original_sha256) = 32),
      scanned_by text NOT NULL,
      blob_key text NOT NULL,
      added_by uuid NOT NULL CONSTRAINT notice_papers_added_by REFERENCES people,
      added_at timestamptz NOT NULL,
      CONSTRAINT notice_papers_no_unique UNIQUE (notice_id, paper_no)
    );
    CREATE INDEX notice_papers_added_by_id ON notice_papers (added_by);

    CREATE TABLE notice_additions (
      notice_id uuid NOT NULL CONSTRAINT notice_additions_notice REFERENCES notices,
      addition_no integer NOT NULL CONSTRAINT notice_additions_counted_from_one CHECK (addition_no > 0),
      papers integer NOT NULL CONSTRAINT notice_additions_papers_positive CHECK (papers > 0),
      text text NOT NULL,
      key_id text NOT NULL,
      digest bytea NOT NULL,
      issued_at timestamptz NOT NULL,
      PRIMARY KEY (notice_id, addition_no)
    );
    CREATE TRIGGER notice_additions_append_only BEFORE UPDATE OR DELETE ON notice_additions
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- How many papers the receipt counts; absent on receipts of before.
    ALTER TABLE notice_receipts ADD COLUMN papers integer;

    -- A file on its way: the transaction that speaks of it takes its row away, what stays too long is swept.
    CREATE TABLE staged_blobs (
      blob_key text PRIMARY KEY,
      staged_at timestamptz NOT NULL DEFAULT now(),
      swept_at timestamptz
    );
    CREATE INDEX staged_blobs_staged_at ON staged_blobs (staged_at);
    ALTER TABLE staged_blobs ENABLE ROW LEVEL SECURITY;
    CREATE POLICY staged_blobs_jobs ON staged_blobs TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE, DELETE ON staged_blobs TO permit_job;
  `);
  for (const table of ['notice_papers', 'notice_additions'])
    await knex.raw(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_of_notice ON ${table} FOR SELECT TO permit_applicant, permit_officer USING (${OF_NOTICE(table)});
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
      GRANT SELECT ON ${table} TO permit_applicant, permit_officer;
      GRANT SELECT, INSERT ON ${table} TO permit_job;
    `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE notice_receipts DROP COLUMN papers;
    DROP TABLE staged_blobs; DROP TABLE notice_additions; DROP TABLE notice_papers;
  `);
}
