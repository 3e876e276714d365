import type { Knex } from 'knex';

/** Applications, who may see them, their documents and their bills. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Running parts of the numbers that people see. Gaps are allowed; a counter row would make filers wait in line.
    CREATE SEQUENCE application_running MAXVALUE 99999999 CYCLE;
    CREATE SEQUENCE bill_running MAXVALUE 9999999999999;
    CREATE TABLE applications (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT applications_public_id_unique UNIQUE,
      number text CONSTRAINT applications_number_unique UNIQUE CONSTRAINT applications_number_digits CHECK (number ~ '^[0-9]{14}$'),
      service_code text NOT NULL,
      catalogue_version text NOT NULL,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz,
      revision integer NOT NULL DEFAULT 1,
      worker_person uuid NOT NULL CONSTRAINT applications_worker REFERENCES people,
      filed_by_party uuid NOT NULL CONSTRAINT applications_filed_by REFERENCES parties,
      office_party uuid CONSTRAINT applications_office REFERENCES parties,
      -- What may be read without a key: nationality, occupation, companies, places.
      facts jsonb NOT NULL DEFAULT '{}',
      draft_sealed bytea NOT NULL,
      findings jsonb NOT NULL DEFAULT '[]',
      requested jsonb NOT NULL DEFAULT '[]',
      body_hash bytea,
      submitted_at timestamptz,
      created_by uuid NOT NULL CONSTRAINT applications_created_by REFERENCES people,
      submitted_by uuid CONSTRAINT applications_submitted_by REFERENCES people,
      checked_by uuid CONSTRAINT applications_checked_by REFERENCES people,
      considered_by uuid CONSTRAINT applications_considered_by REFERENCES people,
      decided_by uuid CONSTRAINT applications_decided_by REFERENCES people,
      proposal text,
      decision jsonb,
      review_by uuid,
      review_until timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      -- Four eyes on persons, not accounts (promises.md I6): four different people, or no row.
      CONSTRAINT applications_four_persons CHECK (
        (considered_by IS NULL OR decided_by IS NULL OR considered_by <> decided_by) AND
        (submitted_by IS NULL OR decided_by IS NULL OR submitted_by <> decided_by) AND
        (submitted_by IS NULL OR considered_by IS NULL OR submitted_by <> considered_by) AND
        (checked_by IS NULL OR decided_by IS NULL OR checked_by <> decided_by) AND
        (checked_by IS NULL OR considered_by IS NULL OR checked_by <> considered_by) AND
        (checked_by IS NULL OR submitted_by IS NULL OR checked_by <> submitted_by)
      ),
      CONSTRAINT applications_worker_never_decides CHECK (decided_by IS NULL OR decided_by <> worker_person),
      CONSTRAINT applications_granted_by_someone CHECK (
        state NOT IN ('awaiting-permit-fee', 'granted', 'completed') OR (decided_by IS NOT NULL AND considered_by IS NOT NULL)
      ),
      CONSTRAINT applications_filed_has_number CHECK (state = 'draft' OR state = 'withdrawn' OR number IS NOT NULL)
    );
    CREATE INDEX applications_worker_person ON applications (worker_person);
    CREATE INDEX applications_filed_by_party ON applications (filed_by_party);
    CREATE INDEX applications_lane ON applications (office_party, state, due_at, id);
    CREATE INDEX applications_state ON applications (state, state_since);
    CREATE INDEX applications_created_by_id ON applications (created_by);
    CREATE TRIGGER applications_moves AFTER INSERT OR UPDATE OF state ON applications
      FOR EACH ROW EXECUTE FUNCTION record_move('application', 'id');

    CREATE TABLE case_access (
      application_id uuid NOT NULL CONSTRAINT case_access_application REFERENCES applications,
      party_id uuid NOT NULL CONSTRAINT case_access_party REFERENCES parties,
      access text NOT NULL CONSTRAINT case_access_known CHECK (access IN ('read', 'act')),
      since timestamptz NOT NULL DEFAULT now(),
      until timestamptz,
      PRIMARY KEY (application_id, party_id, access)
    );
    CREATE INDEX case_access_party_id ON case_access (party_id, application_id);

    CREATE TABLE documents (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT documents_public_id_unique UNIQUE,
      application_id uuid NOT NULL CONSTRAINT documents_application REFERENCES applications,
      person_id uuid NOT NULL CONSTRAINT documents_person REFERENCES people,
      kind text NOT NULL,
      mime text NOT NULL,
      bytes integer NOT NULL,
      pages integer,
      sha256 bytea NOT NULL,
      blob_key text NOT NULL,
      measures jsonb NOT NULL DEFAULT '{}',
      added_by uuid NOT NULL CONSTRAINT documents_added_by REFERENCES people,
      added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      replaced_at timestamptz
    );
    CREATE INDEX documents_application_id ON documents (application_id);
    CREATE INDEX documents_person_id ON documents (person_id);
    CREATE INDEX documents_added_by_id ON documents (added_by);

    CREATE TABLE bills (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT bills_public_id_unique UNIQUE,
      application_id uuid NOT NULL CONSTRAINT bills_application REFERENCES applications,
      kind text NOT NULL CONSTRAINT bills_kind_known CHECK (kind IN ('application-fee', 'permit-fee')),
      amount_satang bigint NOT NULL CONSTRAINT bills_amount_positive CHECK (amount_satang > 0),
      ref1 text NOT NULL CONSTRAINT bills_ref1_digits CHECK (ref1 ~ '^[0-9]{18}$'),
      ref2 text NOT NULL CONSTRAINT bills_ref2_digits CHECK (ref2 ~ '^[0-9]{15}$'),
      due_at timestamptz NOT NULL,
      paid_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT bills_refs_unique UNIQUE (ref1, ref2),
      CONSTRAINT bills_one_of_a_kind UNIQUE (application_id, kind)
    );
    CREATE TABLE payments (
      bank_reference text PRIMARY KEY,
      bill_id uuid CONSTRAINT payments_bill REFERENCES bills,
      application_id uuid,
      amount_satang bigint NOT NULL,
      paid_at timestamptz NOT NULL,
      received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      outcome text NOT NULL CONSTRAINT payments_outcome_known CHECK (outcome IN ('recorded', 'set-aside')),
      problem text,
      body_hash bytea NOT NULL
    );
    CREATE UNIQUE INDEX payments_one_for_a_bill ON payments (bill_id) WHERE outcome = 'recorded';
    CREATE TRIGGER payments_append_only BEFORE UPDATE OR DELETE ON payments
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE payments; DROP TABLE bills; DROP TABLE documents; DROP TABLE case_access;
    DROP TABLE applications;
    DROP SEQUENCE bill_running; DROP SEQUENCE application_running;
  `);
}
