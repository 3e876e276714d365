import { stageBlobs } from '../blobs/stage-blobs.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../ids.ts';
import { sealBytes, type PersonKey } from '../vault/person-vault.ts';
import type { PagePicture } from './intake/examined.ts';

/** One drawn page of a PDF as it lies in the store. */
export interface StoredPage {
  readonly page: number;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly blobKey: string;
}

interface PageRow {
  page: number;
  mime: string;
  width: number;
  height: number;
  blob_key: string;
}

/** A page that is sealed and stored, and of which no row speaks yet. */
export interface StagedPage extends StoredPage {
  readonly bytes: number;
  readonly sha256: Buffer;
}

/**
 * Seals each page under the key of the paper's person and stores it, outside of any transaction; the page number is part
 * of what is authenticated.
 */
export async function stagePages(
  deps: Deps,
  paper: { readonly documentId: string; readonly key: PersonKey; readonly pages: readonly PagePicture[] },
): Promise<StagedPage[]> {
  const { documentId, key, pages } = paper;
  const sealed = pages.map(({ bytes }, index) =>
    sealBytes(pageKey(key, documentId, index + 1), 'document-page', bytes),
  );
  const keys = await stageBlobs(deps, sealed);
  return pages.map(({ mime, bytes, width, height }, index) => ({
    ...{ page: index + 1, mime, width, height, blobKey: keys[index]! },
    ...{ bytes: bytes.length, sha256: sha256(bytes) },
  }));
}

/** Writes the rows of pages whose files this transaction has claimed. */
export async function insertPages(tx: Tx, documentId: string, pages: readonly StagedPage[]): Promise<void> {
  if (pages.length === 0) return;
  await tx
    .db('document_pages')
    .insert(pages.map(({ blobKey, ...page }) => ({ document_id: documentId, ...page, blob_key: blobKey })));
}

/** A page cannot be moved to another place or paper: both are part of the context that it is sealed in. */
export function pageKey(key: PersonKey, documentId: string, page: number): PersonKey {
  return { key: key.key, personId: `${key.personId}\0${documentId}\0${page}` };
}

/** A page of a paper by its number, from 1. */
export async function findPage(
  db: Database,
  documentId: string,
  page: number,
): Promise<StoredPage | undefined> {
  const row = await db('document_pages')
    .where({ document_id: documentId, page })
    .first<PageRow | undefined>();
  return row && fromRow(row);
}

/** All pages of a paper in order; none where it was filed as a picture. */
export async function pagesOf(db: Database, documentId: string): Promise<StoredPage[]> {
  const rows = await db('document_pages')
    .where('document_id', documentId)
    .orderBy('page')
    .select<PageRow[]>();
  return rows.map(fromRow);
}

const fromRow = ({ blob_key: blobKey, ...row }: PageRow): StoredPage => ({
  page: row.page,
  mime: row.mime,
  width: row.width,
  height: row.height,
  blobKey,
});
