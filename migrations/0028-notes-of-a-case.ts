import type { Knex } from 'knex';

/**
 * What the considering officer writes for the registrar, and what the filer writes with an answer: accepted before,
 * and lost. Sealed under the worker's key like every word about a person (docs/decisions/0024).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications
      ADD COLUMN consideration_sealed bytea,
      ADD COLUMN answer_sealed bytea;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE applications DROP COLUMN consideration_sealed, DROP COLUMN answer_sealed');
}
