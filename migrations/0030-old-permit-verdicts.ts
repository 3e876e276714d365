import type { Knex } from 'knex';

/** What an officer found out about an old permit that no register knew by its number (decision 0046). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE old_permit_verdicts (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL CONSTRAINT old_permit_verdicts_application REFERENCES applications,
      decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      decided_by uuid NOT NULL CONSTRAINT old_permit_verdicts_decided_by REFERENCES people,
      verdict text NOT NULL CONSTRAINT old_permit_verdicts_known
        CHECK (verdict IN ('found-line', 'proven-by-papers', 'not-proven')),
      import_id uuid,
      line integer,
      -- The officer's words about the worker, under the worker's key.
      note_sealed bytea NOT NULL,
      CONSTRAINT old_permit_verdicts_line FOREIGN KEY (import_id, line) REFERENCES old_permits,
      CONSTRAINT old_permit_verdicts_names_line CHECK (
        (verdict = 'found-line') = (import_id IS NOT NULL) AND (import_id IS NULL) = (line IS NULL)
      )
    );
    CREATE INDEX old_permit_verdicts_application_id ON old_permit_verdicts (application_id, decided_at);
    CREATE INDEX old_permit_verdicts_decided_by_id ON old_permit_verdicts (decided_by);
    CREATE INDEX old_permit_verdicts_line_id ON old_permit_verdicts (import_id, line);
    -- A verdict is not taken back: a later one stands beside it.
    CREATE TRIGGER old_permit_verdicts_append_only BEFORE UPDATE OR DELETE ON old_permit_verdicts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    ALTER TABLE old_permit_verdicts ENABLE ROW LEVEL SECURITY;
    CREATE POLICY old_permit_verdicts_jobs ON old_permit_verdicts TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON old_permit_verdicts TO permit_job;
    CREATE POLICY old_permit_verdicts_of_case ON old_permit_verdicts FOR SELECT TO permit_officer
      USING (EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
    GRANT SELECT ON old_permit_verdicts TO permit_officer;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE old_permit_verdicts');
}
