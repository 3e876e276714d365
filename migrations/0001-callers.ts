import type { Knex } from 'knex';

/**
 * A database role for each class of caller (decisions.md 3). The program signs in as a plain login that is a
 * member of all six and takes one with SET LOCAL ROLE in every transaction; row-level security does the rest.
 * Roles belong to the whole cluster, so they may be there already.
 */
const CLASSES = ['public', 'applicant', 'contractor', 'officer', 'auditor', 'job'];

export async function up(knex: Knex): Promise<void> {
  // Two databases of one cluster may be migrated at once (tests); roles are shared between them.
  await knex.raw('SELECT pg_advisory_xact_lock(2560063)');
  for (const name of CLASSES) {
    await knex.raw(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'permit_${name}') THEN
        CREATE ROLE permit_${name} NOLOGIN NOINHERIT;
      END IF;
    END $$`);
    await knex.raw(`GRANT USAGE ON SCHEMA public TO permit_${name}`);
  }
  await knex.raw(`
    CREATE FUNCTION caller_parties() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT coalesce(nullif(current_setting('permit.parties', true), ''), '{}')::uuid[] $$;
    CREATE FUNCTION caller_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT nullif(current_setting('permit.person', true), '')::uuid $$;
    CREATE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT coalesce(nullif(current_setting('permit.role', true), ''), 'system') $$;
    CREATE FUNCTION caller_reason() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
      $$ SELECT nullif(current_setting('permit.reason', true), '') $$;
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% on % is refused: rows here are never changed', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'insufficient_privilege';
      END $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP FUNCTION refuse_change(); DROP FUNCTION caller_reason(); DROP FUNCTION caller_role();
    DROP FUNCTION caller_person(); DROP FUNCTION caller_parties();
  `);
  for (const name of CLASSES) await knex.raw(`REVOKE USAGE ON SCHEMA public FROM permit_${name}`);
}
