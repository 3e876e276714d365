import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from './database.ts';

const databases: { drop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const database of databases) await database.drop();
});

async function ask<T extends object>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('every test file gets a migrated database of its own', async () => {
  const [one, two] = [await testDatabase(), await testDatabase()];
  databases.push(one, two);
  await ask(one.ownerUrl, 'CREATE TABLE only_here (id int)');
  const tables = (url: string) =>
    ask<{ name: string }>(
      url,
      "SELECT relname AS name FROM pg_class WHERE relname IN ('only_here', 'state_transitions')",
    );
  expect((await tables(one.ownerUrl)).map(({ name }) => name).sort()).toEqual([
    'only_here',
    'state_transitions',
  ]);
  expect((await tables(two.ownerUrl)).map(({ name }) => name)).toEqual(['state_transitions']);
});

test('the test login is no superuser and may take a caller class', async () => {
  const database = await testDatabase();
  databases.push(database);
  const [row] = await ask<{ superuser: boolean; member: boolean }>(
    database.url,
    `SELECT rolsuper AS superuser, pg_has_role(current_user, 'permit_applicant', 'MEMBER') AS member
     FROM pg_roles WHERE rolname = current_user`,
  );
  expect(row).toEqual({ superuser: false, member: true });
});
