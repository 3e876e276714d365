import type { Knex } from 'knex';

/**
 * What the filer says of a paper's days, and what the intake saw it to be where that is another kind than was said.
 * Days of papers name nobody and stay readable, as those of an employer's dossier do (decision 58).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE documents
      ADD COLUMN issued_on date,
      ADD COLUMN expires_on date,
      ADD COLUMN seen_as text,
      ADD CONSTRAINT documents_seen_as_another CHECK (seen_as <> kind);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE documents DROP COLUMN seen_as, DROP COLUMN expires_on, DROP COLUMN issued_on');
}
