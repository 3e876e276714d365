import type { Knex } from 'knex';

/**
 * Who sees which row (decisions.md 3). People see the cases that `case_access` opens to one of their parties;
 * everything that hangs on a case follows it. The job class serves machines and sign-in and sees all rows, but
 * like everybody it can neither change nor delete audit, ledger or history.
 */
const PEOPLE_CLASSES = ['permit_applicant', 'permit_contractor', 'permit_officer'];

/** Tables that hang on a case by application_id, with what people of each class may do. */
const CASE_TABLES: Record<string, Record<string, string>> = {
  documents: {
    permit_applicant: 'SELECT, INSERT, UPDATE',
    permit_contractor: 'SELECT, INSERT, UPDATE',
    permit_officer: 'SELECT',
  },
  bills: {
    permit_applicant: 'SELECT, INSERT',
    permit_contractor: 'SELECT, INSERT',
    permit_officer: 'SELECT, INSERT',
  },
  visits: {
    permit_applicant: 'SELECT',
    permit_contractor: 'SELECT, INSERT, UPDATE',
    permit_officer: 'SELECT',
  },
  captures: { permit_contractor: 'SELECT, INSERT, UPDATE', permit_officer: 'SELECT, UPDATE' },
  verifications: { permit_contractor: 'SELECT, INSERT, UPDATE', permit_officer: 'SELECT' },
  permits: {
    permit_applicant: 'SELECT',
    permit_contractor: 'SELECT, UPDATE',
    permit_officer: 'SELECT, INSERT, UPDATE',
  },
  print_orders: { permit_contractor: 'SELECT, INSERT, UPDATE', permit_officer: 'SELECT' },
  cards: {
    permit_applicant: 'SELECT',
    permit_contractor: 'SELECT, INSERT, UPDATE',
    permit_officer: 'SELECT, UPDATE',
  },
  state_history: { permit_applicant: 'SELECT', permit_contractor: 'SELECT', permit_officer: 'SELECT' },
};

