import type { Knex } from 'knex';

/**
 * Appeals with their stages, corrections with the revisions and codes that they leave behind, catalogue versions
 * that two persons publish, and what the clocks look for.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE appeals (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT appeals_public_id_unique UNIQUE,
      -- A refusal is appealed once; an upheld one is final.
      application_id uuid NOT NULL CONSTRAINT appeals_one_a_case UNIQUE CONSTRAINT appeals_application REFERENCES applications,
      filed_by uuid NOT NULL CONSTRAINT appeals_filed_by REFERENCES people,
      filed_at timestamptz NOT NULL,
      known_on date NOT NULL,
      late boolean NOT NULL,
      grounds_sealed bytea NOT NULL,
      refused_by uuid NOT NULL CONSTRAINT appeals_refused_by REFERENCES people,
      outcome text CONSTRAINT appeals_outcome_known CHECK (outcome IN ('allowed', 'upheld')),
      reason text,
      decided_by uuid CONSTRAINT appeals_decided_by REFERENCES people,
      decided_at timestamptz,
      CONSTRAINT appeals_decided_whole CHECK (
        (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (reason IS NULL)
      ),
      CONSTRAINT appeals_another_person CHECK (decided_by IS NULL OR (decided_by <> refused_by AND decided_by <> filed_by))
    );
    CREATE INDEX appeals_filed_by_id ON appeals (filed_by);
    CREATE INDEX appeals_refused_by_id ON appeals (refused_by);
    CREATE INDEX appeals_decided_by_id ON appeals (decided_by);
    CREATE TABLE appeal_steps (
      appeal_id uuid NOT NULL CONSTRAINT appeal_steps_appeal REFERENCES appeals,
      application_id uuid NOT NULL CONSTRAINT appeal_steps_application REFERENCES applications,
      stage text NOT NULL,
      done_on date NOT NULL,
      done_by uuid NOT NULL CONSTRAINT appeal_steps_done_by REFERENCES people,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (appeal_id, stage)
    );
    CREATE INDEX appeal_steps_application_id ON appeal_steps (application_id);
    CREATE INDEX appeal_steps_done_by_id ON appeal_steps (done_by);
    CREATE TRIGGER appeal_steps_append_only BEFORE UPDATE OR DELETE ON appeal_steps
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE corrections (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT corrections_public_id_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT corrections_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT corrections_application REFERENCES applications,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz NOT NULL,
      source text NOT NULL CONSTRAINT corrections_source_known CHECK (source IN ('objection', 'renewed-passport', 'office')),
      fields text[] NOT NULL CONSTRAINT corrections_some_field CHECK (cardinality(fields) > 0),
      -- Of the asked fields those that stand on the card.
      printed boolean NOT NULL,
      reprint_wanted boolean NOT NULL,
      asked_sealed bytea NOT NULL,
      evidence_document uuid CONSTRAINT corrections_evidence REFERENCES documents,
      asked_by uuid NOT NULL CONSTRAINT corrections_asked_by REFERENCES people,
      asked_at timestamptz NOT NULL,
      decided_by uuid CONSTRAINT corrections_decided_by REFERENCES people,
      reason text,
      CONSTRAINT corrections_decided_whole CHECK ((state IN ('granted', 'refused')) = (decided_by IS NOT NULL)),
      CONSTRAINT corrections_another_person CHECK (decided_by IS NULL OR decided_by <> asked_by)
    );
    CREATE UNIQUE INDEX corrections_one_open ON corrections (permit_id) WHERE state = 'asked';
    CREATE INDEX corrections_permit_id ON corrections (permit_id);
    CREATE INDEX corrections_application_id ON corrections (application_id);
    CREATE INDEX corrections_evidence_document ON corrections (evidence_document);
    CREATE INDEX corrections_asked_by_id ON corrections (asked_by);
    CREATE INDEX corrections_decided_by_id ON corrections (decided_by);
    CREATE TRIGGER corrections_moves AFTER INSERT OR UPDATE OF state ON corrections
      FOR EACH ROW EXECUTE FUNCTION record_move('correction', 'application_id');
    -- What a permit said before each correction, sealed under its person's key.
    CREATE TABLE permit_revisions (
      permit_id uuid NOT NULL CONSTRAINT permit_revisions_permit REFERENCES permits,
      revision integer NOT NULL,
      application_id uuid NOT NULL CONSTRAINT permit_revisions_application REFERENCES applications,
      draft_sealed bytea NOT NULL,
      correction_id uuid NOT NULL CONSTRAINT permit_revisions_correction REFERENCES corrections,
      ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (permit_id, revision)
    );
    CREATE INDEX permit_revisions_application_id ON permit_revisions (application_id);
    CREATE INDEX permit_revisions_correction_id ON permit_revisions (correction_id);
    CREATE TRIGGER permit_revisions_append_only BEFORE UPDATE OR DELETE ON permit_revisions
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    -- Places in the status list of cards on which a printed field is no longer true.
    CREATE TABLE changed_codes (
      status_index integer PRIMARY KEY,
      permit_id uuid NOT NULL CONSTRAINT changed_codes_permit REFERENCES permits,
      correction_id uuid NOT NULL CONSTRAINT changed_codes_correction REFERENCES corrections,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX changed_codes_permit_id ON changed_codes (permit_id);
    CREATE INDEX changed_codes_correction_id ON changed_codes (correction_id);
    CREATE TRIGGER changed_codes_append_only BEFORE UPDATE OR DELETE ON changed_codes
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE catalogue_drafts (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT catalogue_drafts_public_id_unique UNIQUE,
      service_code text NOT NULL,
      effective_from date NOT NULL,
      change jsonb NOT NULL,
      why text NOT NULL,
      prepared_by uuid NOT NULL CONSTRAINT catalogue_drafts_prepared_by REFERENCES people,
      prepared_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      discarded_by uuid CONSTRAINT catalogue_drafts_discarded_by REFERENCES people,
      discarded_at timestamptz
    );
    CREATE INDEX catalogue_drafts_prepared_by_id ON catalogue_drafts (prepared_by);
    CREATE INDEX catalogue_drafts_discarded_by_id ON catalogue_drafts (discarded_by);
    CREATE TABLE published_services (
      service_code text NOT NULL,
      version integer NOT NULL,
      effective_from date NOT NULL,
      definition jsonb NOT NULL,
      draft_id uuid NOT NULL CONSTRAINT published_services_once UNIQUE CONSTRAINT published_services_draft REFERENCES catalogue_drafts,
      prepared_by uuid NOT NULL CONSTRAINT published_services_prepared_by REFERENCES people,
      published_by uuid NOT NULL CONSTRAINT published_services_published_by REFERENCES people,
      published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (service_code, version),
      CONSTRAINT published_services_two_persons CHECK (prepared_by <> published_by)
    );
    CREATE INDEX published_services_prepared_by_id ON published_services (prepared_by);
    CREATE INDEX published_services_published_by_id ON published_services (published_by);
    CREATE TRIGGER published_services_append_only BEFORE UPDATE OR DELETE ON published_services
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- What the clocks look for, and how long a step took the last cases.
    CREATE INDEX applications_due ON applications (due_at, id) WHERE due_at IS NOT NULL;
    CREATE INDEX visits_open_days ON visits (day, id) WHERE state IN ('booked', 'ticketed', 'checked-in', 'in-progress');
    CREATE INDEX permits_in_force_ends ON permits (valid_to, id) WHERE state IN ('temporary', 'active');
    CREATE INDEX state_history_steps ON state_history (machine, from_state, id DESC);
  `);
  await openRows(knex);
}

const OPEN_TO_CALLER = (table: string) => `EXISTS (
  SELECT 1 FROM case_access a WHERE a.application_id = ${table}.application_id AND a.party_id = ANY (caller_parties())
    AND (a.until IS NULL OR a.until > now()))`;

async function openRows(knex: Knex): Promise<void> {
  for (const table of ['appeals', 'appeal_steps', 'corrections', 'permit_revisions']) {
    await knex.raw(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_of_caller ON ${table} TO permit_applicant, permit_contractor, permit_officer
        USING (${OPEN_TO_CALLER(table)}) WITH CHECK (${OPEN_TO_CALLER(table)});
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
    `);
  }
  await knex.raw(`
    GRANT SELECT, INSERT ON appeals TO permit_applicant, permit_contractor;
    GRANT SELECT, UPDATE ON appeals TO permit_officer;
    GRANT SELECT, INSERT, UPDATE ON appeals TO permit_job;
    GRANT SELECT ON appeal_steps TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT ON appeal_steps TO permit_officer, permit_job;
    GRANT SELECT, INSERT ON corrections TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON corrections TO permit_officer, permit_job;
    GRANT SELECT, INSERT ON permit_revisions, changed_codes TO permit_job;
    GRANT SELECT, INSERT, UPDATE ON catalogue_drafts TO permit_officer, permit_job;
    GRANT SELECT ON published_services TO permit_public, permit_applicant, permit_contractor, permit_officer, permit_auditor;
    GRANT SELECT, INSERT ON published_services TO permit_officer, permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX state_history_steps; DROP INDEX permits_in_force_ends; DROP INDEX visits_open_days; DROP INDEX applications_due;
    DROP TABLE published_services; DROP TABLE catalogue_drafts; DROP TABLE changed_codes; DROP TABLE permit_revisions;
    DROP TABLE corrections; DROP TABLE appeal_steps; DROP TABLE appeals;
  `);
}
