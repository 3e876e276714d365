import { allMachines } from '@permit/domain/machines/all-machines.ts';
import { migrationSource } from '@permit/migrations/all-migrations.ts';
import knex from 'knex';

/**
 * Brings a database to the newest form, as its owner: migrations, the published transitions of the domain, and
 * the login of the program with its membership in the six caller classes.
 */
export async function migrate(ownerUrl: string, appUrl?: string): Promise<{ applied: readonly string[] }> {
  const owner = knex({ client: 'pg', connection: ownerUrl, pool: { min: 0, max: 1 } });
  try {
    const [, applied] = (await owner.migrate.latest({ migrationSource })) as [number, string[]];
    await publishTransitions(owner);
    if (appUrl) await createLogin(owner, appUrl);
    return { applied };
  } finally {
    await owner.destroy();
  }
}

/** Only adds: a pair that history rows reference can never be taken away. */
async function publishTransitions(owner: knex.Knex): Promise<void> {
  const pairs = allMachines.flatMap((machine) => [
    ...machine.initial.map((to) => ({ machine: machine.name, from_state: '', to_state: to })),
    ...machine.transitions.map(({ from, to }) => ({ machine: machine.name, from_state: from, to_state: to })),
  ]);
  await owner('state_transitions').insert(pairs).onConflict().ignore();
}

async function createLogin(owner: knex.Knex, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const name = decodeURIComponent(username);
  await owner.transaction(async (tx) => {
    // Roles belong to the cluster; two databases may be migrated at once.
    await tx.raw('SELECT pg_advisory_xact_lock(2560063)');
    const { rows } = await tx.raw<{ rows: { known: boolean; superuser: boolean }[] }>(
      'SELECT true AS known, rolsuper AS superuser FROM pg_roles WHERE rolname = ?',
      [name],
    );
    if (rows[0]?.superuser)
      throw new Error(`DATABASE_URL signs in as ${name}, a superuser: row-level security would not hold`);
    const verb = rows[0] ? 'ALTER' : 'CREATE';
    const secret = (
      await tx.raw<{ rows: { literal: string }[] }>('SELECT quote_literal(?) AS literal', [
        decodeURIComponent(password),
      ])
    ).rows[0]!.literal;
    await tx.raw(`${verb} ROLE "${name.replaceAll('"', '""')}" LOGIN NOINHERIT PASSWORD ${secret}`);
    await tx.raw(
      `GRANT permit_public, permit_applicant, permit_contractor, permit_officer, permit_auditor, permit_job TO "${name.replaceAll('"', '""')}"`,
    );
  });
}
