import knex from 'knex';
import pg from 'pg';
import type { Talk } from './talk.ts';

/** A knex connection pool, or knex on the line of one transaction. */
export type Database = knex.Knex;

// Whole numbers of the database (counts, positions, satang) stay below 2^53 by their constraints.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date without a clock time stays text (CalendarDate); a Date object would move it across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens the pool. `url` is the program's own login, never the owner of the tables. */
export function connectDatabase(url: string, poolSize = 12): Database {
  return knex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'work-permit',
      // A request waits 2 s at most for a lock and 15 s for an answer, then says 503 (promises.md, Answers).
      options: '-c lock_timeout=2000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
    },
    pool: { min: 0, max: poolSize, acquireTimeoutMillis: 2_000, idleTimeoutMillis: 30_000 },
  });
}

/**
 * Knex on the line of one transaction. Knex's own transaction object costs a third of a millisecond each, which
 * is as much as everything else that a short action does in this process.
 */
export function onLine(pool: Database, line: Talk): Database {
  const table = (name: string) => pool(name).connection(line);
  const raw = (...statement: Parameters<Database['raw']>) => pool.raw(...statement).connection(line);
  const nested = () => {
    throw new Error('transactions do not nest: this one is the whole request');
  };
  const bound = { raw, fn: pool.fn, ref: pool.ref.bind(pool), transaction: nested };
  return Object.assign(table, bound) as unknown as Database;
}
