import type { DocumentSummary } from '@permit/domain/contract/filing-shapes.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

export interface StoredDocument {
  readonly id: string;
  readonly publicId: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly kind: string;
  readonly mime: string;
  readonly pages: number | undefined;
  readonly blobKey: string;
  /** True where the intake of today has seen it. */
  readonly lookedAt: boolean;
}

interface DocumentRow {
  id: string;
  public_id: string;
  application_id: string;
  person_id: string;
  kind: string;
  mime: string;
  bytes: number;
  pages: number | null;
  blob_key: string;
  original_sha256: Buffer | null;
  issued_on: string | null;
  expires_on: string | null;
  seen_as: string | null;
  added_at: Date;
}

/** The papers of a case that count now, oldest first. */
export async function documentsOf(
  db: Database,
  applicationId: string,
): Promise<z.infer<typeof DocumentSummary>[]> {
  const rows = await db('documents')
    .where('application_id', applicationId)
    .whereNull('replaced_at')
    .orderBy('added_at')
    .select<DocumentRow[]>();
  return rows.map(describe);
}

/** One paper as its list shows it. */
export async function describeDocument(
  db: Database,
  publicId: string,
): Promise<z.infer<typeof DocumentSummary> | undefined> {
  const row = await db('documents').where('public_id', publicId).first<DocumentRow | undefined>();
  return row && describe(row);
}

/** Where the bytes of a paper lie. */
export async function findDocument(db: Database, publicId: string): Promise<StoredDocument | undefined> {
  const row = await db('documents').where('public_id', publicId).first<DocumentRow | undefined>();
  return row && stored(row);
}

/** The same by internal id, for jobs. */
export async function findDocumentById(db: Database, id: string): Promise<StoredDocument | undefined> {
  const row = await db('documents').where('id', id).first<DocumentRow | undefined>();
  return row && stored(row);
}

/** The newest paper of a kind in a case: the filed portrait, for instance. */
export async function newestOfKind(
  db: Database,
  applicationId: string,
  kind: string,
): Promise<StoredDocument | undefined> {
  const row = await db('documents')
    .where({ application_id: applicationId, kind })
    .whereNull('replaced_at')
    .orderBy('added_at', 'desc')
    .first<DocumentRow | undefined>();
  return row && stored(row);
}

function stored(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    publicId: row.public_id,
    applicationId: row.application_id,
    personId: row.person_id,
    kind: row.kind,
    mime: row.mime,
    pages: row.pages ?? undefined,
    blobKey: row.blob_key,
    lookedAt: row.original_sha256 !== null,
  };
}

function describe(row: DocumentRow): z.infer<typeof DocumentSummary> {
  return {
    documentId: row.public_id,
    kind: row.kind,
    mime: row.mime,
    bytes: row.bytes,
    ...(row.pages === null ? {} : { pages: row.pages }),
    addedAt: row.added_at.toISOString(),
    ...(row.issued_on === null ? {} : { issued: row.issued_on }),
    ...(row.expires_on === null ? {} : { expires: row.expires_on }),
    ...(row.seen_as === null ? {} : { seenAs: row.seen_as }),
  };
}
