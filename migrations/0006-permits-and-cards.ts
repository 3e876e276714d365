import type { Knex } from 'knex';

/** Permits, print orders, blanks and their ledger, finished cards. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE permits (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT permits_public_id_unique UNIQUE,
      permit_no text NOT NULL CONSTRAINT permits_number_unique UNIQUE,
      application_id uuid NOT NULL CONSTRAINT permits_application_unique UNIQUE CONSTRAINT permits_application REFERENCES applications,
      worker_person uuid NOT NULL CONSTRAINT permits_worker REFERENCES people,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      category text NOT NULL,
      valid_from date NOT NULL,
      valid_to date NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      -- Place of the card's code in the status list.
      status_index integer NOT NULL CONSTRAINT permits_status_index_unique UNIQUE,
      qr text NOT NULL,
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT permits_period_forward CHECK (valid_to >= valid_from)
    );
    CREATE INDEX permits_worker_person ON permits (worker_person);
    -- Nobody holds two permits (per person; per body: iris 1:N).
    CREATE UNIQUE INDEX permits_one_in_force ON permits (worker_person) WHERE state IN ('active', 'renewal-pending');
    CREATE TRIGGER permits_moves AFTER INSERT OR UPDATE OF state ON permits
      FOR EACH ROW EXECUTE FUNCTION record_move('permit', 'application_id');
    CREATE SEQUENCE permit_running MAXVALUE 99999999;
    CREATE SEQUENCE status_running MINVALUE 0 MAXVALUE 2147483647;

    CREATE TABLE print_orders (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT print_orders_public_id_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT print_orders_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT print_orders_application REFERENCES applications,
      centre_party uuid NOT NULL CONSTRAINT print_orders_centre REFERENCES parties,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      revision integer NOT NULL,
      -- 0 for the card itself; a two-person reprint opens the next number (promises.md I4).
      reprint_no integer NOT NULL DEFAULT 0,
      -- A spoiled attempt gives way to the next one.
      attempt integer NOT NULL DEFAULT 1,
      asked_by uuid CONSTRAINT print_orders_asked_by REFERENCES people,
      granted_by uuid CONSTRAINT print_orders_granted_by REFERENCES people,
      priority integer NOT NULL DEFAULT 0,
      lease_no integer NOT NULL DEFAULT 0,
      lease_until timestamptz,
      lease_account uuid CONSTRAINT print_orders_lease_account REFERENCES accounts,
      blank_serial text,
      rendering_sha256 bytea,
      rendering_blob text,
      rendering_signature bytea,
      problem text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT print_orders_attempt_unique UNIQUE (permit_id, revision, reprint_no, attempt),
      CONSTRAINT print_orders_reprint_two_persons CHECK (
        reprint_no = 0 OR (asked_by IS NOT NULL AND granted_by IS NOT NULL AND asked_by <> granted_by)
      ),
      CONSTRAINT print_orders_sending_has_serial CHECK (
        state NOT IN ('reserved', 'sending', 'unknown', 'printed', 'passed') OR blank_serial IS NOT NULL
      ),
      CONSTRAINT print_orders_sending_has_rendering CHECK (
        state IN ('queued', 'cancelled', 'spoiled') OR rendering_sha256 IS NOT NULL
      )
    );
    CREATE INDEX print_orders_application_id ON print_orders (application_id);
    CREATE INDEX print_orders_lane ON print_orders (state, centre_party, priority DESC, created_at);
    CREATE INDEX print_orders_lease_account_id ON print_orders (lease_account);
    -- At most one attempt of a card may ever have reached a printer without having been spoiled.
    CREATE UNIQUE INDEX print_orders_one_card ON print_orders (permit_id, revision, reprint_no)
      WHERE state IN ('reserved', 'sending', 'unknown', 'printed', 'passed');
    -- At most one card per blank, ever; only a released reservation gives its serial back.
    CREATE UNIQUE INDEX print_orders_one_serial ON print_orders (blank_serial) WHERE blank_serial IS NOT NULL;
    CREATE TRIGGER print_orders_moves AFTER INSERT OR UPDATE OF state ON print_orders
      FOR EACH ROW EXECUTE FUNCTION record_move('print-order', 'application_id');

    CREATE TABLE blanks (
      serial text PRIMARY KEY,
      centre_party uuid NOT NULL CONSTRAINT blanks_centre REFERENCES parties,
      box text NOT NULL,
      state text NOT NULL DEFAULT 'blank' CONSTRAINT blanks_state_known CHECK (state IN ('blank', 'reserved', 'issued', 'spoiled', 'quarantined', 'destroyed')),
      print_order_id uuid CONSTRAINT blanks_print_order REFERENCES print_orders,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX blanks_centre_state ON blanks (centre_party, state);
    CREATE INDEX blanks_print_order_id ON blanks (print_order_id);
    CREATE TABLE stock_movements (
      id uuid PRIMARY KEY,
      centre_party uuid NOT NULL CONSTRAINT stock_movements_centre REFERENCES parties,
      kind text NOT NULL CONSTRAINT stock_movements_kind_known CHECK (kind IN ('received', 'moved-in', 'moved-out', 'reserved', 'released', 'issued', 'spoiled', 'quarantined', 'destroyed')),
      box text NOT NULL,
      serial_first text NOT NULL,
      serial_last text NOT NULL,
      count integer NOT NULL CONSTRAINT stock_movements_count_positive CHECK (count > 0),
      by_person uuid CONSTRAINT stock_movements_by REFERENCES people,
      second_person uuid CONSTRAINT stock_movements_second REFERENCES people,
      print_order_id uuid,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT stock_movements_two_persons CHECK (second_person IS NULL OR second_person <> by_person)
    );
    CREATE INDEX stock_movements_centre_at ON stock_movements (centre_party, at);
    CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE cards (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT cards_public_id_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT cards_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT cards_application REFERENCES applications,
      print_order_id uuid NOT NULL CONSTRAINT cards_print_order_unique UNIQUE CONSTRAINT cards_print_order REFERENCES print_orders,
      serial text NOT NULL CONSTRAINT cards_serial_unique UNIQUE,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      centre_party uuid NOT NULL CONSTRAINT cards_centre REFERENCES parties,
      verification_id uuid CONSTRAINT cards_verification REFERENCES verifications,
      handed_over_by uuid CONSTRAINT cards_handed_over_by REFERENCES people,
      second_person uuid CONSTRAINT cards_second_person REFERENCES people,
      handed_over_at timestamptz,
      CONSTRAINT cards_handed_over_to_someone_known CHECK (
        state <> 'handed-over' OR (handed_over_by IS NOT NULL AND (verification_id IS NOT NULL OR second_person IS NOT NULL))
      ),
      CONSTRAINT cards_two_persons CHECK (second_person IS NULL OR second_person <> handed_over_by)
    );
    CREATE INDEX cards_permit_id ON cards (permit_id);
    CREATE INDEX cards_application_id ON cards (application_id);
    CREATE INDEX cards_verification_id ON cards (verification_id);
    CREATE TRIGGER cards_moves AFTER INSERT OR UPDATE OF state ON cards
      FOR EACH ROW EXECUTE FUNCTION record_move('card', 'application_id');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE cards; DROP TABLE stock_movements; DROP TABLE blanks; DROP TABLE print_orders;
    DROP SEQUENCE status_running; DROP SEQUENCE permit_running; DROP TABLE permits;
  `);
}
