import type { Knex } from 'knex';

/** Blind counts of blank boxes, what they found, and the dated proof of who checked a card before hiring. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What was expected is not written here: whoever counts must not be able to read it.
    CREATE TABLE stock_counts (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT stock_counts_public_id_unique UNIQUE,
      centre_party uuid NOT NULL CONSTRAINT stock_counts_centre REFERENCES parties,
      box text NOT NULL,
      opened_by uuid NOT NULL CONSTRAINT stock_counts_opened_by REFERENCES people,
      opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      state text NOT NULL DEFAULT 'open' CONSTRAINT stock_counts_state_known CHECK (state IN ('open', 'count-again', 'agreed', 'differs')),
      first_counted integer,
      first_by uuid CONSTRAINT stock_counts_first_by REFERENCES people,
      second_counted integer,
      second_by uuid CONSTRAINT stock_counts_second_by REFERENCES people,
      closed_at timestamptz,
      CONSTRAINT stock_counts_other_counter CHECK (second_by <> first_by),
      CONSTRAINT stock_counts_opener_does_not_count CHECK (opened_by <> first_by AND opened_by <> second_by),
      CONSTRAINT stock_counts_differ_by_two CHECK (state <> 'differs' OR (first_by IS NOT NULL AND second_by IS NOT NULL))
    );
    CREATE UNIQUE INDEX stock_counts_one_open ON stock_counts (centre_party, box) WHERE state IN ('open', 'count-again');
    CREATE INDEX stock_counts_centre_at ON stock_counts (centre_party, opened_at);

    CREATE TABLE stock_differences (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT stock_differences_public_id_unique UNIQUE,
      count_id uuid NOT NULL CONSTRAINT stock_differences_count_unique UNIQUE CONSTRAINT stock_differences_count REFERENCES stock_counts,
      centre_party uuid NOT NULL CONSTRAINT stock_differences_centre REFERENCES parties,
      box text NOT NULL,
      expected integer NOT NULL,
      counted integer NOT NULL,
      -- The suspect shift: from when this box was last known to be right until it was counted.
      shift_from timestamptz NOT NULL,
      shift_to timestamptz NOT NULL,
      found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      settled_by uuid CONSTRAINT stock_differences_settled_by REFERENCES people,
      settled_second uuid CONSTRAINT stock_differences_settled_second REFERENCES people,
      settled_at timestamptz,
      missing integer,
      settled_reason text,
      CONSTRAINT stock_differences_differ CHECK (expected <> counted),
      CONSTRAINT stock_differences_two_persons CHECK (settled_by <> settled_second),
      CONSTRAINT stock_differences_settled_whole CHECK (
        num_nulls(settled_by, settled_second, settled_at, missing, settled_reason) IN (0, 5)
      )
    );
    CREATE INDEX stock_differences_centre_at ON stock_differences (centre_party, found_at);

    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_kind_known;
    ALTER TABLE stock_movements ADD CONSTRAINT stock_movements_kind_known CHECK (
      kind IN ('received', 'moved-in', 'moved-out', 'reserved', 'released', 'issued', 'spoiled', 'quarantined', 'cleared', 'destroyed'));
    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_witnessed;
    ALTER TABLE stock_movements ADD CONSTRAINT stock_movements_witnessed CHECK (
      kind NOT IN ('moved-in', 'moved-out', 'quarantined', 'cleared', 'destroyed') OR (by_person IS NOT NULL AND second_person IS NOT NULL));
    CREATE INDEX stock_movements_box ON stock_movements (box, at);
    CREATE INDEX blanks_box ON blanks (centre_party, box, state);

    CREATE TABLE check_proofs (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT check_proofs_public_id_unique UNIQUE,
      party_id uuid NOT NULL CONSTRAINT check_proofs_party REFERENCES parties,
      checked_by uuid NOT NULL CONSTRAINT check_proofs_checked_by REFERENCES people,
      permit_id uuid NOT NULL CONSTRAINT check_proofs_permit REFERENCES permits,
      answer text NOT NULL,
      checked_at timestamptz NOT NULL,
      list_issued_at timestamptz NOT NULL,
      key_id text NOT NULL,
      signature bytea NOT NULL
    );
    CREATE INDEX check_proofs_party_id ON check_proofs (party_id, checked_at);
    CREATE INDEX check_proofs_permit_id ON check_proofs (permit_id);
    CREATE TRIGGER check_proofs_append_only BEFORE UPDATE OR DELETE ON check_proofs
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE stock_counts ENABLE ROW LEVEL SECURITY;
    CREATE POLICY stock_counts_of_centre ON stock_counts TO permit_contractor
      USING (centre_party = ANY (caller_parties())) WITH CHECK (centre_party = ANY (caller_parties()));
    CREATE POLICY stock_counts_jobs ON stock_counts TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON stock_counts TO permit_contractor, permit_job;
    ALTER TABLE stock_differences ENABLE ROW LEVEL SECURITY;
    CREATE POLICY stock_differences_of_centre ON stock_differences TO permit_contractor
      USING (centre_party = ANY (caller_parties())) WITH CHECK (centre_party = ANY (caller_parties()));
    CREATE POLICY stock_differences_jobs ON stock_differences TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, UPDATE ON stock_differences TO permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON stock_differences TO permit_job;
    ALTER TABLE check_proofs ENABLE ROW LEVEL SECURITY;
    CREATE POLICY check_proofs_of_party ON check_proofs TO permit_applicant
      USING (party_id = ANY (caller_parties())) WITH CHECK (party_id = ANY (caller_parties()));
    CREATE POLICY check_proofs_jobs ON check_proofs TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON check_proofs TO permit_applicant, permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE check_proofs; DROP TABLE stock_differences; DROP TABLE stock_counts;
    DROP INDEX blanks_box; DROP INDEX stock_movements_box;
    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_witnessed;
    ALTER TABLE stock_movements ADD CONSTRAINT stock_movements_witnessed CHECK (
      kind NOT IN ('moved-in', 'moved-out', 'destroyed') OR (by_person IS NOT NULL AND second_person IS NOT NULL));
    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_kind_known;
    ALTER TABLE stock_movements ADD CONSTRAINT stock_movements_kind_known CHECK (
      kind IN ('received', 'moved-in', 'moved-out', 'reserved', 'released', 'issued', 'spoiled', 'quarantined', 'destroyed'));
  `);
}
