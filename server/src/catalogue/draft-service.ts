import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { catalogueApi } from '@permit/domain/contract/catalogue-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { describeDraft, draftQuery, type DraftView } from './draft-view.ts';
import { currentCatalogue } from './published-service-store.ts';

/** Keeps a version in preparation: only what changes, by name. An unsound one is kept too, with its problems. */
export async function draftService(
  tx: Tx,
  input: InputOf<typeof catalogueApi.draftService>,
): Promise<DraftView> {
  const catalogue = await currentCatalogue(tx.db);
  if (!catalogue.codes.includes(input.code)) throw notFound();
  const publicId = newPublicId();
  await tx.db('catalogue_drafts').insert({
    id: newId(),
    public_id: publicId,
    service_code: input.code,
    effective_from: calendarDate(input.effectiveFrom),
    change: JSON.stringify(input.change),
    why: input.why,
    prepared_by: tx.caller.personId!,
  });
  await audit(tx, 'service-version-drafted', publicId, input.code);
  return rebuildDraft(tx, publicId);
}

/** A draft as it stands; also built again for a repeated key. */
export async function rebuildDraft(tx: Tx, publicId: string): Promise<DraftView> {
  const [row] = await draftQuery(tx).where('d.public_id', publicId);
  if (!row) throw notFound();
  return describeDraft(tx, await currentCatalogue(tx.db), row);
}

/** Versions in preparation, published and laid aside, newest first. */
export async function listServiceDrafts(
  tx: Tx,
  input: InputOf<typeof catalogueApi.listServiceDrafts>,
): Promise<OutputOf<typeof catalogueApi.listServiceDrafts>> {
  const rows = await draftQuery(tx).orderBy('d.prepared_at', 'desc').limit(input.limit);
  const catalogue = await currentCatalogue(tx.db);
  return { drafts: rows.map((row) => describeDraft(tx, catalogue, row)) };
}

/** Lays a draft aside; what is published stays published. */
export async function discardServiceDraft(
  tx: Tx,
  input: InputOf<typeof catalogueApi.discardServiceDraft>,
): Promise<DraftView> {
  const draft = await rebuildDraft(tx, input.draftId);
  if (draft.state !== 'waiting') throw new ApiError('wrong-state');
  await tx
    .db('catalogue_drafts')
    .where('public_id', input.draftId)
    .update({ discarded_by: tx.caller.personId!, discarded_at: tx.db.fn.now() });
  await audit(tx, 'service-version-discarded', input.draftId, draft.code);
  return rebuildDraft(tx, input.draftId);
}

async function audit(tx: Tx, act: string, draftId: string, code: string): Promise<void> {
  const fact = { act, subjectKind: 'service-draft', subjectId: draftId, purpose: 'catalogue' };
  await recordAudit(tx, { ...fact, detail: { code } });
}
