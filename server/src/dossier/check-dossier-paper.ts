import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { decideDossierCheck } from '@permit/domain/dossier/decide-dossier-check.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { personKey } from '../vault/person-vault.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { describeDossierPaper } from './describe-dossier.ts';
import { findDossierPaper, type StoredDossierPaper } from './dossier-store.ts';

type Input = InputOf<typeof dossierApi.checkDossierPaper>;

/**
 * Looked at once, for every case that cites it. Accepted, it takes the place of the one that was relied on before; the
 * cases that cite that one keep it. Sent back, the employer reads why.
 */
export async function checkDossierPaper(
  tx: Tx,
  input: Input,
): Promise<OutputOf<typeof dossierApi.checkDossierPaper>> {
  // Whether the caller may see it is asked with their own rights; that two do not check it at once, by its lock.
  if (!(await findDossierPaper(tx.db, input.paperId))) throw notFound();
  const paper = await asJob(tx, async () => {
    await tx.db('dossier_papers').where('public_id', input.paperId).forUpdate().first('id');
    return (await findDossierPaper(tx.db, input.paperId))!;
  });
  if (paper.state !== 'to-check') throw new ApiError('wrong-state', { detailCode: 'not-to-check' });
  // The contract wants the one or the other.
  if (input.accepted) await accept(tx, paper, input.validUntil as CalendarDate);
  else await sendBack(tx, paper, input.reason!);
  const fact = { act: 'dossier-paper-checked', subjectKind: 'dossier-paper', subjectId: paper.paperId };
  const detail = { accepted: input.accepted, ...(input.accepted ? { validUntil: input.validUntil } : {}) };
  await recordAudit(tx, { ...fact, purpose: 'dossier', detail });
  return asJob(tx, async () => describeDossierPaper(tx, (await findDossierPaper(tx.db, input.paperId))!));
}

async function accept(tx: Tx, paper: StoredDossierPaper, validUntil: CalendarDate): Promise<void> {
  const by = { person: tx.caller.personId!, addedBy: paper.addedBy, validUntil };
  const decision = decideDossierCheck(paper, by, bangkokDate(tx.deps.clock.business()));
  requireAllowed(decision, !decision.allowed && decision.code === 'same-person' ? 'same-person' : 'refused');
  await asJob(tx, async () => {
    await setReason(tx, 'a-newer-one-was-accepted');
    await tx.db.raw(
      `UPDATE dossier_papers o SET state = 'replaced', state_since = clock_timestamp() FROM dossier_papers n
       WHERE n.id = ? AND o.party_id = n.party_id AND o.kind = n.kind AND o.state = 'checked'
         AND o.attorney_party IS NOT DISTINCT FROM n.attorney_party`,
      [paper.id],
    );
    await setReason(tx, 'accepted');
    await move(tx, paper, { state: 'checked', valid_until: validUntil });
  });
}

async function sendBack(tx: Tx, paper: StoredDossierPaper, reason: string): Promise<void> {
  if (paper.addedBy === tx.caller.personId) throw new ApiError('same-person');
  if (!paper.wrappedKey) throw notFound();
  const words = sealWords(personKey(tx.deps.keys, paper.id, paper.wrappedKey), reason);
  await asJob(tx, () => move(tx, paper, { state: 'returned', reason_sealed: words }));
}

async function move(tx: Tx, paper: StoredDossierPaper, changes: object): Promise<void> {
  const checked = {
    state_since: tx.db.raw('clock_timestamp()'),
    checked_by: tx.caller.personId,
    checked_role: tx.caller.role,
    checked_at: tx.deps.clock.business(),
  };
  await tx
    .db('dossier_papers')
    .where('id', paper.id)
    .update({ ...checked, ...changes });
}
