import { DOCUMENT_TYPES } from '@permit/domain/catalogue/document-type.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { caseKey, lockApplication, type Application } from '../applications/application-store.ts';
import { serviceOf } from '../applications/service-of.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId, sha256 } from '../ids.ts';
import { sealBytes } from '../vault/person-vault.ts';
import { describeDocument } from './document-store.ts';
import { storePages } from './document-pages.ts';
import type { Taken } from './intake/examined.ts';

/** The bytes as they came are not looked at again: what the intake made of them is kept. */
type Input = Omit<InputOf<typeof filingApi.attachDocument>, 'bytes'>;

/**
 * Stores a paper that the intake has decoded and encoded anew, sealed under the worker's key. A newer paper of
 * one kind takes the place of the older, which is kept.
 */
export async function attachDocument(
  tx: Tx,
  input: Input,
  examined: Taken,
): Promise<OutputOf<typeof filingApi.attachDocument>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  requireOpen(application, input.kind);
  if (input.kind === 'photo' && examined.mime === 'application/pdf')
    throw new ApiError('image-refused', { detailCode: 'photo-must-be-a-picture' });
  await tx
    .db('documents')
    .where({ application_id: application.id, kind: input.kind })
    .whereNull('replaced_at')
    .update({ replaced_at: tx.db.fn.now() });
  const publicId = await storeDocument(tx, application, input.kind, examined);
  return (await describeDocument(tx.db, publicId))!;
}

/** Seals and keeps one paper of a case; answers its public id. */
export async function storeDocument(
  tx: Tx,
  application: Application,
  kind: string,
  examined: Taken,
): Promise<string> {
  const key = caseKey(tx.deps.keys, application);
  const blobKey = await tx.deps.blobs.put(sealBytes(key, 'document', examined.bytes));
  const [id, publicId] = [newId(), newPublicId()];
  await tx.db('documents').insert({
    id,
    public_id: publicId,
    application_id: application.id,
    person_id: application.workerPerson,
    kind,
    mime: examined.mime,
    bytes: examined.bytes.length,
    pages: examined.pages?.length ?? null,
    sha256: sha256(examined.bytes),
    original_sha256: Buffer.from(examined.originalSha256),
    scanned_by: examined.scannedBy ?? 'none',
    blob_key: blobKey,
    measures: JSON.stringify(measuresOf(kind, examined)),
    added_by: tx.caller.personId ?? null,
  });
  await storePages(tx, { documentId: id, key, pages: examined.pages ?? [] });
  const fact = { act: 'document-attached', subjectKind: 'document', subjectId: publicId, purpose: 'filing' };
  await recordAudit(tx, { ...fact, applicationId: application.id, detail: { kind } });
  return publicId;
}

/** Papers are taken in a draft, and after a return only those that were asked for. */
function requireOpen(application: Application, kind: string): void {
  if (!(DOCUMENT_TYPES as readonly string[]).includes(kind))
    throw new ApiError('invalid-input', { detailCode: 'document-kind-unknown' });
  if (application.state === 'draft') return;
  const demands = serviceOf(application).documents;
  const asked = application.requested.some(({ item }) => {
    const name = item.replace(/^documents\./, '');
    // A demand is sent back by its own name, and any paper that answers it is open.
    return name === kind || name === 'documents' || demands[name]?.anyOf.some((type) => type === kind);
  });
  if (application.state !== 'needs-documents') throw new ApiError('wrong-state');
  if (!asked) throw new ApiError('refused', { detailCode: 'item-not-open' });
}

const measuresOf = (kind: string, { portrait }: Taken): object =>
  kind === 'photo' && portrait ? { portrait } : {};
