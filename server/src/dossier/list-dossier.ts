import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { describeDossier } from './describe-dossier.ts';
import { selectPapers, type StoredDossierPaper } from './dossier-store.ts';

/**
 * The papers that count now and those that were sent back, of the caller's own employer or of one that entrusted them;
 * for those who check without naming an employer, what waits.
 */
export async function listDossier(
  tx: Tx,
  { employer }: InputOf<typeof dossierApi.listDossier>,
): Promise<OutputOf<typeof dossierApi.listDossier>> {
  const papers = await visiblePapers(tx, employer);
  const fact = {
    act: 'dossier-listed',
    subjectKind: 'list',
    subjectId: tx.requestId,
    purpose: tx.caller.role,
  };
  if (papers.length > 0)
    await recordAudit(tx, { ...fact, detail: { papers: papers.map(({ paperId }) => paperId) } });
  return { papers: await describeDossier(tx, papers) };
}

/** A paper that was sent back is shown until another of its kind takes its place. */
const SHOWN = `(p.state IN ('to-check', 'checked') OR (p.state = 'returned' AND NOT EXISTS (
  SELECT 1 FROM dossier_papers n WHERE n.party_id = p.party_id AND n.kind = p.kind
    AND n.attorney_party IS NOT DISTINCT FROM p.attorney_party AND n.version > p.version)))`;

function visiblePapers(tx: Tx, employer: string | undefined): Promise<StoredDossierPaper[]> {
  if (employer !== undefined) return selectPapers(tx.db, `${SHOWN} AND e.public_id = ?`, [employer]);
  if (tx.caller.callerClass !== 'applicant') return selectPapers(tx.db, `p.state = 'to-check'`, []);
  if (tx.caller.role === 'agent') return selectPapers(tx.db, SHOWN, []);
  const own = tx.caller.actsFor ?? tx.caller.partyIds;
  return selectPapers(tx.db, `${SHOWN} AND p.party_id = ANY (?::uuid[])`, [own]);
}
