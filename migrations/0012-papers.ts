import type { Knex } from 'knex';

/** Papers as they were drawn, sealed and signed, and bundles of them. */
const OF_CASE = (column: string) => `EXISTS (
  SELECT 1 FROM case_access a WHERE a.application_id = ${column} AND a.party_id = ANY (caller_parties())
    AND (a.until IS NULL OR a.until > now()))`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE papers (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      -- Public id of what the paper is about: a receipt, an application, a visit.
      subject_id text NOT NULL,
      application_id uuid NOT NULL CONSTRAINT papers_application REFERENCES applications,
      language text NOT NULL,
      -- Of everything that stands on it: the same facts are the same paper, for ever.
      facts_sha256 bytea NOT NULL,
      sha256 bytea NOT NULL,
      bytes integer NOT NULL,
      blob_key text NOT NULL,
      signature bytea NOT NULL,
      key_id text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT papers_once UNIQUE (kind, subject_id, language, facts_sha256)
    );
    CREATE INDEX papers_application_id ON papers (application_id);
    CREATE TRIGGER papers_append_only BEFORE UPDATE OR DELETE ON papers FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE bundles (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT bundles_public_id_unique UNIQUE,
      person_id uuid NOT NULL CONSTRAINT bundles_person REFERENCES people,
      kinds text[] NOT NULL,
      language text,
      ready_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX bundles_person_id ON bundles (person_id);
    -- The work, case by case: what is done is never done again.
    CREATE TABLE bundle_cases (
      bundle_id uuid NOT NULL CONSTRAINT bundle_cases_bundle REFERENCES bundles,
      position integer NOT NULL,
      application_id uuid NOT NULL CONSTRAINT bundle_cases_application REFERENCES applications,
      done_at timestamptz,
      PRIMARY KEY (bundle_id, position),
      CONSTRAINT bundle_cases_once UNIQUE (bundle_id, application_id)
    );
    CREATE INDEX bundle_cases_application_id ON bundle_cases (application_id);
    CREATE TABLE bundle_items (
      bundle_id uuid NOT NULL,
      position integer NOT NULL,
      item integer NOT NULL,
      kind text NOT NULL,
      -- Place in the ZIP: the case's folder and the file.
      name text NOT NULL,
      paper_id uuid CONSTRAINT bundle_items_paper REFERENCES papers,
      problem text,
      PRIMARY KEY (bundle_id, position, item),
      CONSTRAINT bundle_items_case FOREIGN KEY (bundle_id, position) REFERENCES bundle_cases,
      CONSTRAINT bundle_items_paper_or_problem CHECK ((paper_id IS NULL) <> (problem IS NULL))
    );
    CREATE INDEX bundle_items_paper_id ON bundle_items (paper_id);

    ALTER TABLE papers ENABLE ROW LEVEL SECURITY;
    CREATE POLICY papers_of_caller ON papers FOR SELECT TO permit_applicant, permit_contractor, permit_officer
      USING (${OF_CASE('papers.application_id')});
    CREATE POLICY papers_jobs ON papers TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT ON papers TO permit_applicant, permit_contractor, permit_officer;
    GRANT SELECT, INSERT ON papers TO permit_job;

    ALTER TABLE bundles ENABLE ROW LEVEL SECURITY;
    CREATE POLICY bundles_of_person ON bundles TO permit_applicant, permit_contractor
      USING (person_id = caller_person()) WITH CHECK (person_id = caller_person());
    CREATE POLICY bundles_jobs ON bundles TO permit_job USING (true) WITH CHECK (true);
    ALTER TABLE bundle_cases ENABLE ROW LEVEL SECURITY;
    CREATE POLICY bundle_cases_of_person ON bundle_cases TO permit_applicant, permit_contractor
      USING (EXISTS (SELECT 1 FROM bundles b WHERE b.id = bundle_id) AND ${OF_CASE('bundle_cases.application_id')})
      WITH CHECK (EXISTS (SELECT 1 FROM bundles b WHERE b.id = bundle_id) AND ${OF_CASE('bundle_cases.application_id')});
    CREATE POLICY bundle_cases_jobs ON bundle_cases TO permit_job USING (true) WITH CHECK (true);
    ALTER TABLE bundle_items ENABLE ROW LEVEL SECURITY;
    CREATE POLICY bundle_items_of_person ON bundle_items FOR SELECT TO permit_applicant, permit_contractor
      USING (EXISTS (SELECT 1 FROM bundle_cases c WHERE c.bundle_id = bundle_items.bundle_id AND c.position = bundle_items.position));
    CREATE POLICY bundle_items_jobs ON bundle_items TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON bundles, bundle_cases TO permit_applicant, permit_contractor;
    GRANT SELECT ON bundle_items TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON bundles, bundle_cases TO permit_job;
    GRANT SELECT, INSERT ON bundle_items TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE bundle_items; DROP TABLE bundle_cases; DROP TABLE bundles; DROP TABLE papers;');
}
