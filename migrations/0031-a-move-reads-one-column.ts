import type { Knex } from 'knex';

const recordMove = (application: string) => `
  CREATE OR REPLACE FUNCTION record_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  ${application}
    IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
      INSERT INTO state_history (machine, record_id, application_id, from_state, to_state, actor_person, actor_role, reason)
      VALUES (TG_ARGV[0], NEW.id, application,
              CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END, NEW.state,
              caller_person(), caller_role(), caller_reason());
    END IF;
    RETURN NULL;
  END $$;`;

/**
 * The history of a move wrote the whole row as JSON (sealed columns and all) to read one id of it: a third of a
 * filing's time in the database.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    recordMove(`
  DECLARE application uuid;
  BEGIN
    -- Some tables have no such column, and only JSON can be asked for a name that may be missing.
    IF TG_ARGV[1] = 'id' THEN application := NEW.id;
    ELSE application := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
    END IF;`),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    recordMove(`
  DECLARE application uuid := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  BEGIN`),
  );
}
