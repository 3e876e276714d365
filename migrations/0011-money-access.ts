import type { Knex } from 'knex';

const OF_CASE = (column: string) => `EXISTS (
  SELECT 1 FROM case_access a WHERE a.application_id = ${column} AND a.party_id = ANY (caller_parties())
    AND (a.until IS NULL OR a.until > now()))`;
const FINANCE = `caller_role() = 'finance-officer'`;

/** Who sees which row, and who may do what with it. */
export async function protectMoney(knex: Knex): Promise<void> {
  for (const table of [
    'bill_groups',
    'bill_group_members',
    'set_aside_money',
    'receipts',
    'refunds',
    'reconciliations',
    'reconciliation_differences',
  ]) {
    await knex.raw(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true)`);
  }
  await knex.raw(`
    CREATE POLICY bill_groups_of_party ON bill_groups TO permit_applicant, permit_contractor
      USING (party_id = ANY (caller_parties())) WITH CHECK (party_id = ANY (caller_parties()));
    CREATE POLICY bill_group_members_of_group ON bill_group_members TO permit_applicant, permit_contractor
      USING (EXISTS (SELECT 1 FROM bill_groups g WHERE g.id = group_id))
      WITH CHECK (EXISTS (SELECT 1 FROM bill_groups g WHERE g.id = group_id) AND EXISTS (SELECT 1 FROM bills b WHERE b.id = bill_id));
    CREATE POLICY set_aside_money_of_payer ON set_aside_money FOR SELECT TO permit_applicant, permit_contractor
      USING (${OF_CASE('set_aside_money.application_id')} OR EXISTS (SELECT 1 FROM bill_groups g WHERE g.id = group_id));
    CREATE POLICY set_aside_money_finance ON set_aside_money TO permit_officer USING (${FINANCE}) WITH CHECK (${FINANCE});
    CREATE POLICY receipts_of_caller ON receipts FOR SELECT TO permit_applicant, permit_contractor, permit_officer
      USING (${OF_CASE('receipts.application_id')});
    CREATE POLICY refunds_of_caller ON refunds TO permit_applicant, permit_contractor
      USING (${OF_CASE('refunds.application_id')}) WITH CHECK (${OF_CASE('refunds.application_id')} AND requested_by = caller_person());
    CREATE POLICY refunds_finance ON refunds TO permit_officer USING (${FINANCE}) WITH CHECK (${FINANCE});
    CREATE POLICY reconciliations_finance ON reconciliations FOR SELECT TO permit_officer USING (${FINANCE});
    CREATE POLICY reconciliation_differences_finance ON reconciliation_differences TO permit_officer
      USING (${FINANCE}) WITH CHECK (${FINANCE});

    GRANT SELECT, INSERT ON bill_groups, bill_group_members TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON bill_groups TO permit_job;
    GRANT SELECT, INSERT ON bill_group_members TO permit_job;
    GRANT SELECT ON set_aside_money TO permit_applicant, permit_contractor;
    GRANT SELECT, UPDATE ON set_aside_money TO permit_officer;
    GRANT SELECT, INSERT, UPDATE ON set_aside_money TO permit_job;
    GRANT SELECT, INSERT, UPDATE ON receipt_series TO permit_job;
    GRANT SELECT ON receipts TO permit_applicant, permit_contractor, permit_officer;
    GRANT SELECT, INSERT ON receipts TO permit_job;
    GRANT SELECT, INSERT ON refunds TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, UPDATE ON refunds TO permit_officer, permit_job;
    GRANT USAGE ON SEQUENCE group_running, refund_running TO permit_applicant, permit_contractor, permit_officer, permit_job;
    GRANT SELECT ON reconciliations TO permit_officer;
    GRANT SELECT, INSERT, UPDATE ON reconciliations TO permit_job;
    GRANT SELECT, UPDATE ON reconciliation_differences TO permit_officer;
    GRANT SELECT, INSERT ON reconciliation_differences TO permit_job;
  `);
}
