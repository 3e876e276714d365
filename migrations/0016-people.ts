import type { Knex } from 'knex';

/** One human is one person; recovery, delegations, machine keys, claims to accounts, acting registrars by order. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Keyed hash of the identity number: two accounts of one human share the person, and with it every four-eyes rule.
    ALTER TABLE people ADD COLUMN natural_person bytea CONSTRAINT people_natural_person_unique UNIQUE;
    ALTER TABLE accounts ADD COLUMN pending_factor_sealed bytea;
    ALTER TABLE sessions ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();

    CREATE TABLE account_codes (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL CONSTRAINT account_codes_account REFERENCES accounts,
      purpose text NOT NULL CONSTRAINT account_codes_purpose_known CHECK (purpose IN ('contact', 'recovery')),
      code_hash bytea NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      used_at timestamptz
    );
    CREATE INDEX account_codes_open ON account_codes (account_id, purpose) WHERE used_at IS NULL;
    CREATE TABLE counter_recoveries (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT counter_recoveries_public_id_unique UNIQUE,
      account_id uuid NOT NULL CONSTRAINT counter_recoveries_account REFERENCES accounts,
      centre_party uuid NOT NULL CONSTRAINT counter_recoveries_centre REFERENCES parties,
      papers text[] NOT NULL CONSTRAINT counter_recoveries_with_papers CHECK (cardinality(papers) > 0),
      asked_by uuid NOT NULL CONSTRAINT counter_recoveries_asked_by REFERENCES people,
      asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      granted_by uuid CONSTRAINT counter_recoveries_granted_by REFERENCES people,
      granted_at timestamptz,
      CONSTRAINT counter_recoveries_two_persons CHECK (granted_by IS NULL OR granted_by <> asked_by),
      CONSTRAINT counter_recoveries_granted_whole CHECK ((granted_by IS NULL) = (granted_at IS NULL))
    );
    CREATE INDEX counter_recoveries_account_id ON counter_recoveries (account_id);
    CREATE INDEX counter_recoveries_centre ON counter_recoveries (centre_party, asked_at);

    CREATE TABLE delegations (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT delegations_public_id_unique UNIQUE,
      from_party uuid NOT NULL CONSTRAINT delegations_from REFERENCES parties,
      to_party uuid NOT NULL CONSTRAINT delegations_to REFERENCES parties,
      acts text[] NOT NULL CONSTRAINT delegations_acts_some CHECK (cardinality(acts) > 0),
      valid_from date NOT NULL,
      valid_until date NOT NULL,
      -- The instant of real time at which the last day ends; the demo clock's distance is in it.
      ends_at timestamptz NOT NULL,
      starts_at timestamptz NOT NULL,
      attorneys integer NOT NULL CONSTRAINT delegations_attorneys_some CHECK (attorneys BETWEEN 1 AND 20),
      jointly boolean NOT NULL,
      stamp_duty_satang bigint NOT NULL CONSTRAINT delegations_duty_not_negative CHECK (stamp_duty_satang >= 0),
      paper_reference text,
      given_by uuid NOT NULL CONSTRAINT delegations_given_by REFERENCES people,
      given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      opened_at timestamptz,
      revoked_by uuid CONSTRAINT delegations_revoked_by REFERENCES people,
      revoked_at timestamptz,
      revoked_reason text,
      CONSTRAINT delegations_not_to_oneself CHECK (from_party <> to_party),
      CONSTRAINT delegations_dates CHECK (valid_from <= valid_until),
      CONSTRAINT delegations_revoked_whole CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
    );
    CREATE INDEX delegations_from_party ON delegations (from_party);
    CREATE INDEX delegations_to_party ON delegations (to_party);
    CREATE INDEX delegations_to_open ON delegations (starts_at) WHERE opened_at IS NULL AND revoked_at IS NULL;
    -- Whom a case is filed for, where somebody else files it.
    ALTER TABLE applications
      ADD COLUMN principal_party uuid CONSTRAINT applications_principal REFERENCES parties,
      ADD COLUMN delegation_id uuid CONSTRAINT applications_delegation REFERENCES delegations;
    CREATE INDEX applications_principal_party ON applications (principal_party);
    CREATE INDEX applications_delegation_id ON applications (delegation_id);

    CREATE TABLE machine_keys (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT machine_keys_public_id_unique UNIQUE,
      account_id uuid NOT NULL CONSTRAINT machine_keys_account REFERENCES accounts,
      party_id uuid NOT NULL CONSTRAINT machine_keys_party REFERENCES parties,
      role text NOT NULL CONSTRAINT machine_keys_role_known CHECK (role IN ('worker', 'employer', 'agent')),
      name text NOT NULL,
      secret_hash bytea NOT NULL,
      scopes text[] NOT NULL CONSTRAINT machine_keys_scopes_some CHECK (cardinality(scopes) > 0),
      daily_quota integer NOT NULL CONSTRAINT machine_keys_quota CHECK (daily_quota BETWEEN 1 AND 1000000),
      per_minute integer NOT NULL CONSTRAINT machine_keys_rate CHECK (per_minute BETWEEN 1 AND 6000),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      -- After a rotation the old secret still works until then, so that software can be changed without a gap.
      previous_hash bytea,
      previous_until timestamptz,
      used_at timestamptz
    );
    CREATE INDEX machine_keys_account_id ON machine_keys (account_id);
    CREATE INDEX machine_keys_party_id ON machine_keys (party_id);
    CREATE TABLE machine_key_usage (
      key_id uuid NOT NULL CONSTRAINT machine_key_usage_key REFERENCES machine_keys,
      day date NOT NULL,
      used integer NOT NULL,
      minute timestamptz NOT NULL,
      used_in_minute integer NOT NULL,
      PRIMARY KEY (key_id, day)
    );

    CREATE TABLE account_claims (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT account_claims_public_id_unique UNIQUE,
      claimant_account uuid NOT NULL CONSTRAINT account_claims_claimant REFERENCES accounts,
      claimant_person uuid NOT NULL CONSTRAINT account_claims_claimant_person REFERENCES people,
      claimant_party uuid NOT NULL CONSTRAINT account_claims_claimant_party REFERENCES parties,
      target_account uuid NOT NULL CONSTRAINT account_claims_target REFERENCES accounts,
      target_party uuid NOT NULL CONSTRAINT account_claims_target_party REFERENCES parties,
      -- What the claimant says and which papers they name, sealed under their key.
      evidence_sealed bytea NOT NULL,
      claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      decided_by uuid CONSTRAINT account_claims_decided_by REFERENCES people,
      decided_at timestamptz,
      upheld boolean,
      reason text,
      CONSTRAINT account_claims_decided_whole CHECK (
        (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (upheld IS NULL) AND (decided_by IS NULL) = (reason IS NULL)
      ),
      CONSTRAINT account_claims_not_by_claimant CHECK (decided_by IS NULL OR decided_by <> claimant_person)
    );
    CREATE UNIQUE INDEX account_claims_one_open ON account_claims (claimant_account, target_account) WHERE decided_at IS NULL;
    CREATE INDEX account_claims_target_account ON account_claims (target_account);
    CREATE INDEX account_claims_claimant_party ON account_claims (claimant_party);

    CREATE TABLE acting_orders (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT acting_orders_public_id_unique UNIQUE,
      order_no text NOT NULL,
      office_party uuid NOT NULL CONSTRAINT acting_orders_office REFERENCES parties,
      role text NOT NULL CONSTRAINT acting_orders_role_known CHECK (role IN ('registrar', 'assistant-registrar')),
      valid_from timestamptz NOT NULL,
      valid_until timestamptz NOT NULL,
      entered_by uuid NOT NULL CONSTRAINT acting_orders_entered_by REFERENCES people,
      entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      revoked_at timestamptz,
      CONSTRAINT acting_orders_dates CHECK (valid_from < valid_until),
      CONSTRAINT acting_orders_once UNIQUE (office_party, order_no)
    );
    CREATE TABLE acting_persons (
      order_id uuid NOT NULL CONSTRAINT acting_persons_order REFERENCES acting_orders,
      account_id uuid NOT NULL CONSTRAINT acting_persons_account REFERENCES accounts,
      PRIMARY KEY (order_id, account_id)
    );
    CREATE INDEX acting_persons_account_id ON acting_persons (account_id);

    -- Every role in force, by assignment or by a written order, and until when it is.
    CREATE VIEW roles_in_force AS
      SELECT r.account_id, r.role, r.party_id, r.valid_until, r.order_no, r.id AS sort FROM account_roles r
        WHERE r.valid_from <= clock_timestamp() AND (r.valid_until IS NULL OR r.valid_until > clock_timestamp())
      UNION ALL
      SELECT p.account_id, o.role, o.office_party, o.valid_until, o.order_no, o.id FROM acting_persons p
        JOIN acting_orders o ON o.id = p.order_id
        WHERE o.valid_from <= clock_timestamp() AND o.valid_until > clock_timestamp() AND o.revoked_at IS NULL;

    -- A token lives ten minutes; an order ends at its minute. Who decides as registrar must be one at this instant.
    CREATE FUNCTION decided_by_a_registrar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      IF caller_role() = 'registrar' AND NEW.decided_by IS DISTINCT FROM OLD.decided_by AND NEW.decided_by IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM roles_in_force f JOIN accounts a ON a.id = f.account_id
           WHERE a.person_id = NEW.decided_by AND a.disabled_at IS NULL AND f.role = 'registrar' AND f.party_id = NEW.office_party) THEN
        RAISE EXCEPTION 'no registrar of this office at this instant'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'applications_decided_by_a_registrar';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER applications_decided_by_a_registrar BEFORE UPDATE OF decided_by ON applications
      FOR EACH ROW EXECUTE FUNCTION decided_by_a_registrar();
    -- Nobody gives a role to themselves, whatever account they sign in with.
    CREATE FUNCTION no_role_to_oneself() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      IF NEW.granted_by IS NOT NULL AND EXISTS (
        SELECT 1 FROM accounts a WHERE a.id = NEW.account_id AND a.person_id = NEW.granted_by) THEN
        RAISE EXCEPTION 'a role given to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_roles_not_to_oneself';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER account_roles_not_to_oneself BEFORE INSERT OR UPDATE ON account_roles
      FOR EACH ROW EXECUTE FUNCTION no_role_to_oneself();

    ALTER TABLE delegations ENABLE ROW LEVEL SECURITY;
    CREATE POLICY delegations_of_caller ON delegations FOR SELECT TO permit_applicant, permit_contractor
      USING (from_party = ANY (caller_parties()) OR to_party = ANY (caller_parties()));
    CREATE POLICY delegations_given ON delegations FOR INSERT TO permit_applicant
      WITH CHECK (from_party = ANY (caller_parties()) AND given_by = caller_person());
    CREATE POLICY delegations_jobs ON delegations TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON delegations TO permit_applicant;
    GRANT SELECT ON delegations TO permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON delegations TO permit_job;
    ALTER TABLE account_claims ENABLE ROW LEVEL SECURITY;
    CREATE POLICY account_claims_of_caller ON account_claims FOR SELECT TO permit_applicant
      USING (claimant_person = caller_person());
    CREATE POLICY account_claims_officers ON account_claims TO permit_officer USING (true) WITH CHECK (true);
    CREATE POLICY account_claims_jobs ON account_claims TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT ON account_claims TO permit_applicant;
    GRANT SELECT, UPDATE ON account_claims TO permit_officer;
    GRANT SELECT, INSERT, UPDATE ON account_claims TO permit_job;
  `);
  for (const table of ['account_codes', 'counter_recoveries', 'machine_keys', 'machine_key_usage'])
    await forJobsOnly(knex, table);
  for (const table of ['acting_orders', 'acting_persons']) {
    await forJobsOnly(knex, table);
    await knex.raw(`CREATE POLICY ${table}_read ON ${table} FOR SELECT TO permit_officer, permit_auditor USING (true);
      GRANT SELECT ON ${table} TO permit_officer, permit_auditor`);
  }
  await knex.raw('GRANT SELECT ON roles_in_force TO permit_job');
}

/** People reach these tables through acts of the job class only. */
async function forJobsOnly(knex: Knex, table: string): Promise<void> {
  await knex.raw(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON ${table} TO permit_job`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER account_roles_not_to_oneself ON account_roles; DROP FUNCTION no_role_to_oneself();
    DROP TRIGGER applications_decided_by_a_registrar ON applications; DROP FUNCTION decided_by_a_registrar();
    DROP VIEW roles_in_force; DROP TABLE acting_persons; DROP TABLE acting_orders; DROP TABLE account_claims;
    DROP TABLE machine_key_usage; DROP TABLE machine_keys;
    ALTER TABLE applications DROP COLUMN delegation_id, DROP COLUMN principal_party;
    DROP TABLE delegations; DROP TABLE counter_recoveries; DROP TABLE account_codes;
    ALTER TABLE sessions DROP COLUMN seen_at; ALTER TABLE accounts DROP COLUMN pending_factor_sealed;
    ALTER TABLE people DROP COLUMN natural_person;
  `);
}
