import type { Knex } from 'knex';

/**
 * Which deadline a case missed when its clock ended it, so that an outage that is written down only afterwards finds the
 * cases that it would have kept from ending (docs/decisions/0062).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE missed_deadlines (
      application_id uuid PRIMARY KEY CONSTRAINT missed_deadlines_application REFERENCES applications,
      -- The state that the clock ended, its deadline, and when: business time.
      state text NOT NULL,
      due_at timestamptz NOT NULL,
      ended_at timestamptz NOT NULL,
      -- The first outage that would have moved the deadline.
      outage_id uuid CONSTRAINT missed_deadlines_outage REFERENCES outages,
      CONSTRAINT missed_deadlines_over CHECK (due_at <= ended_at)
    );
    CREATE INDEX missed_deadlines_outage_id ON missed_deadlines (outage_id) WHERE outage_id IS NOT NULL;
    CREATE INDEX missed_deadlines_due ON missed_deadlines (due_at) WHERE outage_id IS NULL;
    ALTER TABLE missed_deadlines ENABLE ROW LEVEL SECURITY;
    -- Read and written by the clocks and the outage log only; lists of staff ask as the job class.
    CREATE POLICY missed_deadlines_jobs ON missed_deadlines TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON missed_deadlines TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE missed_deadlines');
}
