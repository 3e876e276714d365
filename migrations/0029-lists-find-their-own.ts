import type { Knex } from 'knex';

/**
 * The lanes of those to whom the whole country is open are read in their order and not sorted from all that wait, and
 * what lies too long in a centre is found by its age.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX applications_lane_by_due ON applications (state, due_at, state_since, id)
      WHERE state IN ('in-document-check', 'with-assistant-registrar', 'with-registrar');
    CREATE INDEX print_orders_waiting ON print_orders (state, state_since)
      WHERE state IN ('queued', 'rendered', 'printed', 'unknown');
    CREATE INDEX captures_waiting ON captures (state, state_since) WHERE state IN ('received', 'searching', 'held');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX applications_lane_by_due, print_orders_waiting, captures_waiting');
}
