import type { Blobs } from '../blobs/blobs.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { openBytes, personKey, sealBytes, type PersonKey } from '../vault/person-vault.ts';
import { pageKey } from '../documents/document-pages.ts';
import type { Taken } from '../documents/intake/examined.ts';
import type { SeenPage } from '../documents/read-document.ts';
import type { DossierPage, StoredDossierPaper } from './dossier-store.ts';

/**
 * Seals a paper under its own key. A picture is its only page; of a PDF each page is, and the file itself is kept as
 * evidence beside them.
 */
export async function storeDossierFile(
  blobs: Blobs,
  key: PersonKey,
  { mime, bytes, pages, width, height }: Taken,
): Promise<{ blobKey: string; pages: DossierPage[] }> {
  const pictures = pages ?? [{ mime, bytes, width, height }];
  const stored = await Promise.all(
    pictures.map(async (picture, index) => {
      const sealed = sealBytes(pageKey(key, key.personId, index + 1), 'dossier', picture.bytes);
      const size = { width: picture.width, height: picture.height };
      return { mime: picture.mime, ...size, blobKey: await blobs.put(sealed) };
    }),
  );
  const blobKey = pages ? await blobs.put(sealBytes(key, 'dossier', bytes)) : stored[0]!.blobKey;
  return { blobKey, pages: stored };
}

/** A page of a paper in the clear, from 1; undefined where there is none or its key was destroyed. */
export async function openDossierPage(
  { keys, blobs }: { readonly keys: KeyStore; readonly blobs: Blobs },
  paper: StoredDossierPaper,
  page: number,
): Promise<SeenPage | undefined> {
  const stored = paper.pages[page - 1];
  const sealed = stored && paper.wrappedKey && (await blobs.get(stored.blobKey));
  if (!stored || !paper.wrappedKey || !sealed) return undefined;
  const key = pageKey(personKey(keys, paper.id, paper.wrappedKey), paper.id, page);
  return { mime: stored.mime, bytes: openBytes(key, 'dossier', sealed), page, pages: paper.pages.length };
}
