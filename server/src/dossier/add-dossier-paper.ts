import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { PaperOfAttorney } from '@permit/domain/dossier/dossier-paper.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { claimPaper, type StagedPaper } from '../documents/paper-file.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newPublicId, sha256 } from '../ids.ts';
import { personKey } from '../vault/person-vault.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { describeDossierPaper } from './describe-dossier.ts';
import { findDossierPaper } from './dossier-store.ts';

type Input = Omit<InputOf<typeof dossierApi.addDossierPaper>, 'bytes'>;

/**
 * Adds a paper that the intake has taken. It waits to be checked beside the one that is relied on; one of its kind that
 * waited before is replaced.
 */
export async function addDossierPaper(
  tx: Tx,
  input: Input,
  file: StagedPaper,
): Promise<OutputOf<typeof dossierApi.addDossierPaper>> {
  const partyId = await employerOf(tx, input.onBehalfOf);
  const attorney = input.kind === 'power-of-attorney' ? await attorneyOf(tx, input) : undefined;
  const slot = { party_id: partyId, kind: input.kind, attorney_party: attorney?.agent ?? null };
  const { version } = await tx
    .db('dossier_papers')
    .where(slot)
    .first<{ version: number }>(tx.db.raw('coalesce(max(version), 0) + 1 AS version'));
  const replaced = { state: 'replaced', state_since: tx.db.fn.now() };
  await tx
    .db('dossier_papers')
    .where({ ...slot, state: 'to-check' })
    .update(replaced);
  const publicId = newPublicId();
  const { id, taken, wrappedKey } = file;
  const key = personKey(tx.deps.keys, id, wrappedKey);
  await asJob(tx, async () => claimPaper(tx, file));
  await tx.db('dossier_papers').insert({
    ...{ id, public_id: publicId, ...slot, version, state: 'to-check', wrapped_key: wrappedKey },
    label_sealed: input.label ? sealWords(key, input.label) : null,
    ...{ mime: taken.mime, bytes: taken.bytes.length, sha256: sha256(taken.bytes) },
    original_sha256: Buffer.from(taken.originalSha256),
    scanned_by: taken.scannedBy ?? 'none',
    ...{ pages: JSON.stringify(file.pages), blob_key: file.blobKey },
    own_last_day: input.ownLastDay ?? null,
    attorney: attorney ? JSON.stringify(attorney.paper) : null,
    added_by: tx.caller.personId,
    added_at: tx.deps.clock.business(),
  });
  const fact = { act: 'dossier-paper-added', subjectKind: 'dossier-paper', subjectId: publicId };
  await recordAudit(tx, { ...fact, purpose: 'dossier', detail: { kind: input.kind, version } });
  return describeDossierPaper(tx, (await findDossierPaper(tx.db, publicId))!);
}

/** The employer whose dossier it is: the caller, or who has entrusted the calling agent. */
async function employerOf(tx: Tx, onBehalfOf: string | undefined): Promise<string> {
  const own = actingParty(tx);
  if (tx.caller.role === 'employer' && onBehalfOf === undefined) return own;
  if (onBehalfOf === undefined) throw new ApiError('invalid-input', { detailCode: 'on-behalf-of-wanted' });
  const employer = await tx
    .db('parties')
    .where({ public_id: onBehalfOf, kind: 'employer' })
    .first<{ id: string } | undefined>('id');
  if (!employer) throw notFound();
  if (employer.id === own) return own;
  const entrusted = await tx
    .db('delegations')
    .where({ from_party: employer.id, to_party: own })
    .whereNull('revoked_at')
    .whereRaw('starts_at <= now() AND ends_at > now()')
    .first<{ id: string } | undefined>('id');
  if (!entrusted) throw new ApiError('refused', { detailCode: 'no-delegation' });
  return employer.id;
}

/** A power of attorney names its agent, acts and days; its duty is looked at by whoever checks it. */
async function attorneyOf(tx: Tx, input: Input): Promise<{ agent: string; paper: PaperOfAttorney }> {
  const { agentPartyId, acts, from, until, stampDutySatang = 0 } = input;
  if (!agentPartyId || !acts || !from || !until)
    throw new ApiError('invalid-input', { detailCode: 'attorney-not-whole' });
  if (until < from) throw new ApiError('refused', { detailCode: 'delegation-dates' });
  const agent = await tx
    .db('parties')
    .where({ public_id: agentPartyId, kind: 'agent' })
    .first<{ id: string } | undefined>('id');
  // An agent lays down its own power of attorney; another's is not there for it.
  if (!agent || (tx.caller.role === 'agent' && agent.id !== actingParty(tx))) throw notFound();
  const days = { from: from as CalendarDate, until: until as CalendarDate };
  return { agent: agent.id, paper: { acts, ...days, stampDutySatang } };
}
