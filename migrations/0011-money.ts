import type { Knex } from 'knex';
import { protectMoney } from './0011-money-access.ts';

/**
 * Bills of many, receipts without gaps, money that fits nothing, refunds by two persons, and the day's
 * reconciliation with the bank.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE bills
      -- One line for each price of the bill: {code, satang}. Older bills have one price, their kind.
      ADD COLUMN lines jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN paid_by text CONSTRAINT bills_paid_by REFERENCES payments;
    UPDATE bills b SET paid_by = p.bank_reference FROM payments p
      WHERE p.bill_id = b.id AND p.outcome = 'recorded' AND b.paid_at IS NOT NULL;
    ALTER TABLE bills ADD CONSTRAINT bills_paid_by_money CHECK ((paid_at IS NULL) = (paid_by IS NULL));
    CREATE INDEX bills_paid_by_reference ON bills (paid_by);
    CREATE INDEX bills_open ON bills (due_at) WHERE paid_at IS NULL;
    CREATE FUNCTION refuse_second_payment() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.paid_at IS NOT NULL AND (NEW.paid_at, NEW.paid_by) IS DISTINCT FROM (OLD.paid_at, OLD.paid_by) THEN
        RAISE EXCEPTION 'a bill is paid once' USING ERRCODE = 'check_violation';
      END IF;
      IF (NEW.amount_satang, NEW.ref1, NEW.ref2, NEW.lines) IS DISTINCT FROM (OLD.amount_satang, OLD.ref1, OLD.ref2, OLD.lines) THEN
        RAISE EXCEPTION 'what a bill asks for never changes' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER bills_paid_once BEFORE UPDATE ON bills FOR EACH ROW EXECUTE FUNCTION refuse_second_payment();

    CREATE SEQUENCE group_running MAXVALUE 9999999999;
    CREATE TABLE bill_groups (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT bill_groups_public_id_unique UNIQUE,
      number text NOT NULL CONSTRAINT bill_groups_number_unique UNIQUE CONSTRAINT bill_groups_number_digits CHECK (number ~ '^[0-9]{14}$'),
      party_id uuid NOT NULL CONSTRAINT bill_groups_party REFERENCES parties,
      created_by uuid NOT NULL CONSTRAINT bill_groups_created_by REFERENCES people,
      amount_satang bigint NOT NULL CONSTRAINT bill_groups_amount_positive CHECK (amount_satang > 0),
      ref1 text NOT NULL CONSTRAINT bill_groups_ref1_digits CHECK (ref1 ~ '^[0-9]{18}$'),
      ref2 text NOT NULL CONSTRAINT bill_groups_ref2_digits CHECK (ref2 ~ '^[0-9]{15}$'),
      due_at timestamptz NOT NULL,
      -- Another group with the same bills was made later; money for this one still counts.
      superseded_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT bill_groups_refs_unique UNIQUE (ref1, ref2)
    );
    CREATE INDEX bill_groups_party_id ON bill_groups (party_id);
    CREATE INDEX bill_groups_created_by_id ON bill_groups (created_by);
    CREATE TABLE bill_group_members (
      group_id uuid NOT NULL CONSTRAINT bill_group_members_group REFERENCES bill_groups,
      bill_id uuid NOT NULL CONSTRAINT bill_group_members_bill REFERENCES bills,
      PRIMARY KEY (group_id, bill_id)
    );
    CREATE INDEX bill_group_members_bill_id ON bill_group_members (bill_id);
    CREATE TRIGGER bill_group_members_append_only BEFORE UPDATE OR DELETE ON bill_group_members
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE payments
      ADD COLUMN group_id uuid CONSTRAINT payments_group REFERENCES bill_groups,
      -- reported: the bank called; asked: we found it when we asked the bank.
      ADD COLUMN heard text NOT NULL DEFAULT 'reported' CONSTRAINT payments_heard_known CHECK (heard IN ('reported', 'asked'));
    CREATE INDEX payments_group_id ON payments (group_id);
    CREATE INDEX payments_paid_at ON payments (paid_at);

    CREATE TABLE set_aside_money (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT set_aside_money_public_id_unique UNIQUE,
      bank_reference text NOT NULL CONSTRAINT set_aside_money_payment REFERENCES payments CONSTRAINT set_aside_money_once UNIQUE,
      amount_satang bigint NOT NULL CONSTRAINT set_aside_money_positive CHECK (amount_satang > 0),
      problem text NOT NULL,
      bill_id uuid CONSTRAINT set_aside_money_bill REFERENCES bills,
      group_id uuid CONSTRAINT set_aside_money_group REFERENCES bill_groups,
      application_id uuid,
      found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      settled_as text CONSTRAINT set_aside_money_settled_known CHECK (settled_as IN ('explained', 'return')),
      settled_by uuid CONSTRAINT set_aside_money_settled_by REFERENCES people,
      settled_at timestamptz,
      reason text,
      CONSTRAINT set_aside_money_settled_whole CHECK (
        (settled_as IS NULL) = (settled_by IS NULL) AND (settled_as IS NULL) = (settled_at IS NULL)
        AND (settled_as IS NULL) = (reason IS NULL)
      )
    );
    CREATE INDEX set_aside_money_open ON set_aside_money (found_at) WHERE settled_as IS NULL;
    CREATE INDEX set_aside_money_application_id ON set_aside_money (application_id);
    CREATE INDEX set_aside_money_bill_id ON set_aside_money (bill_id);
    CREATE INDEX set_aside_money_group_id ON set_aside_money (group_id);
    CREATE INDEX set_aside_money_settled_by_id ON set_aside_money (settled_by);
    INSERT INTO set_aside_money (id, public_id, bank_reference, amount_satang, problem, bill_id, application_id, found_at)
      SELECT gen_random_uuid(), replace(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '=', ''),
             bank_reference, amount_satang, coalesce(problem, 'no-such-bill'), bill_id, application_id, received_at
      FROM payments WHERE outcome = 'set-aside';

    -- The last number of each series; the row is locked from the numbering to the commit, so none is left out.
    CREATE TABLE receipt_series (
      series text PRIMARY KEY,
      last integer NOT NULL CONSTRAINT receipt_series_not_negative CHECK (last >= 0)
    );
    CREATE TABLE receipts (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT receipts_public_id_unique UNIQUE,
      series text NOT NULL CONSTRAINT receipts_series REFERENCES receipt_series,
      running integer NOT NULL CONSTRAINT receipts_running_positive CHECK (running > 0),
      number text NOT NULL CONSTRAINT receipts_number_unique UNIQUE,
      bill_id uuid NOT NULL CONSTRAINT receipts_bill REFERENCES bills,
      application_id uuid NOT NULL CONSTRAINT receipts_application REFERENCES applications,
      line_no integer NOT NULL,
      fee_code text NOT NULL,
      amount_satang bigint NOT NULL CONSTRAINT receipts_amount_positive CHECK (amount_satang > 0),
      bank_reference text NOT NULL CONSTRAINT receipts_payment REFERENCES payments,
      payer_party uuid NOT NULL CONSTRAINT receipts_payer REFERENCES parties,
      paid_at timestamptz NOT NULL,
      issued_at timestamptz NOT NULL,
      CONSTRAINT receipts_in_series UNIQUE (series, running),
      CONSTRAINT receipts_one_a_price UNIQUE (bill_id, line_no)
    );
    CREATE INDEX receipts_application_id ON receipts (application_id);
    CREATE INDEX receipts_bank_reference ON receipts (bank_reference);
    CREATE INDEX receipts_payer_party ON receipts (payer_party);
    CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE ON receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER receipts_never_emptied BEFORE TRUNCATE ON receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE SEQUENCE refund_running MAXVALUE 99999999;
    CREATE TABLE refunds (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT refunds_public_id_unique UNIQUE,
      number text NOT NULL CONSTRAINT refunds_number_unique UNIQUE,
      bill_id uuid CONSTRAINT refunds_bill REFERENCES bills,
      set_aside_id uuid CONSTRAINT refunds_set_aside REFERENCES set_aside_money,
      application_id uuid CONSTRAINT refunds_application REFERENCES applications,
      amount_satang bigint NOT NULL CONSTRAINT refunds_amount_positive CHECK (amount_satang > 0),
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz,
      -- Version of the service REF that its clock was read from.
      catalogue_version text NOT NULL,
      reason text NOT NULL,
      -- Name and account of the payee, under the key of the person who asked.
      payee_sealed bytea NOT NULL,
      requested_by uuid NOT NULL CONSTRAINT refunds_requested_by REFERENCES people,
      requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      decided_by uuid CONSTRAINT refunds_decided_by REFERENCES people,
      decided_at timestamptz,
      decision_note text,
      paid_out_by uuid CONSTRAINT refunds_paid_out_by REFERENCES people,
      paid_out_at timestamptz,
      transfer_reference text,
      CONSTRAINT refunds_one_source CHECK ((bill_id IS NULL) <> (set_aside_id IS NULL)),
      CONSTRAINT refunds_bill_has_case CHECK (bill_id IS NULL OR application_id IS NOT NULL),
      -- Persons, not accounts (promises.md I6).
      CONSTRAINT refunds_decided_by_another CHECK (decided_by IS NULL OR decided_by <> requested_by),
      CONSTRAINT refunds_paid_by_another CHECK (paid_out_by IS NULL OR paid_out_by <> decided_by),
      CONSTRAINT refunds_decided_by_someone CHECK ((state = 'requested') = (decided_by IS NULL)),
      CONSTRAINT refunds_paid_out_whole CHECK (
        (state = 'paid-out') = (paid_out_by IS NOT NULL) AND (paid_out_by IS NULL) = (transfer_reference IS NULL)
      )
    );
    CREATE UNIQUE INDEX refunds_one_live_of_a_bill ON refunds (bill_id) WHERE state <> 'refused';
    CREATE UNIQUE INDEX refunds_one_live_of_set_aside ON refunds (set_aside_id) WHERE state <> 'refused';
    CREATE INDEX refunds_application_id ON refunds (application_id);
    CREATE INDEX refunds_state ON refunds (state, due_at);
    CREATE INDEX refunds_requested_by_id ON refunds (requested_by);
    CREATE INDEX refunds_decided_by_id ON refunds (decided_by);
    CREATE INDEX refunds_paid_out_by_id ON refunds (paid_out_by);
    CREATE TRIGGER refunds_moves AFTER INSERT OR UPDATE OF state ON refunds
      FOR EACH ROW EXECUTE FUNCTION record_move('refund', 'application_id');

    CREATE TABLE reconciliations (
      day date PRIMARY KEY,
      bank_count integer NOT NULL,
      bank_satang bigint NOT NULL,
      our_count integer NOT NULL,
      our_satang bigint NOT NULL,
      statement_sha256 bytea NOT NULL,
      made_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE TABLE reconciliation_differences (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT reconciliation_differences_public_id_unique UNIQUE,
      day date NOT NULL CONSTRAINT reconciliation_differences_day REFERENCES reconciliations,
      kind text NOT NULL CONSTRAINT reconciliation_differences_kind_known CHECK (kind IN ('bank-only', 'ours-only', 'amount-differs')),
      bank_reference text NOT NULL,
      bank_satang bigint,
      our_satang bigint,
      found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      cleared_by uuid CONSTRAINT reconciliation_differences_cleared_by REFERENCES people,
      cleared_at timestamptz,
      reason text,
      CONSTRAINT reconciliation_differences_once UNIQUE (day, bank_reference, kind),
      CONSTRAINT reconciliation_differences_cleared_whole CHECK (
        (cleared_by IS NULL) = (cleared_at IS NULL) AND (cleared_by IS NULL) = (reason IS NULL)
      )
    );
    CREATE INDEX reconciliation_differences_open ON reconciliation_differences (day) WHERE cleared_by IS NULL;
    CREATE INDEX reconciliation_differences_cleared_by_id ON reconciliation_differences (cleared_by);
  `);
  await protectMoney(knex);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE reconciliation_differences; DROP TABLE reconciliations; DROP TABLE refunds; DROP SEQUENCE refund_running;
    DROP TABLE receipts; DROP TABLE receipt_series; DROP TABLE set_aside_money;
    ALTER TABLE payments DROP COLUMN heard, DROP COLUMN group_id;
    DROP TABLE bill_group_members; DROP TABLE bill_groups; DROP SEQUENCE group_running;
    DROP TRIGGER bills_paid_once ON bills; DROP FUNCTION refuse_second_payment();
    ALTER TABLE bills DROP COLUMN paid_by, DROP COLUMN lines;
  `);
}
