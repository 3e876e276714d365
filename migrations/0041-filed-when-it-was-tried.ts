import type { Knex } from 'knex';

/**
 * A case may count as filed at the moment of an "I tried" that an outage bears out (docs/decisions/0062). When it was
 * really handed in stays in `submitted_at`.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications
      ADD COLUMN counted_filed_at timestamptz,
      ADD COLUMN counted_attempt uuid CONSTRAINT applications_counted_attempt REFERENCES attempts,
      ADD COLUMN counted_outage uuid CONSTRAINT applications_counted_outage REFERENCES outages,
      ADD CONSTRAINT applications_counted_whole CHECK (
        (counted_attempt IS NULL) = (counted_filed_at IS NULL) AND (counted_attempt IS NULL) = (counted_outage IS NULL)
      ),
      ADD CONSTRAINT applications_counted_earlier CHECK (
        counted_filed_at IS NULL OR (submitted_at IS NOT NULL AND counted_filed_at <= submitted_at)
      );
    -- An attempt is cited by one case; partial, so that filing without one writes no index more.
    CREATE UNIQUE INDEX applications_one_case_an_attempt ON applications (counted_attempt) WHERE counted_attempt IS NOT NULL;
    CREATE INDEX applications_counted_outage_id ON applications (counted_outage) WHERE counted_outage IS NOT NULL;
    CREATE TRIGGER applications_counted_once BEFORE UPDATE OF counted_filed_at, counted_attempt, counted_outage ON applications
      FOR EACH ROW WHEN (OLD.counted_attempt IS NOT NULL) EXECUTE FUNCTION refuse_change();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER applications_counted_once ON applications;
    ALTER TABLE applications DROP COLUMN counted_outage, DROP COLUMN counted_attempt, DROP COLUMN counted_filed_at;
  `);
}
