import type { Knex } from 'knex';

/**
 * Print lanes of the centres (paused, produced elsewhere, batches), where a finished card lies and travels, and the
 * second person of a spoiled card.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- One row for a centre that was ever told something about its printing.
    CREATE TABLE print_lanes (
      centre_party uuid PRIMARY KEY CONSTRAINT print_lanes_centre REFERENCES parties,
      paused_at timestamptz,
      paused_by uuid CONSTRAINT print_lanes_paused_by REFERENCES people,
      pause_reason text,
      -- The place that prints for this centre; itself where empty.
      produced_at uuid CONSTRAINT print_lanes_produced_at REFERENCES parties,
      CONSTRAINT print_lanes_pause_has_person CHECK (
        (paused_at IS NULL) = (paused_by IS NULL) AND (paused_at IS NULL) = (pause_reason IS NULL)
      ),
      CONSTRAINT print_lanes_produced_elsewhere CHECK (produced_at <> centre_party)
    );
    CREATE INDEX print_lanes_produced_at_id ON print_lanes (produced_at);

    CREATE TABLE print_batches (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT print_batches_public_id_unique UNIQUE,
      centre_party uuid NOT NULL CONSTRAINT print_batches_centre REFERENCES parties,
      -- Counts from 1 in each centre.
      batch_no integer NOT NULL CONSTRAINT print_batches_no_positive CHECK (batch_no > 0),
      made_by uuid NOT NULL CONSTRAINT print_batches_made_by REFERENCES people,
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT print_batches_no_unique UNIQUE (centre_party, batch_no)
    );

    ALTER TABLE print_orders
      -- Whose printers and whose blanks; filled by the trigger below.
      ADD COLUMN production_party uuid CONSTRAINT print_orders_production REFERENCES parties,
      ADD COLUMN batch_id uuid CONSTRAINT print_orders_batch REFERENCES print_batches,
      ADD COLUMN spoil_second_person uuid CONSTRAINT print_orders_spoil_second REFERENCES people,
      ADD CONSTRAINT print_orders_priority_known CHECK (priority BETWEEN 0 AND 9);
    UPDATE print_orders SET production_party = centre_party;
    ALTER TABLE print_orders ALTER COLUMN production_party SET NOT NULL;
    DROP INDEX print_orders_lane;
    CREATE INDEX print_orders_lane ON print_orders (state, production_party, priority DESC, created_at);
    CREATE INDEX print_orders_batch_id ON print_orders (batch_id);

    -- An order of a centre goes to the place that prints for it, whoever wrote it.
    CREATE FUNCTION choose_production() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      NEW.production_party := coalesce(
        NEW.production_party,
        (SELECT produced_at FROM print_lanes WHERE centre_party = NEW.centre_party),
        NEW.centre_party);
      RETURN NEW;
    END $$;
    CREATE TRIGGER print_orders_production BEFORE INSERT ON print_orders
      FOR EACH ROW EXECUTE FUNCTION choose_production();
    -- Who prints a card has to see its case.
    CREATE FUNCTION open_case_to_production() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      IF NEW.production_party <> NEW.centre_party THEN
        INSERT INTO case_access (application_id, party_id, access)
        VALUES (NEW.application_id, NEW.production_party, 'act') ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER print_orders_open_to_production AFTER INSERT OR UPDATE OF production_party ON print_orders
      FOR EACH ROW EXECUTE FUNCTION open_case_to_production();
    -- Spoiled after a card was confirmed or in doubt: two persons, whatever program says so (promises.md).
    CREATE FUNCTION require_spoil_witness() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.state = 'spoiled' AND OLD.state IN ('printed', 'unknown')
         AND (NEW.spoil_second_person IS NULL OR NEW.spoil_second_person = caller_person()) THEN
        RAISE EXCEPTION 'a card is spoiled before two persons'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'print_orders_spoiled_before_two';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER print_orders_spoil_witness BEFORE UPDATE OF state ON print_orders
      FOR EACH ROW EXECUTE FUNCTION require_spoil_witness();

    CREATE TABLE card_shipments (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT card_shipments_public_id_unique UNIQUE,
      from_centre uuid NOT NULL CONSTRAINT card_shipments_from REFERENCES parties,
      to_centre uuid NOT NULL CONSTRAINT card_shipments_to REFERENCES parties,
      seal_no text NOT NULL,
      -- The day on which the van is there next; empty for a centre.
      for_day date,
      cards integer NOT NULL CONSTRAINT card_shipments_not_empty CHECK (cards > 0),
      sent_by uuid NOT NULL CONSTRAINT card_shipments_sent_by REFERENCES people,
      sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      received_by uuid CONSTRAINT card_shipments_received_by REFERENCES people,
      received_at timestamptz,
      CONSTRAINT card_shipments_somewhere_else CHECK (from_centre <> to_centre),
      CONSTRAINT card_shipments_two_persons CHECK (received_by <> sent_by),
      CONSTRAINT card_shipments_received_whole CHECK ((received_by IS NULL) = (received_at IS NULL))
    );
    CREATE INDEX card_shipments_from_centre ON card_shipments (from_centre, sent_at);
    CREATE INDEX card_shipments_to_centre ON card_shipments (to_centre, sent_at);

    ALTER TABLE cards
      -- Tray, shelf or box where it lies in its centre, as written on it.
      ADD COLUMN shelf text,
      ADD COLUMN due_centre uuid CONSTRAINT cards_due_centre REFERENCES parties,
      ADD COLUMN shipment_id uuid CONSTRAINT cards_shipment REFERENCES card_shipments,
      ADD COLUMN handed_over_how text,
      ADD CONSTRAINT cards_handed_over_known_way CHECK (
        handed_over_how IN ('one-to-one', 'papers-and-second-person', 'representative', 'post')
      ),
      ADD CONSTRAINT cards_travel_with_shipment CHECK (state <> 'in-transit' OR shipment_id IS NOT NULL);
    UPDATE cards SET due_centre = centre_party;
    CREATE INDEX cards_shipment_id ON cards (shipment_id);
    CREATE INDEX cards_centre_state ON cards (centre_party, state, state_since);

    ALTER TABLE print_lanes ENABLE ROW LEVEL SECURITY;
    CREATE POLICY print_lanes_of_centre ON print_lanes TO permit_contractor
      USING (centre_party = ANY (caller_parties()) OR produced_at = ANY (caller_parties()))
      WITH CHECK (centre_party = ANY (caller_parties()));
    CREATE POLICY print_lanes_jobs ON print_lanes TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON print_lanes TO permit_contractor, permit_job;
    ALTER TABLE print_batches ENABLE ROW LEVEL SECURITY;
    CREATE POLICY print_batches_of_centre ON print_batches TO permit_contractor
      USING (centre_party = ANY (caller_parties())) WITH CHECK (centre_party = ANY (caller_parties()));
    CREATE POLICY print_batches_jobs ON print_batches TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON print_batches TO permit_contractor, permit_job;
    ALTER TABLE card_shipments ENABLE ROW LEVEL SECURITY;
    CREATE POLICY card_shipments_of_centre ON card_shipments TO permit_contractor
      USING (from_centre = ANY (caller_parties()) OR to_centre = ANY (caller_parties()))
      WITH CHECK (from_centre = ANY (caller_parties()) OR to_centre = ANY (caller_parties()));
    CREATE POLICY card_shipments_jobs ON card_shipments TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON card_shipments TO permit_contractor, permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE cards
      DROP CONSTRAINT cards_travel_with_shipment, DROP CONSTRAINT cards_handed_over_known_way,
      DROP COLUMN handed_over_how, DROP COLUMN shipment_id, DROP COLUMN due_centre, DROP COLUMN shelf;
    DROP INDEX cards_centre_state;
    DROP TABLE card_shipments;
    DROP TRIGGER print_orders_spoil_witness ON print_orders;
    DROP TRIGGER print_orders_open_to_production ON print_orders;
    DROP TRIGGER print_orders_production ON print_orders;
    DROP FUNCTION require_spoil_witness(); DROP FUNCTION open_case_to_production(); DROP FUNCTION choose_production();
    DROP INDEX print_orders_lane;
    ALTER TABLE print_orders
      DROP CONSTRAINT print_orders_priority_known, DROP COLUMN spoil_second_person, DROP COLUMN batch_id,
      DROP COLUMN production_party;
    CREATE INDEX print_orders_lane ON print_orders (state, centre_party, priority DESC, created_at);
    DROP TABLE print_batches; DROP TABLE print_lanes;
  `);
}
