import type { Knex } from 'knex';

/** Reprints asked and granted, codes that were replaced, revocations, stock that moves between centres. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE reprint_requests (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT reprint_requests_public_id_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT reprint_requests_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT reprint_requests_application REFERENCES applications,
      centre_party uuid NOT NULL CONSTRAINT reprint_requests_centre REFERENCES parties,
      reason text NOT NULL,
      asked_by uuid NOT NULL CONSTRAINT reprint_requests_asked_by REFERENCES people,
      asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      granted_by uuid CONSTRAINT reprint_requests_granted_by REFERENCES people,
      granted_at timestamptz,
      print_order_id uuid CONSTRAINT reprint_requests_print_order REFERENCES print_orders,
      -- Persons, not accounts (promises.md I6).
      CONSTRAINT reprint_requests_two_persons CHECK (granted_by IS NULL OR granted_by <> asked_by),
      CONSTRAINT reprint_requests_granted_whole CHECK (
        (granted_by IS NULL) = (granted_at IS NULL) AND (granted_by IS NULL) = (print_order_id IS NULL)
      )
    );
    CREATE UNIQUE INDEX reprint_requests_one_open ON reprint_requests (permit_id) WHERE granted_by IS NULL;
    CREATE INDEX reprint_requests_application_id ON reprint_requests (application_id);
    CREATE INDEX reprint_requests_print_order_id ON reprint_requests (print_order_id);

    -- The places in the status list of cards that a reprint made void.
    CREATE TABLE replaced_codes (
      status_index integer PRIMARY KEY,
      permit_id uuid NOT NULL CONSTRAINT replaced_codes_permit REFERENCES permits,
      reprint_request_id uuid NOT NULL CONSTRAINT replaced_codes_request REFERENCES reprint_requests,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX replaced_codes_permit_id ON replaced_codes (permit_id);
    CREATE INDEX replaced_codes_request_id ON replaced_codes (reprint_request_id);
    CREATE TRIGGER replaced_codes_append_only BEFORE UPDATE OR DELETE ON replaced_codes
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE permits
      -- One place for all phone codes of a permit: each lives a day, so none has to be told from the next.
      ADD COLUMN digital_status_index integer CONSTRAINT permits_digital_index_unique UNIQUE,
      ADD COLUMN revoked_by uuid CONSTRAINT permits_revoked_by REFERENCES people,
      ADD COLUMN revoked_ground text,
      ADD COLUMN revoked_reason text,
      ADD CONSTRAINT permits_revoked_by_someone CHECK (
        state <> 'revoked' OR (revoked_by IS NOT NULL AND revoked_ground IS NOT NULL)
      );

    ALTER TABLE stock_movements
      ADD COLUMN other_centre uuid CONSTRAINT stock_movements_other_centre REFERENCES parties,
      ADD COLUMN reason text,
      ADD CONSTRAINT stock_movements_witnessed CHECK (
        kind NOT IN ('moved-in', 'moved-out', 'destroyed') OR (by_person IS NOT NULL AND second_person IS NOT NULL)
      ),
      ADD CONSTRAINT stock_movements_move_has_two_ends CHECK (
        (kind IN ('moved-in', 'moved-out')) = (other_centre IS NOT NULL)
      );

    ALTER TABLE reprint_requests ENABLE ROW LEVEL SECURITY;
    CREATE POLICY reprint_requests_of_caller ON reprint_requests TO permit_contractor, permit_officer
      USING (EXISTS (
        SELECT 1 FROM case_access a WHERE a.application_id = reprint_requests.application_id
          AND a.party_id = ANY (caller_parties()) AND (a.until IS NULL OR a.until > now())));
    CREATE POLICY reprint_requests_jobs ON reprint_requests TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON reprint_requests TO permit_contractor;
    GRANT SELECT ON reprint_requests TO permit_officer;
    GRANT SELECT, INSERT, UPDATE ON reprint_requests TO permit_job;
    GRANT SELECT, INSERT ON replaced_codes TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE stock_movements
      DROP CONSTRAINT stock_movements_move_has_two_ends, DROP CONSTRAINT stock_movements_witnessed,
      DROP COLUMN reason, DROP COLUMN other_centre;
    ALTER TABLE permits
      DROP CONSTRAINT permits_revoked_by_someone, DROP COLUMN revoked_reason, DROP COLUMN revoked_ground,
      DROP COLUMN revoked_by, DROP COLUMN digital_status_index;
    DROP TABLE replaced_codes; DROP TABLE reprint_requests;
  `);
}
