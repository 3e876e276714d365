import { connectDatabase, type Database } from '@permit/server/database/database.ts';
import { statement } from '@permit/server/database/statement.ts';
import type pg from 'pg';
import { testDatabase } from './database.ts';

/** A database with one plain table that the job class writes and the public reads, for tests of transactions. */
export interface NotesTable {
  readonly db: Database;
  /** Sees and may do everything. */
  readonly owner: pg.Client;
  /** What stands there, in order of the numbers. */
  written(): Promise<{ id: number; text: string }[]>;
  close(): Promise<void>;
}

export const WRITE = statement('INSERT INTO notes (id, text) VALUES ($1, $2)');
export const READ = statement<{ text: string }>('SELECT text FROM notes ORDER BY id');

export async function notesTable(connections: number): Promise<NotesTable> {
  const database = await testDatabase();
  const owner = await database.owner();
  await owner.query(`CREATE TABLE notes (id int PRIMARY KEY, text text NOT NULL);
    GRANT SELECT, INSERT, UPDATE ON notes TO permit_job; GRANT SELECT ON notes TO permit_public`);
  const db = connectDatabase(database.url, connections);
  return {
    db,
    owner,
    async written() {
      return (await owner.query<{ id: number; text: string }>('SELECT id, text FROM notes ORDER BY id')).rows;
    },
    async close() {
      await db.destroy();
      await database.drop();
    },
  };
}
