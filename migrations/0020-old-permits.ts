import type { Knex } from 'knex';

/**
 * Permits that were issued before this system, as old registers say (decision 0020). Every line that could be read is
 * kept with where it came from; what repeats or contradicts an earlier line is kept beside it, never over it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE old_permit_imports (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT old_permit_imports_public_id_unique UNIQUE,
      upload_id uuid CONSTRAINT old_permit_imports_upload REFERENCES uploads ON DELETE SET NULL,
      started_by uuid NOT NULL CONSTRAINT old_permit_imports_started_by REFERENCES people,
      -- Which register, in the administrator's words.
      source text NOT NULL,
      encoding text NOT NULL CONSTRAINT old_permit_imports_encoding_known CHECK (encoding IN ('utf-8', 'windows-874')),
      bytes bigint NOT NULL CONSTRAINT old_permit_imports_bytes_positive CHECK (bytes > 0),
      bytes_done bigint NOT NULL DEFAULT 0,
      -- The last line that was worked off, as a spreadsheet counts: the headings are line 1.
      line_done integer NOT NULL DEFAULT 1,
      kept integer NOT NULL DEFAULT 0,
      refused integer NOT NULL DEFAULT 0,
      duplicates integer NOT NULL DEFAULT 0,
      contradictions integer NOT NULL DEFAULT 0,
      file_sha256 bytea,
      problem text,
      created_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz,
      CONSTRAINT old_permit_imports_bytes_within CHECK (bytes_done BETWEEN 0 AND bytes),
      CONSTRAINT old_permit_imports_finished_whole CHECK (finished_at IS NULL OR problem IS NOT NULL OR file_sha256 IS NOT NULL)
    );
    CREATE INDEX old_permit_imports_upload_id ON old_permit_imports (upload_id);
    CREATE INDEX old_permit_imports_started_by_id ON old_permit_imports (started_by);
    -- One wrapped key for the lines of one step; each line's own key is derived from it and the line's salt.
    CREATE TABLE old_permit_keys (
      id uuid PRIMARY KEY,
      import_id uuid NOT NULL CONSTRAINT old_permit_keys_import REFERENCES old_permit_imports,
      wrapped_key bytea NOT NULL
    );
    CREATE INDEX old_permit_keys_import_id ON old_permit_keys (import_id);
    CREATE TABLE old_permits (
      import_id uuid NOT NULL CONSTRAINT old_permits_import REFERENCES old_permit_imports,
      line integer NOT NULL,
      key_id uuid NOT NULL CONSTRAINT old_permits_key REFERENCES old_permit_keys,
      -- Erasing a person destroys salt and bytes; that the line was there stays.
      salt bytea,
      sealed bytea,
      number_key bytea NOT NULL,
      passport_key bytea,
      -- Keyed hash of everything that the line says: the same permit twice has the same.
      fingerprint bytea NOT NULL,
      standing text NOT NULL CONSTRAINT old_permits_standing_known CHECK (standing IN ('first', 'duplicate', 'contradiction')),
      first_import uuid,
      first_line integer,
      imported_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (import_id, line),
      CONSTRAINT old_permits_erased_whole CHECK ((salt IS NULL) = (sealed IS NULL)),
      CONSTRAINT old_permits_later_knows_first CHECK (
        (standing = 'first') = (first_import IS NULL) AND (first_import IS NULL) = (first_line IS NULL)
      )
    );
    CREATE INDEX old_permits_key_id ON old_permits (key_id);
    CREATE INDEX old_permits_number ON old_permits (number_key);
    CREATE UNIQUE INDEX old_permits_one_first ON old_permits (number_key) WHERE standing = 'first';
    CREATE INDEX old_permits_passport ON old_permits (passport_key) WHERE passport_key IS NOT NULL;
    CREATE INDEX old_permits_conflicts ON old_permits (import_id, line) WHERE standing <> 'first';
    -- Lines that were not taken: where and why, never what stood there.
    CREATE TABLE old_permit_faults (
      import_id uuid NOT NULL CONSTRAINT old_permit_faults_import REFERENCES old_permit_imports,
      line integer NOT NULL,
      place text NOT NULL,
      code text NOT NULL,
      PRIMARY KEY (import_id, line, place, code)
    );
    -- What the registers answered when a case was filed.
    CREATE TABLE old_permit_answers (
      application_id uuid NOT NULL CONSTRAINT old_permit_answers_application REFERENCES applications,
      asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      answer text NOT NULL CONSTRAINT old_permit_answers_known CHECK (answer IN ('ours', 'imported', 'not-found')),
      registers integer NOT NULL CONSTRAINT old_permit_answers_registers CHECK (registers >= 0),
      permit_id uuid CONSTRAINT old_permit_answers_permit REFERENCES permits,
      import_id uuid,
      line integer,
      -- True where passport or name and birth agreed, so that the whole permit was compared.
      proven boolean NOT NULL,
      PRIMARY KEY (application_id, asked_at),
      CONSTRAINT old_permit_answers_line FOREIGN KEY (import_id, line) REFERENCES old_permits,
      CONSTRAINT old_permit_answers_names_record CHECK (
        (answer = 'ours') = (permit_id IS NOT NULL) AND (answer = 'imported') = (import_id IS NOT NULL)
      )
    );
    CREATE INDEX old_permit_answers_permit_id ON old_permit_answers (permit_id);
    CREATE INDEX old_permit_answers_line_id ON old_permit_answers (import_id, line);
  `);
  for (const table of ['old_permit_imports', 'old_permit_keys', 'old_permits', 'old_permit_faults'])
    await knex.raw(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON ${table} TO permit_job;
    `);
  await knex.raw(`
    ALTER TABLE old_permit_answers ENABLE ROW LEVEL SECURITY;
    CREATE POLICY old_permit_answers_jobs ON old_permit_answers TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON old_permit_answers TO permit_job;
    -- Whoever decides the case sees what was asked and answered.
    CREATE POLICY old_permit_answers_of_case ON old_permit_answers FOR SELECT TO permit_officer
      USING (EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
    GRANT SELECT ON old_permit_answers TO permit_officer;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE old_permit_answers; DROP TABLE old_permit_faults; DROP TABLE old_permits; DROP TABLE old_permit_keys;
    DROP TABLE old_permit_imports;
  `);
}
