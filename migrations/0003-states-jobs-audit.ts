import type { Knex } from 'knex';

/**
 * What every feature stands on: the published transitions and the history that references them, job rows with
 * leases, and the append-only audit with its chain.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A record's birth is the move from ''.
    CREATE TABLE state_transitions (
      machine text NOT NULL,
      from_state text NOT NULL,
      to_state text NOT NULL,
      PRIMARY KEY (machine, from_state, to_state)
    );
    CREATE TABLE state_history (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      machine text NOT NULL,
      record_id uuid NOT NULL,
      application_id uuid,
      from_state text NOT NULL,
      to_state text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      actor_person uuid,
      actor_role text NOT NULL,
      reason text,
      CONSTRAINT state_history_published_move FOREIGN KEY (machine, from_state, to_state) REFERENCES state_transitions
    );
    CREATE INDEX state_history_record ON state_history (record_id, id);
    CREATE INDEX state_history_application ON state_history (application_id, id);
    CREATE TRIGGER state_history_append_only BEFORE UPDATE OR DELETE ON state_history
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- Hangs on every table with a state: the history cannot be forgotten and a move off the table is refused.
    CREATE FUNCTION record_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE application uuid := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
    BEGIN
      IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
        INSERT INTO state_history (machine, record_id, application_id, from_state, to_state, actor_person, actor_role, reason)
        VALUES (TG_ARGV[0], NEW.id, application,
                CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END, NEW.state,
                caller_person(), caller_role(), caller_reason());
      END IF;
      RETURN NULL;
    END $$;

    CREATE TABLE jobs (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      -- Ids only, never personal data.
      subject jsonb NOT NULL,
      once_key text CONSTRAINT jobs_once UNIQUE,
      state text NOT NULL DEFAULT 'due' CONSTRAINT jobs_state_known CHECK (state IN ('due', 'leased', 'done', 'failed')),
      attempts integer NOT NULL DEFAULT 0,
      run_at timestamptz NOT NULL DEFAULT now(),
      lease_no bigint NOT NULL DEFAULT 0,
      lease_until timestamptz,
      last_problem text,
      created_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz
    );
    CREATE INDEX jobs_due ON jobs (kind, run_at) WHERE state IN ('due', 'leased');
    CREATE INDEX jobs_failed ON jobs (finished_at) WHERE state = 'failed';

    CREATE TABLE audit_entries (
      id uuid PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      actor_person uuid,
      actor_role text NOT NULL,
      act text NOT NULL,
      subject_kind text NOT NULL,
      subject_id text NOT NULL,
      application_id uuid,
      purpose text NOT NULL,
      detail jsonb NOT NULL DEFAULT '{}',
      request_id text NOT NULL
    );
    CREATE INDEX audit_entries_application ON audit_entries (application_id, at);
    CREATE TABLE audit_chain (
      position bigint PRIMARY KEY CONSTRAINT audit_chain_positive CHECK (position > 0),
      entry_id uuid NOT NULL CONSTRAINT audit_chain_once UNIQUE CONSTRAINT audit_chain_entry REFERENCES audit_entries,
      hash bytea NOT NULL
    );
    -- What the sealer has still to chain; kept by a trigger, so that no act can leave it out.
    CREATE TABLE audit_unsealed (
      entry_id uuid PRIMARY KEY CONSTRAINT audit_unsealed_entry REFERENCES audit_entries
    );
    CREATE FUNCTION await_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id);
      RETURN NULL;
    END $$;
    CREATE TRIGGER audit_entries_await_sealing AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION await_sealing();
    CREATE TABLE audit_seals (
      position bigint PRIMARY KEY CONSTRAINT audit_seals_position REFERENCES audit_chain,
      hash bytea NOT NULL,
      key_id text NOT NULL,
      signature bytea NOT NULL,
      anchor_kind text NOT NULL,
      at timestamptz NOT NULL DEFAULT now()
    );
  `);
  for (const table of ['audit_entries', 'audit_chain', 'audit_seals']) {
    await knex.raw(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE audit_seals; DROP TABLE audit_chain; DROP TABLE audit_unsealed; DROP TABLE audit_entries;
    DROP FUNCTION await_sealing(); DROP TABLE jobs;
    DROP FUNCTION record_move(); DROP TABLE state_history; DROP TABLE state_transitions;
  `);
}
