import type { Citation } from '@permit/domain/dossier/cite-dossier.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import {
  DOSSIER_COLUMNS,
  DOSSIER_JOINS,
  paperFromRow,
  type DossierRow,
  type StoredDossierPaper,
} from './dossier-store.ts';

/** Papers of the employer's dossier that are open to the filer of a case, by the case's public id. */
export const OFFERS_TO_CASE = statement<DossierRow>(
  `SELECT ${DOSSIER_COLUMNS} FROM applications a
   JOIN dossier_papers p ON p.party_id = coalesce(a.principal_party, a.filed_by_party)
     AND p.state IN ('to-check', 'checked') AND (p.attorney_party IS NULL OR p.attorney_party = a.filed_by_party)
   ${DOSSIER_JOINS} WHERE a.public_id = $1 ORDER BY p.kind, p.version DESC`,
);

/** What a case cites, the newest citation of each demand; of a version that nobody ever checked, how the newer stands. */
export const CITED_BY_CASE = statement<DossierRow & { demand: string }>(
  `SELECT DISTINCT ON (c.demand) c.demand, ${DOSSIER_COLUMNS}, n.state AS newer_state, n.valid_until AS newer_valid_until
   FROM applications a
   JOIN dossier_citations c ON c.application_id = a.id JOIN dossier_papers p ON p.id = c.paper_id
   ${DOSSIER_JOINS} LEFT JOIN LATERAL newer_dossier_paper(p.id) n
     ON p.checked_at IS NULL AND p.state IN ('replaced', 'removed')
   WHERE a.public_id = $1 ORDER BY c.demand, c.cited_at DESC`,
);

/** What the rules need to say which papers a case cites. */
export interface CaseDossier {
  readonly offers: readonly StoredDossierPaper[];
  readonly cited: readonly Citation<StoredDossierPaper>[];
}

export function caseDossier(
  offers: readonly DossierRow[],
  cited: readonly (DossierRow & { demand: string })[],
): CaseDossier {
  return {
    offers: offers.map(paperFromRow),
    cited: cited.map((row) => ({ demand: row.demand, paper: paperFromRow(row) })),
  };
}

/** Offers and citations of a case. */
export async function readCaseDossier(tx: Tx, publicId: string): Promise<CaseDossier> {
  const [offers, cited] = await tx.ask(OFFERS_TO_CASE(publicId), CITED_BY_CASE(publicId));
  return caseDossier(offers, cited);
}

const CITE = statement(
  `INSERT INTO dossier_citations (application_id, demand, paper_id)
   SELECT $1, demand, paper FROM jsonb_to_recordset($2) AS c (demand text, paper uuid) ON CONFLICT DO NOTHING`,
);

/** Fixes what a case cites: these very versions, whatever becomes of them. */
export function keepCitations(
  tx: Tx,
  applicationId: string,
  citations: readonly Citation<StoredDossierPaper>[],
): void {
  if (citations.length === 0) return;
  const rows = citations.map(({ demand, paper }) => ({ demand, paper: paper.id }));
  tx.tell(CITE(applicationId, JSON.stringify(rows)));
}
