import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The program's own login of the test cluster: throw-away, so its password is no secret. */
export const TEST_LOGIN = { user: 'permit_test_app', password: 'throw-away' };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['migrations', 'server/src/database', 'domain/src/machines'];

/** @returns the template's name: another one after every change of a migration, so that none is ever stale. */
export function templateName(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const file of readdirSync(join(ROOT, folder)).sort())
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  return `permit_template_${hash.digest('hex').slice(0, 12)}`;
}

/** The same server and login with another database. */
export function withDatabase(url: string, database: string, login?: typeof TEST_LOGIN): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (login) Object.assign(changed, { username: login.user, password: login.password });
  return changed.href;
}

/** Runs `work` on one connection of the server's own database `postgres`. */
export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
