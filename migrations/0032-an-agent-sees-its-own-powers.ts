import type { Knex } from 'knex';

const ENTRUSTED = `EXISTS (
  SELECT 1 FROM delegations d WHERE d.from_party = party_id AND d.to_party = ANY (caller_parties())
    AND d.revoked_at IS NULL AND d.starts_at <= now() AND d.ends_at > now())`;
const BEFORE = `(party_id = ANY (caller_parties()) OR ${ENTRUSTED})`;
const NOW = `(party_id = ANY (caller_parties())
  OR ((attorney_party IS NULL OR attorney_party = ANY (caller_parties())) AND ${ENTRUSTED}))`;
const CITED = 'EXISTS (SELECT 1 FROM dossier_citations c WHERE c.paper_id = dossier_papers.id)';

const policies = (owned: string) => `
  DROP POLICY dossier_papers_of_caller ON dossier_papers;
  DROP POLICY dossier_papers_added ON dossier_papers;
  DROP POLICY dossier_papers_taken_back ON dossier_papers;
  CREATE POLICY dossier_papers_of_caller ON dossier_papers FOR SELECT TO permit_applicant USING (${owned} OR ${CITED});
  CREATE POLICY dossier_papers_added ON dossier_papers FOR INSERT TO permit_applicant
    WITH CHECK (${owned} AND added_by = caller_person() AND state = 'to-check');
  CREATE POLICY dossier_papers_taken_back ON dossier_papers FOR UPDATE TO permit_applicant
    USING (${owned}) WITH CHECK (${owned} AND state IN ('replaced', 'removed'));`;

/**
 * An agent whom an employer entrusts sees its dossier, but of powers of attorney only those that name the agent: what
 * another agent may do, and until when, is between that one and the employer.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(policies(NOW));
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(policies(BEFORE));
}
