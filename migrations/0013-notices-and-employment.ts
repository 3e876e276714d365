import type { Knex } from 'knex';

const STATES = `('received', 'acknowledged', 'correction-asked')`;
/** What hangs on a notice is seen by whoever sees the notice: the policy of notices rules inside the subquery. */
const OF_NOTICE = (table: string) => `EXISTS (SELECT 1 FROM notices n WHERE n.id = ${table}.notice_id)`;

/**
 * Notices with their workers, clocks and receipts; what the papers say of each permit's employment, and the one truth
 * that follows from it (docs/decisions/0013).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE notices (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT notices_public_id_unique UNIQUE,
      number text NOT NULL CONSTRAINT notices_number_unique UNIQUE CONSTRAINT notices_number_digits CHECK (number ~ '^[0-9]{14}$'),
      service_code text NOT NULL,
      catalogue_version text NOT NULL,
      act text,
      state text NOT NULL CONSTRAINT notices_state_known CHECK (state IN ${STATES}),
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz,
      revision integer NOT NULL DEFAULT 1 CONSTRAINT notices_revision_positive CHECK (revision > 0),
      filed_by_party uuid NOT NULL CONSTRAINT notices_filed_by_party REFERENCES parties,
      filed_by uuid NOT NULL CONSTRAINT notices_filed_by REFERENCES people,
      office_party uuid CONSTRAINT notices_office REFERENCES parties,
      -- The key of what was typed about employer and reason; an employer may be a natural person.
      body_person uuid NOT NULL CONSTRAINT notices_body_person REFERENCES people,
      body_sealed bytea NOT NULL,
      employer_key bytea NOT NULL,
      employer_name text,
      province_code text,
      event_on date NOT NULL,
      workers integer NOT NULL CONSTRAINT notices_workers_counted CHECK (workers BETWEEN 1 AND 500),
      -- Rows that could not be read: number and codes, never what was typed.
      not_received jsonb NOT NULL DEFAULT '[]',
      findings jsonb NOT NULL DEFAULT '[]',
      requested jsonb NOT NULL DEFAULT '[]',
      attempt_code text,
      received_at timestamptz NOT NULL,
      acknowledged_by uuid CONSTRAINT notices_acknowledged_by REFERENCES people,
      acknowledged_at timestamptz,
      CONSTRAINT notices_acknowledged_by_someone CHECK ((state = 'acknowledged') = (acknowledged_by IS NOT NULL)),
      CONSTRAINT notices_never_acknowledge_own CHECK (acknowledged_by IS NULL OR acknowledged_by <> filed_by)
    );
    CREATE INDEX notices_filed_by_party ON notices (filed_by_party, id);
    CREATE INDEX notices_lane ON notices (office_party, state, due_at, id);
    CREATE INDEX notices_filed_by_id ON notices (filed_by);
    CREATE INDEX notices_body_person_id ON notices (body_person);
    CREATE INDEX notices_acknowledged_by_id ON notices (acknowledged_by);
    CREATE TRIGGER notices_moves AFTER INSERT OR UPDATE OF state ON notices
      FOR EACH ROW EXECUTE FUNCTION record_move('notice', 'application_id');

    CREATE TABLE notice_workers (
      id uuid PRIMARY KEY,
      notice_id uuid NOT NULL CONSTRAINT notice_workers_notice REFERENCES notices,
      row_no integer NOT NULL,
      person_id uuid NOT NULL CONSTRAINT notice_workers_person REFERENCES people,
      sealed bytea NOT NULL,
      event_on date NOT NULL,
      permit_id uuid CONSTRAINT notice_workers_permit REFERENCES permits,
      match text NOT NULL CONSTRAINT notice_workers_match_known CHECK (match IN ('linked', 'not-found', 'differs', 'not-given')),
      -- The number of the notice of the same filer that told the same before.
      repeats text,
      CONSTRAINT notice_workers_row_unique UNIQUE (notice_id, row_no),
      CONSTRAINT notice_workers_linked_has_permit CHECK ((match = 'linked') = (permit_id IS NOT NULL))
    );
    CREATE INDEX notice_workers_person_id ON notice_workers (person_id);
    CREATE INDEX notice_workers_permit_id ON notice_workers (permit_id);

    CREATE TABLE notice_clocks (
      id uuid PRIMARY KEY,
      notice_id uuid NOT NULL CONSTRAINT notice_clocks_notice REFERENCES notices,
      worker_row uuid CONSTRAINT notice_clocks_worker REFERENCES notice_workers,
      permit_id uuid CONSTRAINT notice_clocks_permit REFERENCES permits,
      code text NOT NULL,
      binds text NOT NULL,
      starts_on date NOT NULL,
      due_on date NOT NULL,
      certainty text NOT NULL,
      -- The day on which the duty was met; later than due_on where it was met late.
      met_on date,
      CONSTRAINT notice_clocks_forward CHECK (due_on >= starts_on)
    );
    CREATE UNIQUE INDEX notice_clocks_once ON notice_clocks (notice_id, coalesce(worker_row, notice_id), code);
    CREATE INDEX notice_clocks_worker_row ON notice_clocks (worker_row);
    CREATE INDEX notice_clocks_running ON notice_clocks (permit_id, code) WHERE met_on IS NULL;

    CREATE TABLE notice_receipts (
      notice_id uuid NOT NULL CONSTRAINT notice_receipts_notice REFERENCES notices,
      revision integer NOT NULL,
      text text NOT NULL,
      key_id text NOT NULL,
      digest bytea NOT NULL,
      issued_at timestamptz NOT NULL,
      PRIMARY KEY (notice_id, revision)
    );
    CREATE TRIGGER notice_receipts_append_only BEFORE UPDATE OR DELETE ON notice_receipts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE employment_acts (
      id uuid PRIMARY KEY,
      permit_id uuid NOT NULL CONSTRAINT employment_acts_permit REFERENCES permits,
      kind text NOT NULL CONSTRAINT employment_acts_kind_known CHECK (kind IN ('granted', 'hire', 'worker-start', 'exit')),
      -- The same employer is the same key within a permit: by its number where both papers give one, else by its name.
      employer_key bytea NOT NULL,
      employer_id_key bytea,
      employer_name_key bytea,
      effective_on date NOT NULL,
      -- Either a row of a notice (a corrected notice speaks again, under its next revision) or the case of the permit.
      worker_row uuid CONSTRAINT employment_acts_worker_row REFERENCES notice_workers,
      application_id uuid CONSTRAINT employment_acts_application REFERENCES applications,
      revision integer NOT NULL DEFAULT 1,
      filed_by_party uuid CONSTRAINT employment_acts_filed_by REFERENCES parties,
      employer_name text,
      province_code text,
      occupation text,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT employment_acts_one_source CHECK ((worker_row IS NULL) <> (application_id IS NULL)),
      CONSTRAINT employment_acts_granted_by_case CHECK ((kind = 'granted') = (application_id IS NOT NULL)),
      CONSTRAINT employment_acts_row_once UNIQUE (worker_row, revision),
      CONSTRAINT employment_acts_case_once UNIQUE (application_id)
    );
    CREATE INDEX employment_acts_permit_id ON employment_acts (permit_id);
    CREATE INDEX employment_acts_filed_by_id ON employment_acts (filed_by_party);
    CREATE TRIGGER employment_acts_append_only BEFORE UPDATE OR DELETE ON employment_acts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- Written anew from the acts whenever one comes; the acts are its history.
    CREATE TABLE employments (
      id uuid PRIMARY KEY,
      permit_id uuid NOT NULL CONSTRAINT employments_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT employments_application REFERENCES applications,
      position integer NOT NULL,
      employer_key bytea NOT NULL,
      from_on date NOT NULL,
      until_on date,
      ended_by text CONSTRAINT employments_ended_by_known CHECK (ended_by IN ('exit', 'change')),
      hired boolean NOT NULL,
      confirmed boolean NOT NULL,
      source_act uuid NOT NULL CONSTRAINT employments_source REFERENCES employment_acts,
      -- Those who told of this employment, and the worker's own parties: they may look it up.
      parties uuid[] NOT NULL,
      worker_parties uuid[] NOT NULL,
      CONSTRAINT employments_forward CHECK (until_on >= from_on),
      CONSTRAINT employments_ended_by_something CHECK ((until_on IS NULL) = (ended_by IS NULL)),
      CONSTRAINT employments_position_unique UNIQUE (permit_id, position)
    );
    CREATE UNIQUE INDEX employments_one_open ON employments (permit_id) WHERE until_on IS NULL;
    CREATE INDEX employments_application_id ON employments (application_id);
    CREATE INDEX employments_source_act ON employments (source_act);
    CREATE INDEX employments_parties ON employments USING gin (parties);
    CREATE INDEX employments_employer ON employments (employer_key, until_on);
  `);
  await secure(knex);
}

async function secure(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
    CREATE POLICY notices_of_filer ON notices TO permit_applicant
      USING (filed_by_party = ANY (caller_parties())) WITH CHECK (filed_by_party = ANY (caller_parties()));
    CREATE POLICY notices_of_office ON notices TO permit_officer USING (office_party = ANY (caller_parties()));
    CREATE POLICY notices_jobs ON notices TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON notices TO permit_applicant, permit_job;
    GRANT SELECT, UPDATE ON notices TO permit_officer;
    GRANT USAGE ON SEQUENCE application_running TO permit_job;

    ALTER TABLE employment_acts ENABLE ROW LEVEL SECURITY;
    CREATE POLICY employment_acts_jobs ON employment_acts TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON employment_acts TO permit_job;

    ALTER TABLE employments ENABLE ROW LEVEL SECURITY;
    CREATE POLICY employments_of_parties ON employments FOR SELECT TO permit_applicant
      USING (parties && caller_parties() OR worker_parties && caller_parties());
    CREATE POLICY employments_of_officers ON employments FOR SELECT TO permit_officer
      USING (caller_role() = 'inspector' OR EXISTS (
        SELECT 1 FROM case_access a WHERE a.application_id = employments.application_id
          AND a.party_id = ANY (caller_parties()) AND (a.until IS NULL OR a.until > now())));
    CREATE POLICY employments_jobs ON employments TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT ON employments TO permit_applicant, permit_officer;
    GRANT SELECT, INSERT, DELETE ON employments TO permit_job;
  `);
  for (const [table, rights] of [
    ['notice_workers', 'SELECT, INSERT, UPDATE'],
    ['notice_clocks', 'SELECT, INSERT, UPDATE'],
    ['notice_receipts', 'SELECT, INSERT'],
  ] as const) {
    await knex.raw(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_of_notice ON ${table} FOR SELECT TO permit_applicant, permit_officer USING (${OF_NOTICE(table)});
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
      GRANT SELECT ON ${table} TO permit_applicant, permit_officer;
      GRANT ${rights} ON ${table} TO permit_job;
    `);
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE employments; DROP TABLE employment_acts; DROP TABLE notice_receipts; DROP TABLE notice_clocks;
    DROP TABLE notice_workers; DROP TABLE notices;
  `);
}
