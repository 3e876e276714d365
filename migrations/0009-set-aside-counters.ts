import type { Knex } from 'knex';

/**
 * A packet whose signatures and place hold uses up its counter even when its visit does not fit: otherwise every
 * later packet of the station would wait for it for ever.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE packets_set_aside ADD COLUMN counter bigint;
    CREATE UNIQUE INDEX packets_set_aside_counter ON packets_set_aside (station_id, counter) WHERE counter IS NOT NULL;
    CREATE INDEX packets_set_aside_hash ON packets_set_aside (packet_hash);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP INDEX packets_set_aside_hash; ALTER TABLE packets_set_aside DROP COLUMN counter;`);
}
