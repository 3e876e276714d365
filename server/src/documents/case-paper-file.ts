import { claimBlobs, stageBlobs } from '../blobs/stage-blobs.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { newId, sha256 } from '../ids.ts';
import { sealBytes, type PersonKey } from '../vault/person-vault.ts';
import { pageKey, type StagedPage } from './document-pages.ts';
import type { Taken } from './intake/examined.ts';

/** A paper of a case that is sealed under its worker's key and stored, and of which no row speaks yet. */
export interface StoredCasePaper {
  /** The id that its row will have: its pages are bound to it. */
  readonly documentId: string;
  readonly personId: string;
  readonly taken: Taken;
  readonly blobKey: string;
  readonly pages: readonly StagedPage[];
  /** Files that the row's transaction has to claim. */
  readonly staged: readonly string[];
}

/** Seals and stores a paper before its transaction (docs/decisions/0052). */
export async function stageCasePaper(deps: Deps, key: PersonKey, taken: Taken): Promise<StoredCasePaper> {
  const { documentId, pieces } = sealPieces(key, taken);
  const keys = await stageBlobs(deps, pieces);
  return { ...described(documentId, key, taken, keys), staged: keys };
}

/**
 * The same within a transaction of a worker, where the case itself begins in it (an import): its rows are few at a time,
 * and only the worker's own connection waits for the store.
 */
export async function putCasePaper(tx: Tx, key: PersonKey, taken: Taken): Promise<StoredCasePaper> {
  const { documentId, pieces } = sealPieces(key, taken);
  const keys = await Promise.all(pieces.map((bytes) => tx.deps.blobs.put(bytes)));
  return { ...described(documentId, key, taken, keys), staged: [] };
}

/** The row that speaks of the paper is written in this transaction. */
export function claimCasePaper(tx: Tx, { staged }: StoredCasePaper): Promise<void> {
  return asJob(tx, async () => claimBlobs(tx, staged));
}

/** The file itself and after it each page of a PDF; paper and page number are part of what is authenticated. */
function sealPieces(key: PersonKey, taken: Taken): { documentId: string; pieces: Buffer[] } {
  const documentId = newId();
  const pages = (taken.pages ?? []).map(({ bytes }, index) =>
    sealBytes(pageKey(key, documentId, index + 1), 'document-page', bytes),
  );
  return { documentId, pieces: [sealBytes(key, 'document', taken.bytes), ...pages] };
}

function described(documentId: string, { personId }: PersonKey, taken: Taken, keys: readonly string[]) {
  const pages = (taken.pages ?? []).map(({ mime, bytes, width, height }, index) => ({
    ...{ page: index + 1, mime, width, height, blobKey: keys[index + 1]! },
    ...{ bytes: bytes.length, sha256: sha256(bytes) },
  }));
  return { documentId, personId, taken, blobKey: keys[0]!, pages };
}
