import { claimBlobs, stageBlobs } from '../blobs/stage-blobs.ts';
import type { Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../ids.ts';
import { newPersonKey, openBytes, personKey, sealBytes, type PersonKey } from '../vault/person-vault.ts';
import { pageKey } from './document-pages.ts';
import type { Taken } from './intake/examined.ts';
import type { SeenPage } from './read-document.ts';

/** Papers that lie under a key of their own: they belong to no single worker. */
export type PaperPlace = 'dossier' | 'notice-paper';

/** One page of a paper as it lies in the store. */
export interface PaperPage {
  readonly mime: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly blobKey: string;
}

/** A paper that is sealed and stored, and of which no row speaks yet. */
export interface StagedPaper {
  /** The id that its row will have; its key is bound to it. */
  readonly id: string;
  readonly wrappedKey: Buffer;
  readonly taken: Taken;
  readonly pages: readonly PaperPage[];
  /** The file as it came; of a picture the same as its only page. */
  readonly blobKey: string;
}

/**
 * Seals a paper under a key of its own and stores it, outside of any transaction. A picture is its only page; of a PDF
 * each page is, and the file itself is kept as evidence beside them.
 */
export async function stagePaper(deps: Deps, place: PaperPlace, taken: Taken): Promise<StagedPaper> {
  const id = newId();
  const key = newPersonKey(deps.keys, id);
  const { mime, bytes, width, height } = taken;
  const pictures = taken.pages ?? [{ mime, bytes, width, height }];
  const sealed = pictures.map((picture, index) =>
    sealBytes(pageKey(key, id, index + 1), place, picture.bytes),
  );
  const evidence = taken.pages ? [sealBytes(key, place, bytes)] : [];
  const keys = await stageBlobs(deps, [...sealed, ...evidence]);
  const pages = pictures.map((picture, index) => ({
    ...{ mime: picture.mime, width: picture.width, height: picture.height },
    blobKey: keys[index]!,
  }));
  return { id, wrappedKey: key.wrapped, taken, pages, blobKey: keys[taken.pages ? pages.length : 0]! };
}

/** The row that speaks of the paper is written in this transaction. Runs as the job class. */
export function claimPaper(tx: Tx, { pages, blobKey }: StagedPaper): void {
  claimBlobs(tx, [...new Set([...pages.map((page) => page.blobKey), blobKey])]);
}

export interface OwnKeyPaper {
  readonly id: string;
  readonly wrappedKey: Buffer | undefined;
  readonly pages: readonly PaperPage[];
}

/** A page of a paper in the clear, from 1; undefined where there is none or its key was destroyed. */
export async function openPaperPage(
  { keys, blobs }: Pick<Deps, 'keys' | 'blobs'>,
  place: PaperPlace,
  { id, wrappedKey, pages, page }: OwnKeyPaper & { readonly page: number },
): Promise<SeenPage | undefined> {
  const stored = pages[page - 1];
  const sealed = stored && wrappedKey && (await blobs.get(stored.blobKey));
  if (!stored || !wrappedKey || !sealed) return undefined;
  const key: PersonKey = pageKey(personKey(keys, id, wrappedKey), id, page);
  return { mime: stored.mime, bytes: openBytes(key, place, sealed), page, pages: pages.length };
}
