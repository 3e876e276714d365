import type { Knex } from 'knex';

/** When we failed: the log of outages, and the signed "I tried" of people who met one (docs/decisions/0013). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE outages (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT outages_public_id_unique UNIQUE,
      -- What failed: a dependency that a health check watches, or 'reported' by a person.
      component text NOT NULL CONSTRAINT outages_component_known CHECK (component IN ('database', 'files', 'bell', 'bank', 'messages', 'network', 'reported')),
      affected text[] NOT NULL CONSTRAINT outages_affect_something CHECK (cardinality(affected) > 0),
      note text,
      -- Business time: deadlines are compared with it.
      started_at timestamptz NOT NULL,
      ended_at timestamptz,
      automatic boolean NOT NULL,
      opened_by uuid CONSTRAINT outages_opened_by REFERENCES people,
      closed_by uuid CONSTRAINT outages_closed_by REFERENCES people,
      deadlines_moved integer NOT NULL DEFAULT 0,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT outages_forward CHECK (ended_at >= started_at),
      CONSTRAINT outages_opened_by_someone CHECK (automatic OR opened_by IS NOT NULL)
    );
    CREATE UNIQUE INDEX outages_one_open ON outages (component) WHERE ended_at IS NULL AND automatic;
    CREATE INDEX outages_started ON outages (started_at);
    CREATE INDEX outages_opened_by_id ON outages (opened_by);
    CREATE INDEX outages_closed_by_id ON outages (closed_by);

    CREATE TABLE attempts (
      id uuid PRIMARY KEY,
      code text NOT NULL CONSTRAINT attempts_code_unique UNIQUE,
      service_code text NOT NULL,
      tried_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL,
      -- What was seen and how to reach the person, under a key of its own.
      person_id uuid NOT NULL CONSTRAINT attempts_person REFERENCES people,
      sealed bytea NOT NULL,
      seen text NOT NULL CONSTRAINT attempts_seen_known CHECK (seen IN ('no-page', 'error', 'no-slot', 'payment', 'upload', 'other')),
      digest bytea NOT NULL,
      receipt_text text NOT NULL
    );
    CREATE INDEX attempts_person_id ON attempts (person_id);
    CREATE INDEX attempts_tried ON attempts (tried_at);
    CREATE TRIGGER attempts_append_only BEFORE UPDATE OR DELETE ON attempts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE outages ENABLE ROW LEVEL SECURITY;
    CREATE POLICY outages_are_public ON outages FOR SELECT USING (true);
    CREATE POLICY outages_jobs ON outages TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT ON outages TO permit_public, permit_applicant, permit_contractor, permit_officer, permit_auditor;
    GRANT SELECT, INSERT, UPDATE ON outages TO permit_job;

    ALTER TABLE attempts ENABLE ROW LEVEL SECURITY;
    CREATE POLICY attempts_jobs ON attempts TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON attempts TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE attempts; DROP TABLE outages');
}
