import type { Knex } from 'knex';

/**
 * An employer's dossier: papers that are the same in every case, uploaded once, checked once, cited by each case in the
 * very version that it cited. Each paper has a key of its own; erasing it is destroying that key.
 */
const NO_AGENT = `'00000000-0000-0000-0000-000000000000'::uuid`;
const OWN_OR_ENTRUSTED = `(party_id = ANY (caller_parties()) OR EXISTS (
  SELECT 1 FROM delegations d WHERE d.from_party = party_id AND d.to_party = ANY (caller_parties())
    AND d.revoked_at IS NULL AND d.starts_at <= now() AND d.ends_at > now()))`;
/** Citations follow the case: whoever sees the case sees what it cites. */
const CITED_BY_A_SEEN_CASE =
  'EXISTS (SELECT 1 FROM dossier_citations c WHERE c.paper_id = dossier_papers.id)';
const OPEN_CASE = `EXISTS (SELECT 1 FROM case_access a WHERE a.application_id = dossier_citations.application_id
  AND a.party_id = ANY (caller_parties()) AND (a.until IS NULL OR a.until > now()))`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE dossier_papers (
      id uuid PRIMARY KEY,
      public_id text NOT NULL CONSTRAINT dossier_papers_public_id_unique UNIQUE,
      party_id uuid NOT NULL CONSTRAINT dossier_papers_party REFERENCES parties,
      kind text NOT NULL,
      attorney_party uuid CONSTRAINT dossier_papers_attorney REFERENCES parties,
      version integer NOT NULL,
      state text NOT NULL,
      state_since timestamptz NOT NULL DEFAULT clock_timestamp(),
      wrapped_key bytea,
      label_sealed bytea,
      mime text NOT NULL,
      bytes integer NOT NULL,
      pages jsonb NOT NULL DEFAULT '[]',
      sha256 bytea NOT NULL,
      original_sha256 bytea NOT NULL CONSTRAINT dossier_papers_original_sha256_length CHECK (octet_length(original_sha256) = 32),
      scanned_by text NOT NULL,
      blob_key text NOT NULL,
      own_last_day date,
      attorney jsonb,
      added_by uuid NOT NULL CONSTRAINT dossier_papers_added_by REFERENCES people,
      added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      checked_by uuid CONSTRAINT dossier_papers_checked_by REFERENCES people,
      checked_role text,
      checked_at timestamptz,
      valid_until date,
      reason_sealed bytea,
      -- Persons, not accounts (promises.md I6).
      CONSTRAINT dossier_papers_two_persons CHECK (checked_by IS NULL OR checked_by <> added_by),
      CONSTRAINT dossier_papers_checked_by_someone CHECK (
        state <> 'checked' OR (checked_by IS NOT NULL AND checked_at IS NOT NULL AND valid_until IS NOT NULL)),
      CONSTRAINT dossier_papers_returned_by_someone CHECK (state <> 'returned' OR checked_by IS NOT NULL),
      CONSTRAINT dossier_papers_attorney_whole CHECK ((kind = 'power-of-attorney') = (attorney_party IS NOT NULL AND attorney IS NOT NULL))
    );
    -- Of one kind (and agent) one is relied on and one waits, at most.
    CREATE UNIQUE INDEX dossier_papers_one_checked ON dossier_papers (party_id, kind, coalesce(attorney_party, ${NO_AGENT})) WHERE state = 'checked';
    CREATE UNIQUE INDEX dossier_papers_one_waiting ON dossier_papers (party_id, kind, coalesce(attorney_party, ${NO_AGENT})) WHERE state = 'to-check';
    CREATE UNIQUE INDEX dossier_papers_versions ON dossier_papers (party_id, kind, coalesce(attorney_party, ${NO_AGENT}), version);
    CREATE INDEX dossier_papers_waiting ON dossier_papers (added_at) WHERE state = 'to-check';
    CREATE INDEX dossier_papers_attorney_party ON dossier_papers (attorney_party);
    CREATE INDEX dossier_papers_added_by_id ON dossier_papers (added_by);
    CREATE INDEX dossier_papers_checked_by_id ON dossier_papers (checked_by);
    CREATE TRIGGER dossier_papers_moves AFTER INSERT OR UPDATE OF state ON dossier_papers
      FOR EACH ROW EXECUTE FUNCTION record_move('dossier-paper', 'no_application');

    CREATE TABLE dossier_citations (
      application_id uuid NOT NULL CONSTRAINT dossier_citations_application REFERENCES applications,
      -- The demand of the service that it answers.
      demand text NOT NULL,
      paper_id uuid NOT NULL CONSTRAINT dossier_citations_paper REFERENCES dossier_papers,
      cited_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (application_id, demand, paper_id)
    );
    CREATE INDEX dossier_citations_paper_id ON dossier_citations (paper_id);
    CREATE TRIGGER dossier_citations_append_only BEFORE UPDATE OR DELETE ON dossier_citations
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE dossier_citations ENABLE ROW LEVEL SECURITY;
    CREATE POLICY dossier_citations_of_caller ON dossier_citations TO permit_applicant, permit_contractor, permit_officer
      USING (${OPEN_CASE}) WITH CHECK (${OPEN_CASE});
    CREATE POLICY dossier_citations_jobs ON dossier_citations TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON dossier_citations TO permit_applicant, permit_contractor, permit_job;
    GRANT SELECT ON dossier_citations TO permit_officer;

    ALTER TABLE dossier_papers ENABLE ROW LEVEL SECURITY;
    CREATE POLICY dossier_papers_of_caller ON dossier_papers FOR SELECT TO permit_applicant
      USING (${OWN_OR_ENTRUSTED} OR ${CITED_BY_A_SEEN_CASE});
    CREATE POLICY dossier_papers_added ON dossier_papers FOR INSERT TO permit_applicant
      WITH CHECK (${OWN_OR_ENTRUSTED} AND added_by = caller_person() AND state = 'to-check');
    CREATE POLICY dossier_papers_taken_back ON dossier_papers FOR UPDATE TO permit_applicant
      USING (${OWN_OR_ENTRUSTED}) WITH CHECK (${OWN_OR_ENTRUSTED} AND state IN ('replaced', 'removed'));
    CREATE POLICY dossier_papers_to_check ON dossier_papers FOR SELECT TO permit_contractor
      USING ((state = 'to-check' AND caller_role() = 'document-checker') OR ${CITED_BY_A_SEEN_CASE});
    CREATE POLICY dossier_papers_cited ON dossier_papers FOR SELECT TO permit_officer USING (${CITED_BY_A_SEEN_CASE});
    CREATE POLICY dossier_papers_jobs ON dossier_papers TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON dossier_papers TO permit_applicant, permit_job;
    GRANT SELECT ON dossier_papers TO permit_contractor, permit_officer;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE dossier_citations CASCADE; DROP TABLE dossier_papers');
}
