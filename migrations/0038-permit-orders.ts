import type { Knex } from 'knex';

const OPEN_TO_CALLER = (table: string) => `EXISTS (
  SELECT 1 FROM case_access a WHERE a.application_id = ${table}.application_id AND a.party_id = ANY (caller_parties())
    AND (a.until IS NULL OR a.until > now()))`;

/**
 * Orders that end a permit, with a running number and the words of the registrar; requests to end one; and appeals
 * against an order beside those against a refusal (docs/decisions/0060).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- One row a year, locked by whoever takes the next number: the register has no gaps.
    CREATE TABLE permit_order_series (
      year integer PRIMARY KEY,
      last integer NOT NULL CONSTRAINT permit_order_series_positive CHECK (last > 0)
    );

    CREATE TABLE permit_end_requests (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT permit_end_requests_public_id_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT permit_end_requests_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT permit_end_requests_application REFERENCES applications,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz,
      -- Version of the service REV that its clock was read from.
      catalogue_version text NOT NULL,
      side text NOT NULL CONSTRAINT permit_end_requests_side_known CHECK (side IN ('holder', 'employer')),
      -- The exit notice that the request rests on.
      notice_id uuid CONSTRAINT permit_end_requests_notice REFERENCES notices,
      words_sealed bytea NOT NULL,
      asked_by uuid NOT NULL CONSTRAINT permit_end_requests_asked_by REFERENCES people,
      asked_at timestamptz NOT NULL,
      decided_by uuid CONSTRAINT permit_end_requests_decided_by REFERENCES people,
      decided_at timestamptz,
      answer_sealed bytea,
      CONSTRAINT permit_end_requests_decided_whole CHECK (
        (state IN ('granted', 'refused')) = (decided_by IS NOT NULL) AND (decided_by IS NULL) = (decided_at IS NULL)
      ),
      CONSTRAINT permit_end_requests_another_person CHECK (decided_by IS NULL OR decided_by <> asked_by)
    );
    CREATE UNIQUE INDEX permit_end_requests_one_open ON permit_end_requests (permit_id) WHERE state = 'asked';
    CREATE INDEX permit_end_requests_permit_id ON permit_end_requests (permit_id);
    CREATE INDEX permit_end_requests_application_id ON permit_end_requests (application_id);
    CREATE INDEX permit_end_requests_notice_id ON permit_end_requests (notice_id);
    CREATE INDEX permit_end_requests_asked_by_id ON permit_end_requests (asked_by);
    CREATE INDEX permit_end_requests_decided_by_id ON permit_end_requests (decided_by);
    CREATE TRIGGER permit_end_requests_moves AFTER INSERT OR UPDATE OF state ON permit_end_requests
      FOR EACH ROW EXECUTE FUNCTION record_move('permit-end', 'application_id');

    CREATE TABLE permit_orders (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT permit_orders_public_id_unique UNIQUE,
      -- 000001/2569: counted within a Buddhist year.
      number text NOT NULL CONSTRAINT permit_orders_number_unique UNIQUE,
      permit_id uuid NOT NULL CONSTRAINT permit_orders_permit REFERENCES permits,
      application_id uuid NOT NULL CONSTRAINT permit_orders_application REFERENCES applications,
      kind text NOT NULL CONSTRAINT permit_orders_kind_known CHECK (kind IN ('revoked', 'cancelled')),
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      -- The last day of an appeal while it may be filed, then of its decision.
      due_at timestamptz,
      ground text NOT NULL,
      catalogue_version text NOT NULL,
      words_sealed bytea NOT NULL,
      -- What the permit was: what it is again where the order is set aside.
      permit_was text NOT NULL,
      end_request_id uuid CONSTRAINT permit_orders_one_a_request UNIQUE
        CONSTRAINT permit_orders_end_request REFERENCES permit_end_requests,
      ordered_by uuid NOT NULL CONSTRAINT permit_orders_ordered_by REFERENCES people,
      ordered_at timestamptz NOT NULL,
      CONSTRAINT permit_orders_request_where_asked CHECK ((kind = 'cancelled') = (end_request_id IS NOT NULL))
    );
    CREATE UNIQUE INDEX permit_orders_one_standing ON permit_orders (permit_id) WHERE state <> 'set-aside';
    CREATE INDEX permit_orders_permit_id ON permit_orders (permit_id);
    CREATE INDEX permit_orders_application_id ON permit_orders (application_id);
    CREATE INDEX permit_orders_ordered_by_id ON permit_orders (ordered_by);
    CREATE TRIGGER permit_orders_moves AFTER INSERT OR UPDATE OF state ON permit_orders
      FOR EACH ROW EXECUTE FUNCTION record_move('permit-order', 'application_id');

    -- A case is appealed once against its refusal and once against each order.
    ALTER TABLE appeals
      ADD COLUMN order_id uuid CONSTRAINT appeals_one_an_order UNIQUE CONSTRAINT appeals_order REFERENCES permit_orders,
      DROP CONSTRAINT appeals_one_a_case;
    CREATE UNIQUE INDEX appeals_one_a_refusal ON appeals (application_id) WHERE order_id IS NULL;
    CREATE INDEX appeals_application_id ON appeals (application_id);
    GRANT SELECT, INSERT, UPDATE ON permit_order_series TO permit_job;
  `);
  for (const table of ['permit_orders', 'permit_end_requests'])
    await knex.raw(`
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_of_caller ON ${table} TO permit_applicant, permit_contractor, permit_officer
        USING (${OPEN_TO_CALLER(table)}) WITH CHECK (${OPEN_TO_CALLER(table)});
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON ${table} TO permit_job;
    `);
  await knex.raw(`
    GRANT SELECT ON permit_orders TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON permit_orders TO permit_officer;
    GRANT SELECT, INSERT ON permit_end_requests TO permit_applicant, permit_contractor;
    GRANT SELECT, UPDATE ON permit_end_requests TO permit_officer;
  `);
}

/** Appeals against orders have no place in the schema of before, so they go with their orders. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE appeal_steps DISABLE TRIGGER appeal_steps_append_only;
    DELETE FROM appeal_steps WHERE appeal_id IN (SELECT id FROM appeals WHERE order_id IS NOT NULL);
    ALTER TABLE appeal_steps ENABLE TRIGGER appeal_steps_append_only;
    DELETE FROM appeals WHERE order_id IS NOT NULL;
    DROP INDEX appeals_application_id; DROP INDEX appeals_one_a_refusal;
    ALTER TABLE appeals DROP COLUMN order_id, ADD CONSTRAINT appeals_one_a_case UNIQUE (application_id);
    DROP TABLE permit_orders; DROP TABLE permit_end_requests; DROP TABLE permit_order_series;
  `);
}
