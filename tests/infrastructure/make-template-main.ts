// Makes the migrated template database that every *.db.test.ts clones; run by jest's global set-up.
import { migrate } from '@permit/server/database/migrate.ts';
import { asAdmin, TEST_LOGIN, templateName, withDatabase } from './test-template.ts';

const url = process.env['TEST_DATABASE_URL'];
if (!url) throw new Error('TEST_DATABASE_URL is missing: run `node tools/dev-database.mjs` or `npm test`.');
const name = templateName();

await asAdmin(url, async (client) => {
  // Two jest runs may share one server.
  await client.query('SELECT pg_advisory_lock(hashtext($1))', ['permit_template']);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  // Migrated under another name first: one that failed half-way is never taken for a whole one.
  const half = `${name}_half`;
  await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${half}`);
  await migrate(withDatabase(url, half), withDatabase(url, half, TEST_LOGIN));
  await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
});