const OPEN_TO_CALLER = (column: string) => `EXISTS (
  SELECT 1 FROM case_access a WHERE a.application_id = ${column} AND a.party_id = ANY (caller_parties())
    AND (a.until IS NULL OR a.until > now()))`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications ENABLE ROW LEVEL SECURITY;
    CREATE POLICY applications_of_caller ON applications FOR SELECT USING (${OPEN_TO_CALLER('id')});
    CREATE POLICY applications_filed ON applications FOR INSERT WITH CHECK (filed_by_party = ANY (caller_parties()));
    CREATE POLICY applications_changed ON applications FOR UPDATE USING (${OPEN_TO_CALLER('id')});
    CREATE POLICY applications_jobs ON applications TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON applications TO permit_applicant, permit_contractor, permit_job;
    GRANT SELECT, UPDATE ON applications TO permit_officer;

    ALTER TABLE case_access ENABLE ROW LEVEL SECURITY;
    CREATE POLICY case_access_of_caller ON case_access FOR SELECT USING (party_id = ANY (caller_parties()));
    CREATE POLICY case_access_jobs ON case_access TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT ON case_access TO ${PEOPLE_CLASSES.join(', ')};
    GRANT SELECT, INSERT, UPDATE ON case_access TO permit_job;

    -- Whoever files a case may see it; nobody can open a case to themselves.
    CREATE FUNCTION open_case_to_filer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      INSERT INTO case_access (application_id, party_id, access) VALUES (NEW.id, NEW.filed_by_party, 'act');
      RETURN NULL;
    END $$;
    CREATE TRIGGER applications_open_to_filer AFTER INSERT ON applications FOR EACH ROW EXECUTE FUNCTION open_case_to_filer();

    ALTER TABLE people ENABLE ROW LEVEL SECURITY;
    CREATE POLICY people_of_caller ON people FOR SELECT USING (
      id = caller_person() OR EXISTS (SELECT 1 FROM applications a WHERE a.worker_person = people.id));
    CREATE POLICY people_filed ON people FOR INSERT TO permit_applicant, permit_contractor WITH CHECK (true);
    CREATE POLICY people_changed ON people FOR UPDATE USING (
      id = caller_person() OR EXISTS (SELECT 1 FROM applications a WHERE a.worker_person = people.id));
    CREATE POLICY people_jobs ON people TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON people TO permit_applicant, permit_contractor, permit_job;
    GRANT SELECT ON people TO permit_officer;
    GRANT INSERT ON person_index TO permit_applicant, permit_contractor;
    GRANT SELECT, INSERT, DELETE ON person_index TO permit_job;
  `);
  for (const [table, grants] of Object.entries(CASE_TABLES)) await openCaseTable(knex, table, grants);
  await knex.raw(`
    -- Reference and counters.
    GRANT SELECT ON parties, state_transitions TO permit_public, ${PEOPLE_CLASSES.join(', ')}, permit_job, permit_auditor;
    GRANT SELECT, INSERT, UPDATE ON parties, accounts, account_roles, sessions TO permit_job;
    GRANT SELECT, INSERT ON idempotency_keys TO permit_public, ${PEOPLE_CLASSES.join(', ')}, permit_job;
    GRANT USAGE ON SEQUENCE application_running, bill_running TO permit_applicant, permit_contractor, permit_officer, permit_job;
    GRANT USAGE ON SEQUENCE permit_running, status_running, enrolment_running TO permit_job;
    GRANT SELECT, INSERT, UPDATE ON ticket_counters TO permit_contractor, permit_job;
    GRANT SELECT, INSERT, UPDATE ON stations, station_operators TO permit_contractor, permit_job;
    GRANT SELECT ON stations TO permit_officer;
    GRANT SELECT, INSERT ON packets_set_aside TO permit_contractor, permit_job;
    GRANT SELECT, INSERT, UPDATE ON biometric_templates TO permit_job;
    GRANT SELECT, INSERT ON hold_candidates TO permit_job;
    GRANT SELECT ON hold_candidates TO permit_officer;
    GRANT SELECT, INSERT ON adjudications TO permit_officer, permit_job;
    GRANT SELECT, INSERT ON payments TO permit_job;
    GRANT SELECT, INSERT, UPDATE ON blanks TO permit_contractor, permit_job;
    GRANT SELECT, INSERT ON stock_movements TO permit_contractor, permit_job;
    GRANT INSERT ON jobs TO ${PEOPLE_CLASSES.join(', ')}, permit_public;
    GRANT SELECT, INSERT, UPDATE ON jobs TO permit_job;

    -- Everybody's acts are recorded; only the auditor and the sealer read them.
    GRANT INSERT ON audit_entries TO permit_public, ${PEOPLE_CLASSES.join(', ')}, permit_auditor, permit_job;
    GRANT SELECT ON audit_entries, audit_chain, audit_seals TO permit_auditor, permit_job;
    GRANT INSERT ON audit_chain, audit_seals TO permit_job;
    GRANT SELECT, DELETE ON audit_unsealed TO permit_job;
  `);
}

async function openCaseTable(knex: Knex, table: string, grants: Record<string, string>): Promise<void> {
  await knex.raw(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_of_caller ON ${table} TO ${PEOPLE_CLASSES.join(', ')}
      USING (${OPEN_TO_CALLER(`${table}.application_id`)}) WITH CHECK (${OPEN_TO_CALLER(`${table}.application_id`)});
    CREATE POLICY ${table}_jobs ON ${table} TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT${table === 'state_history' ? '' : ', INSERT, UPDATE'} ON ${table} TO permit_job;
  `);
  for (const [role, rights] of Object.entries(grants))
    await knex.raw(`GRANT ${rights} ON ${table} TO ${role}`);
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['applications', 'case_access', 'people', ...Object.keys(CASE_TABLES)];
  await knex.raw(
    'DROP TRIGGER applications_open_to_filer ON applications; DROP FUNCTION open_case_to_filer()',
  );
  for (const table of tables) {
    await knex.raw(`DO $$ DECLARE p record; BEGIN
      FOR p IN SELECT policyname FROM pg_policies WHERE tablename = '${table}' LOOP
        EXECUTE format('DROP POLICY %I ON ${table}', p.policyname);
      END LOOP; END $$`);
    await knex.raw(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  }
  for (const name of ['public', 'applicant', 'contractor', 'officer', 'auditor', 'job']) {
    await knex.raw(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM permit_${name}`);
  }
}
