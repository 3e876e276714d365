import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { findDossierPaper } from './dossier-store.ts';

/** No new case may cite it from now on; the file stays, because cases that cite it are decided by it. */
export async function removeDossierPaper(
  tx: Tx,
  { paperId }: InputOf<typeof dossierApi.removeDossierPaper>,
): Promise<Record<string, never>> {
  const paper = await findDossierPaper(tx.db, paperId);
  if (!paper) throw notFound();
  if (paper.state !== 'to-check' && paper.state !== 'checked') throw new ApiError('wrong-state');
  const removed = await tx
    .db('dossier_papers')
    .where('public_id', paperId)
    .whereIn('state', ['to-check', 'checked'])
    .update({ state: 'removed', state_since: tx.db.fn.now() });
  // Seen because a case cites it, but of another's dossier.
  if (removed === 0) throw notFound();
  const fact = { act: 'dossier-paper-removed', subjectKind: 'dossier-paper', subjectId: paperId };
  await recordAudit(tx, { ...fact, purpose: 'dossier', detail: { kind: paper.kind } });
  return {};
}
