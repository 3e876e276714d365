import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { findDocument, type StoredDocument } from './document-store.ts';

/** The paper in the clear; who read it and why is recorded (promises.md I12). */
export async function getDocument(
  tx: Tx,
  input: InputOf<typeof filingApi.getDocument>,
): Promise<OutputOf<typeof filingApi.getDocument>> {
  const document = await findDocument(tx.db, input.documentId);
  const bytes = document && (await openDocument(tx, document));
  if (!document || !bytes) throw notFound();
  const fact = { act: 'document-read', subjectKind: 'document', subjectId: document.publicId };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, purpose: input.purpose });
  return { mime: document.mime, base64: bytes.toString('base64') };
}

/** Opens the sealed bytes of a paper; undefined where the person was erased or the file is gone. */
export async function openDocument(tx: Tx, document: StoredDocument): Promise<Buffer | undefined> {
  const person = await tx
    .db('people')
    .where('id', document.personId)
    .first<{ wrapped_key: Buffer | null } | undefined>('wrapped_key');
  const sealed = await tx.deps.blobs.get(document.blobKey);
  if (!person?.wrapped_key || !sealed) return undefined;
  return openBytes(personKey(tx.deps.keys, document.personId, person.wrapped_key), 'document', sealed);
}
