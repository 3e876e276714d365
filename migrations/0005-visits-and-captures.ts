import type { Knex } from 'knex';

/** Stations, visits, sealed captures, templates, holds and verifications. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE stations (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT stations_public_id_unique UNIQUE,
      centre_party uuid NOT NULL CONSTRAINT stations_centre REFERENCES parties,
      account_id uuid NOT NULL CONSTRAINT stations_account_unique UNIQUE CONSTRAINT stations_account REFERENCES accounts,
      name text NOT NULL,
      kind text NOT NULL CONSTRAINT stations_kind_known CHECK (kind IN ('counter', 'biometric', 'van', 'print-host')),
      device_public_key bytea NOT NULL,
      last_counter bigint NOT NULL DEFAULT 0,
      last_packet_hash bytea,
      enrolled_by uuid NOT NULL CONSTRAINT stations_enrolled_by REFERENCES people,
      enrolled_at timestamptz NOT NULL DEFAULT now(),
      seen_at timestamptz,
      revoked_at timestamptz,
      revoked_because text
    );
    CREATE INDEX stations_centre_party ON stations (centre_party);
    CREATE INDEX stations_enrolled_by_id ON stations (enrolled_by);
    CREATE TABLE station_operators (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT station_operators_public_id_unique UNIQUE,
      station_id uuid NOT NULL CONSTRAINT station_operators_station REFERENCES stations,
      person_id uuid NOT NULL CONSTRAINT station_operators_person REFERENCES people,
      public_key bytea NOT NULL,
      since timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz
    );
    CREATE INDEX station_operators_station_id ON station_operators (station_id);
    CREATE INDEX station_operators_person_id ON station_operators (person_id);

    CREATE TABLE visits (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT visits_public_id_unique UNIQUE,
      application_id uuid NOT NULL CONSTRAINT visits_application REFERENCES applications,
      centre_party uuid NOT NULL CONSTRAINT visits_centre REFERENCES parties,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      purpose text NOT NULL CONSTRAINT visits_purpose_known CHECK (purpose IN ('capture', 'collect')),
      day date NOT NULL,
      ticket integer NOT NULL,
      counter text,
      called_at timestamptz,
      paper_seen text,
      checked_in_by uuid CONSTRAINT visits_checked_in_by REFERENCES people,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT visits_ticket_unique UNIQUE (centre_party, day, ticket)
    );
    CREATE UNIQUE INDEX visits_one_open_a_case ON visits (application_id) WHERE state IN ('booked', 'ticketed', 'checked-in', 'in-progress');
    CREATE INDEX visits_application_id ON visits (application_id);
    CREATE INDEX visits_waiting ON visits (centre_party, day, state, ticket);
    CREATE TRIGGER visits_moves AFTER INSERT OR UPDATE OF state ON visits
      FOR EACH ROW EXECUTE FUNCTION record_move('visit', 'application_id');
    CREATE TABLE ticket_counters (
      centre_party uuid NOT NULL CONSTRAINT ticket_counters_centre REFERENCES parties,
      day date NOT NULL,
      last integer NOT NULL,
      PRIMARY KEY (centre_party, day)
    );

    CREATE TABLE captures (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT captures_public_id_unique UNIQUE,
      application_id uuid NOT NULL CONSTRAINT captures_application REFERENCES applications,
      visit_id uuid NOT NULL CONSTRAINT captures_visit REFERENCES visits,
      station_id uuid NOT NULL CONSTRAINT captures_station REFERENCES stations,
      operator_person uuid NOT NULL CONSTRAINT captures_operator REFERENCES people,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      counter bigint NOT NULL,
      packet_hash bytea NOT NULL CONSTRAINT captures_packet_unique UNIQUE,
      packet_blob text NOT NULL,
      receipt_key_id text NOT NULL,
      receipt_signature bytea NOT NULL,
      received_at timestamptz NOT NULL,
      -- Kinds, positions, qualities, how the notice was told; nothing that names or shows the person.
      summary jsonb NOT NULL DEFAULT '{}',
      portrait_blob text,
      reason text,
      CONSTRAINT captures_counter_unique UNIQUE (station_id, counter)
    );
    CREATE INDEX captures_application_id ON captures (application_id);
    CREATE INDEX captures_visit_id ON captures (visit_id);
    CREATE INDEX captures_operator_person ON captures (operator_person);
    CREATE INDEX captures_held ON captures (state, state_since) WHERE state IN ('received', 'searching', 'held');
    CREATE TRIGGER captures_moves AFTER INSERT OR UPDATE OF state ON captures
      FOR EACH ROW EXECUTE FUNCTION record_move('capture', 'application_id');

    -- What did not pass its checks is kept, with the reason, and never processed.
    CREATE TABLE packets_set_aside (
      id uuid PRIMARY KEY,
      station_id uuid NOT NULL CONSTRAINT packets_set_aside_station REFERENCES stations,
      packet_hash bytea NOT NULL,
      packet_blob text,
      code text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX packets_set_aside_station_id ON packets_set_aside (station_id);

    -- Order of enrolment; taken under the search lock, so that whoever follows it misses nothing.
    CREATE SEQUENCE enrolment_running;
    CREATE TABLE biometric_templates (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL CONSTRAINT biometric_templates_person REFERENCES people,
      capture_id uuid NOT NULL CONSTRAINT biometric_templates_capture REFERENCES captures,
      modality text NOT NULL CONSTRAINT biometric_templates_modality_known CHECK (modality IN ('finger', 'iris')),
      position text NOT NULL,
      engine text NOT NULL,
      quality real NOT NULL,
      sealed bytea NOT NULL,
      enrolment_no bigint CONSTRAINT biometric_templates_enrolment_unique UNIQUE,
      retired_at timestamptz,
      CONSTRAINT biometric_templates_once UNIQUE (capture_id, modality, position)
    );
    CREATE INDEX biometric_templates_person_id ON biometric_templates (person_id);
    CREATE INDEX biometric_templates_enrolled ON biometric_templates (modality, enrolment_no) WHERE enrolment_no IS NOT NULL;

    CREATE TABLE hold_candidates (
      capture_id uuid NOT NULL CONSTRAINT hold_candidates_capture REFERENCES captures,
      person_id uuid NOT NULL CONSTRAINT hold_candidates_person REFERENCES people,
      application_id uuid CONSTRAINT hold_candidates_application REFERENCES applications,
      scores jsonb NOT NULL,
      PRIMARY KEY (capture_id, person_id)
    );
    CREATE INDEX hold_candidates_person_id ON hold_candidates (person_id);
    CREATE INDEX hold_candidates_application_id ON hold_candidates (application_id);
    CREATE TABLE adjudications (
      capture_id uuid PRIMARY KEY CONSTRAINT adjudications_capture REFERENCES captures,
      same_person boolean NOT NULL,
      reason text NOT NULL,
      decided_by uuid NOT NULL CONSTRAINT adjudications_decided_by REFERENCES people,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX adjudications_decided_by_id ON adjudications (decided_by);

    CREATE TABLE verifications (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT verifications_public_id_unique UNIQUE,
      visit_id uuid NOT NULL CONSTRAINT verifications_visit REFERENCES visits,
      application_id uuid NOT NULL CONSTRAINT verifications_application REFERENCES applications,
      station_id uuid NOT NULL CONSTRAINT verifications_station REFERENCES stations,
      modality text NOT NULL,
      position text NOT NULL,
      score real NOT NULL,
      verified boolean NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      used_at timestamptz
    );
    CREATE INDEX verifications_visit_id ON verifications (visit_id);
    CREATE INDEX verifications_application_id ON verifications (application_id);
    CREATE INDEX verifications_station_id ON verifications (station_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE verifications; DROP TABLE adjudications; DROP TABLE hold_candidates; DROP TABLE biometric_templates; DROP SEQUENCE enrolment_running;
    DROP TABLE packets_set_aside; DROP TABLE captures; DROP TABLE ticket_counters; DROP TABLE visits;
    DROP TABLE station_operators; DROP TABLE stations;
  `);
}
