import type { Knex } from 'knex';

/** The permit that a renewal renews, as the server found and proved it; never what the form alone says. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications ADD COLUMN renews_permit uuid CONSTRAINT applications_renews_permit REFERENCES permits;
    CREATE INDEX applications_renews_permit ON applications (renews_permit) WHERE renews_permit IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE applications DROP COLUMN renews_permit');
}
