import type { Knex } from 'knex';

/**
 * People, what they act for, and how they sign in. Names and numbers are sealed under a key per person; a
 * stolen dump names nobody, and destroying `wrapped_key` erases the person (decisions.md 4).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE people (
      id uuid PRIMARY KEY,
      wrapped_key bytea,
      sealed bytea NOT NULL,
      birth_year integer CONSTRAINT people_birth_year_plausible CHECK (birth_year BETWEEN 1900 AND 2200),
      nationality text CONSTRAINT people_nationality_alpha2 CHECK (nationality ~ '^[A-Z]{2}$'),
      language text NOT NULL DEFAULT 'th',
      created_at timestamptz NOT NULL DEFAULT now(),
      erased_at timestamptz,
      CONSTRAINT people_erased_has_no_key CHECK ((erased_at IS NULL) = (wrapped_key IS NOT NULL))
    );
    CREATE TABLE person_index (
      kind text NOT NULL CONSTRAINT person_index_kind_known CHECK (kind IN ('passport', 'name', 'look-alike', 'non-thai-id')),
      value bytea NOT NULL,
      person_id uuid NOT NULL CONSTRAINT person_index_person REFERENCES people ON DELETE CASCADE,
      PRIMARY KEY (kind, value, person_id)
    );
    CREATE INDEX person_index_person_id ON person_index (person_id);

    CREATE TABLE parties (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT parties_public_id_unique UNIQUE,
      kind text NOT NULL CONSTRAINT parties_kind_known CHECK (kind IN ('worker', 'employer', 'agent', 'contractor', 'centre', 'office', 'inspectorate', 'department')),
      code text CONSTRAINT parties_code_unique UNIQUE,
      name_th text,
      name_en text,
      province_code text,
      detail jsonb NOT NULL DEFAULT '{}',
      person_id uuid CONSTRAINT parties_person REFERENCES people,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT parties_persons_are_not_named_here CHECK (person_id IS NULL OR (name_th IS NULL AND name_en IS NULL))
    );
    CREATE INDEX parties_person_id ON parties (person_id);

    CREATE TABLE accounts (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT accounts_public_id_unique UNIQUE,
      person_id uuid NOT NULL CONSTRAINT accounts_person REFERENCES people,
      username_index bytea NOT NULL CONSTRAINT accounts_username_unique UNIQUE,
      password_hash text NOT NULL,
      second_factor_sealed bytea,
      -- The time step of the last accepted code: a code works once.
      last_code_step bigint NOT NULL DEFAULT 0,
      machine boolean NOT NULL DEFAULT false,
      demo boolean NOT NULL DEFAULT false,
      failures integer NOT NULL DEFAULT 0,
      locked_until timestamptz,
      disabled_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX accounts_person_id ON accounts (person_id);
    CREATE TABLE account_roles (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT account_roles_account REFERENCES accounts,
      role text NOT NULL,
      party_id uuid NOT NULL CONSTRAINT account_roles_party REFERENCES parties,
      order_no text,
      valid_from timestamptz NOT NULL DEFAULT now(),
      valid_until timestamptz,
      granted_by uuid CONSTRAINT account_roles_granted_by REFERENCES people,
      CONSTRAINT account_roles_once UNIQUE (account_id, role, party_id)
    );
    CREATE INDEX account_roles_party_id ON account_roles (party_id);
    CREATE INDEX account_roles_granted_by_id ON account_roles (granted_by);
    CREATE TABLE sessions (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT sessions_account REFERENCES accounts,
      refresh_hash bytea NOT NULL CONSTRAINT sessions_refresh_unique UNIQUE,
      -- The token before the current one: seen again, it was stolen, and the session ends.
      previous_refresh_hash bytea,
      generation integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text
    );
    CREATE INDEX sessions_account_id ON sessions (account_id);
    CREATE INDEX sessions_previous ON sessions (previous_refresh_hash) WHERE previous_refresh_hash IS NOT NULL;

    CREATE TABLE idempotency_keys (
      account text NOT NULL,
      key text NOT NULL,
      operation text NOT NULL,
      body_hash bytea NOT NULL,
      status integer NOT NULL,
      ids jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (account, key)
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE idempotency_keys; DROP TABLE sessions; DROP TABLE account_roles; DROP TABLE accounts;
    DROP TABLE parties; DROP TABLE person_index; DROP TABLE people;
  `);
}
