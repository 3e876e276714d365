import { seedDemo, type DemoAccount } from '@permit/server/demo/seed-demo.ts';
import type { Deps } from '@permit/server/deps.ts';
import { newKeyMaterial, type KeyMaterial, type KeyPair } from '@permit/server/vault/key-material.ts';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { asAdmin, TEST_LOGIN, templateName, withDatabase } from '../infrastructure/test-template.ts';

/** The demo's people and places in a database to clone, with the keys that it is sealed under. */
export interface SeededDemo {
  /** The database's name; nobody is connected to it. */
  readonly template: string;
  readonly material: KeyMaterial;
  readonly escrow: KeyPair;
  readonly accounts: readonly DemoAccount[];
}

// Jest's global set-up names the run for all its workers; a proof is a run of its own.
const run = process.env['TEST_RUN'] ?? randomBytes(6).toString('hex');

/**
 * Seeds once a run: eighteen passwords for argon2, about 0.2 s of processor for each of fifty files. Whoever comes
 * first seeds, the others wait. Keys and passwords stand in the database's comment, which a clone does not take along.
 */
export function seededDemo(
  server: string,
  depsOn: (url: string, material: KeyMaterial) => Deps,
): Promise<SeededDemo> {
  const template = `permit_seeded_${run}`;
  return asAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const known = await commentOn(admin, template);
    if (known) return { template, ...(JSON.parse(known) as Omit<SeededDemo, 'template'>) };
    // Without a comment it is one that was not finished.
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${template} TEMPLATE ${templateName()}`);
    const keys = newKeyMaterial(true);
    const deps = depsOn(withDatabase(server, template, TEST_LOGIN), keys.material);
    const accounts = (await seedDemo(deps)) ?? [];
    await deps.db.destroy();
    const made = JSON.stringify({ ...keys, accounts });
    await admin.query(`COMMENT ON DATABASE ${template} IS ${admin.escapeLiteral(made)}`);
    return { template, ...keys, accounts };
  });
}

async function commentOn(admin: pg.Client, database: string): Promise<string | undefined> {
  const { rows } = await admin.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
    [database],
  );
  return rows[0]?.comment ?? undefined;
}
