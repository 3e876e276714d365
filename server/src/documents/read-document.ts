import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { openBytes, personKey, type PersonKey } from '../vault/person-vault.ts';
import { findPage, pageKey } from './document-pages.ts';
import { findDocument, type StoredDocument } from './document-store.ts';

/** A paper as people see it: one picture. */
export interface SeenPage {
  readonly mime: string;
  readonly bytes: Buffer;
  readonly page: number;
  readonly pages: number;
}

/** One page of a paper in the clear; who read it and why is recorded (promises.md I12). */
export async function getDocument(
  tx: Tx,
  input: InputOf<typeof filingApi.getDocument>,
): Promise<OutputOf<typeof filingApi.getDocument>> {
  const document = await findDocument(tx.db, input.documentId);
  const seen = document && (await openPage(tx, document, input.page));
  if (!document || !seen) throw notFound();
  const fact = { act: 'document-read', subjectKind: 'document', subjectId: document.publicId };
  const detail = { page: seen.page };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, purpose: input.purpose, detail });
  const { bytes, ...described } = seen;
  return { ...described, base64: bytes.toString('base64') };
}

/**
 * A page of a paper, from 1; undefined where there is none, the person was erased or the file is gone. Of a PDF only
 * what was drawn of it leaves: `unavailable` while that has not been done.
 */
export async function openPage(
  tx: Tx,
  document: StoredDocument,
  page: number,
): Promise<SeenPage | undefined> {
  if (document.mime !== 'application/pdf') {
    const bytes = page === 1 ? await openDocument(tx, document) : undefined;
    return bytes && { mime: document.mime, bytes, page, pages: 1 };
  }
  const pages = document.pages ?? 1;
  const drawn = await findPage(tx.db, document.id, page);
  if (!drawn && page <= pages) throw notDrawn(document);
  const key = await keyOfDocument(tx, document);
  const sealed = drawn && (await tx.deps.blobs.get(drawn.blobKey));
  if (!key || !sealed) return undefined;
  const bytes = openBytes(pageKey(key, document.id, page), 'document-page', sealed);
  return { mime: drawn.mime, bytes, page, pages };
}

/** A PDF of before is drawn by the worker in its turn; one that the intake does not take today never will be. */
const notDrawn = ({ lookedAt }: StoredDocument): ApiError =>
  lookedAt
    ? new ApiError('image-refused', { detailCode: 'unreadable' })
    : new ApiError('unavailable', { detailCode: 'pages-not-drawn', retryAfterSeconds: 60 });

/** Opens the sealed bytes of a paper itself; undefined where the person was erased or the file is gone. */
export async function openDocument(tx: Tx, document: StoredDocument): Promise<Buffer | undefined> {
  const key = await keyOfDocument(tx, document);
  const sealed = key && (await tx.deps.blobs.get(document.blobKey));
  return sealed && openBytes(key, 'document', sealed);
}

/** The key of the paper's person; undefined where they were erased. */
export async function keyOfDocument(tx: Tx, { personId }: StoredDocument): Promise<PersonKey | undefined> {
  const person = await tx
    .db('people')
    .where('id', personId)
    .first<{ wrapped_key: Buffer | null } | undefined>('wrapped_key');
  return person?.wrapped_key ? personKey(tx.deps.keys, personId, person.wrapped_key) : undefined;
}
