import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { asAdmin, TEST_LOGIN, templateName, withDatabase } from './test-template.ts';

export interface TestDatabase {
  readonly name: string;
  /** As the owner of the tables (a superuser). */
  readonly ownerUrl: string;
  /** As the program's own login, a member of the six caller classes, under row-level security. */
  readonly url: string;
  /** One connection of the owner, who sees what no caller sees; `drop` ends it. */
  owner(): Promise<pg.Client>;
  /** Call it in afterAll, after your own pools are closed; open connections are cut. */
  drop(): Promise<void>;
}

/** TEST_DATABASE_URL: `npm test` sets it; for single files `node tools/dev-database.mjs` prints it. */
export function testServer(): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is missing: run `node tools/dev-database.mjs` first.');
  return server;
}

/** A fresh database for one test file, cloned in about 0.1 s: migrated and empty unless another template is named. */
export async function testDatabase(template = templateName()): Promise<TestDatabase> {
  const server = testServer();
  const name = `permit_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const ownerUrl = withDatabase(server, name);
  let owner: Promise<pg.Client> | undefined;
  return {
    name,
    ownerUrl,
    url: withDatabase(server, name, TEST_LOGIN),
    owner: () => (owner ??= connected(ownerUrl)),
    drop: async () => {
      await (await owner)?.end();
      await asAdmin(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
