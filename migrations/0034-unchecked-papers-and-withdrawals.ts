import type { Knex } from 'knex';

/**
 * What became of a paper of a dossier after a case cited it, for officers who see the cited version only: the state of
 * the newer one and nothing else of it. And why a filer took a case back: asked for before, and lost.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- The one that is relied on, else the newest. Runs as the owner: the newer paper itself stays closed to the caller.
    CREATE FUNCTION newer_dossier_paper(paper uuid) RETURNS TABLE (state text, valid_until date)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
      SELECT n.state, n.valid_until FROM dossier_papers p
      JOIN dossier_papers n ON n.party_id = p.party_id AND n.kind = p.kind
        AND n.attorney_party IS NOT DISTINCT FROM p.attorney_party AND n.version > p.version
      WHERE p.id = paper ORDER BY (n.state = 'checked') DESC, n.version DESC LIMIT 1
    $$;
    REVOKE EXECUTE ON FUNCTION newer_dossier_paper(uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION newer_dossier_paper(uuid) TO permit_applicant, permit_contractor, permit_officer, permit_job;

    ALTER TABLE applications ADD COLUMN withdrawal_sealed bytea;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications DROP COLUMN withdrawal_sealed;
    DROP FUNCTION newer_dossier_paper(uuid);
  `);
}
