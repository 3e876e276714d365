import type { Knex } from 'knex';

/**
 * Resumable uploads, and work on many cases at once (imports, submissions, answers). What people upload lies sealed
 * from its first chunk on; the rows of a run keep where something is wrong and why, never what stood there.
 */
const PEOPLE_CLASSES = 'permit_applicant, permit_contractor, permit_officer';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE uploads (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT uploads_public_id_unique UNIQUE,
      created_by uuid NOT NULL CONSTRAINT uploads_created_by REFERENCES people,
      purpose text NOT NULL CONSTRAINT uploads_purpose_known CHECK (purpose IN ('document', 'workers-sheet', 'workers-files', 'old-permits')),
      bytes bigint NOT NULL CONSTRAINT uploads_bytes_positive CHECK (bytes > 0),
      received bigint NOT NULL DEFAULT 0,
      wrapped_key bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      CONSTRAINT uploads_received_within CHECK (received BETWEEN 0 AND bytes)
    );
    CREATE INDEX uploads_created_by_id ON uploads (created_by);
    CREATE INDEX uploads_expires ON uploads (expires_at);
    CREATE TABLE upload_chunks (
      upload_id uuid NOT NULL CONSTRAINT upload_chunks_upload REFERENCES uploads ON DELETE CASCADE,
      start_at bigint NOT NULL,
      bytes integer NOT NULL CONSTRAINT upload_chunks_bytes_positive CHECK (bytes > 0),
      sha256 bytea NOT NULL,
      blob_key text NOT NULL,
      PRIMARY KEY (upload_id, start_at)
    );

    CREATE TABLE bulk_runs (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT bulk_runs_public_id_unique UNIQUE,
      kind text NOT NULL CONSTRAINT bulk_runs_kind_known CHECK (kind IN ('import-workers', 'submit', 'answer')),
      party_id uuid NOT NULL CONSTRAINT bulk_runs_party REFERENCES parties,
      started_by uuid NOT NULL CONSTRAINT bulk_runs_started_by REFERENCES people,
      role text NOT NULL,
      service_code text,
      sheet_upload uuid CONSTRAINT bulk_runs_sheet REFERENCES uploads ON DELETE SET NULL,
      files_upload uuid CONSTRAINT bulk_runs_files REFERENCES uploads ON DELETE SET NULL,
      -- What was asked, sealed under a key of the run; it goes when the run has ended.
      wrapped_key bytea,
      sealed bytea,
      rows_total integer NOT NULL CONSTRAINT bulk_runs_total_positive CHECK (rows_total > 0),
      rows_done integer NOT NULL DEFAULT 0,
      -- Names of files that matched nothing: the filer's own words, sealed; the key goes a month after the end.
      notes_sealed bytea,
      problem text,
      created_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz,
      CONSTRAINT bulk_runs_done_within CHECK (rows_done BETWEEN 0 AND rows_total),
      CONSTRAINT bulk_runs_ended_keeps_nothing CHECK (finished_at IS NULL OR sealed IS NULL)
    );
    CREATE INDEX bulk_runs_party_id ON bulk_runs (party_id, created_at);
    CREATE INDEX bulk_runs_started_by_id ON bulk_runs (started_by);
    CREATE INDEX bulk_runs_sheet_upload ON bulk_runs (sheet_upload);
    CREATE INDEX bulk_runs_files_upload ON bulk_runs (files_upload);
    CREATE TABLE bulk_rows (
      run_id uuid NOT NULL CONSTRAINT bulk_rows_run REFERENCES bulk_runs,
      -- The line in the sheet as a spreadsheet counts it, or the place in the list that was asked.
      row_no integer NOT NULL,
      application_id uuid CONSTRAINT bulk_rows_application REFERENCES applications,
      outcome text CONSTRAINT bulk_rows_outcome_known CHECK (outcome IN ('drafted', 'submitted', 'answered', 'known', 'refused')),
      faults jsonb NOT NULL DEFAULT '[]',
      files integer NOT NULL DEFAULT 0,
      PRIMARY KEY (run_id, row_no)
    );
    CREATE INDEX bulk_rows_application_id ON bulk_rows (application_id);
    CREATE TABLE imported_workers (
      party_id uuid NOT NULL CONSTRAINT imported_workers_party REFERENCES parties,
      -- Blind index over service, employer and travel document: the same row uploaded again finds itself.
      identity bytea NOT NULL,
      application_id uuid NOT NULL CONSTRAINT imported_workers_application REFERENCES applications,
      PRIMARY KEY (party_id, identity)
    );
    CREATE INDEX imported_workers_application_id ON imported_workers (application_id);

    ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
    CREATE POLICY uploads_of_caller ON uploads TO ${PEOPLE_CLASSES}
      USING (created_by = caller_person()) WITH CHECK (created_by = caller_person());
    CREATE POLICY uploads_jobs ON uploads TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON uploads TO ${PEOPLE_CLASSES};
    GRANT SELECT, INSERT, UPDATE, DELETE ON uploads TO permit_job;
    ALTER TABLE upload_chunks ENABLE ROW LEVEL SECURITY;
    CREATE POLICY upload_chunks_of_caller ON upload_chunks TO ${PEOPLE_CLASSES}
      USING (EXISTS (SELECT 1 FROM uploads u WHERE u.id = upload_id AND u.created_by = caller_person()))
      WITH CHECK (EXISTS (SELECT 1 FROM uploads u WHERE u.id = upload_id AND u.created_by = caller_person()));
    CREATE POLICY upload_chunks_jobs ON upload_chunks TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON upload_chunks TO ${PEOPLE_CLASSES};
    GRANT SELECT, INSERT, DELETE ON upload_chunks TO permit_job;

    ALTER TABLE bulk_runs ENABLE ROW LEVEL SECURITY;
    CREATE POLICY bulk_runs_of_caller ON bulk_runs TO permit_applicant
      USING (party_id = ANY (caller_parties())) WITH CHECK (party_id = ANY (caller_parties()));
    CREATE POLICY bulk_runs_jobs ON bulk_runs TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON bulk_runs TO permit_applicant;
    GRANT SELECT, INSERT, UPDATE ON bulk_runs TO permit_job;
    ALTER TABLE bulk_rows ENABLE ROW LEVEL SECURITY;
    CREATE POLICY bulk_rows_of_caller ON bulk_rows TO permit_applicant
      USING (EXISTS (SELECT 1 FROM bulk_runs r WHERE r.id = run_id AND r.party_id = ANY (caller_parties())))
      WITH CHECK (EXISTS (SELECT 1 FROM bulk_runs r WHERE r.id = run_id AND r.party_id = ANY (caller_parties())));
    CREATE POLICY bulk_rows_jobs ON bulk_rows TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON bulk_rows TO permit_applicant;
    GRANT SELECT, INSERT, UPDATE ON bulk_rows TO permit_job;
    ALTER TABLE imported_workers ENABLE ROW LEVEL SECURITY;
    CREATE POLICY imported_workers_jobs ON imported_workers TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON imported_workers TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE imported_workers; DROP TABLE bulk_rows; DROP TABLE bulk_runs;
    DROP TABLE upload_chunks; DROP TABLE uploads;
  `);
}
