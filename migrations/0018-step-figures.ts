import type { Knex } from 'knex';

/** How long each step took the last cases of a service, reckoned in the background so that asking costs nothing. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE step_figures (
      service_code text NOT NULL,
      state text NOT NULL,
      -- How many cases it is reckoned from; nothing of any of them is kept.
      cases integer NOT NULL CONSTRAINT step_figures_cases_positive CHECK (cases > 0),
      low_seconds double precision NOT NULL,
      high_seconds double precision NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (service_code, state),
      CONSTRAINT step_figures_in_order CHECK (0 <= low_seconds AND low_seconds <= high_seconds)
    );
    GRANT SELECT ON step_figures TO permit_public, permit_applicant, permit_contractor, permit_officer;
    GRANT SELECT, INSERT, UPDATE ON step_figures TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE step_figures');
}
