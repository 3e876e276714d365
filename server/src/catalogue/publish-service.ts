import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { decidePublishing } from '@permit/domain/catalogue/decide-publishing.ts';
import type { catalogueApi } from '@permit/domain/contract/catalogue-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { rebuildDraft } from './draft-service.ts';
import { draftQuery, resultOf, type DraftView } from './draft-view.ts';
import { currentCatalogue } from './published-service-store.ts';

/**
 * Another person publishes a prepared version, exactly as it stands on the newest one at this moment. It is in force
 * from its first day; cases that run keep theirs, because a case names its version.
 */
export async function publishService(
  tx: Tx,
  input: InputOf<typeof catalogueApi.publishService>,
): Promise<DraftView> {
  // Two who publish at once wait for each other here: the second sees the first one's version.
  await tx.db.raw(`SELECT pg_advisory_xact_lock(hashtextextended('publish-service', 2))`);
  const [row] = await draftQuery(tx).where('d.public_id', input.draftId);
  if (!row) throw notFound();
  if (row.published || row.discarded_at) throw new ApiError('wrong-state');
  const catalogue = await currentCatalogue(tx.db);
  const { after, problems } = resultOf(catalogue, row);
  if (!after || problems.length > 0) throw new ApiError('refused', { detailCode: 'version-not-sound' });
  const decision = decidePublishing(after, {
    preparedBy: row.prepared_by,
    publishedBy: tx.caller.personId!,
    today: bangkokDate(tx.deps.clock.business()),
    versions: catalogue.versions,
  });
  if (!decision.allowed)
    throw decision.code === 'same-person-publishes'
      ? new ApiError('same-person')
      : new ApiError('refused', { detailCode: decision.code });
  await tx.db('published_services').insert({
    service_code: after.code,
    version: after.version,
    effective_from: after.effectiveFrom,
    definition: JSON.stringify(after),
    draft_id: row.id,
    prepared_by: row.prepared_by,
    published_by: tx.caller.personId!,
  });
  const fact = { act: 'service-version-published', subjectKind: 'service-draft', subjectId: input.draftId };
  const detail = { code: after.code, version: after.version, effectiveFrom: after.effectiveFrom };
  await recordAudit(tx, { ...fact, purpose: 'catalogue', detail });
  return rebuildDraft(tx, input.draftId);
}
