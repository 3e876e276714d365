import type { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { callerOfSession } from '../accounts/caller-of-session.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { openLink, type LinkClaims } from './document-link.ts';
import { readDossierPage } from '../dossier/read-dossier-page.ts';
import { readNoticePage } from '../notices/link-notice-paper.ts';
import { findDocument } from './document-store.ts';
import { openPage, type SeenPage } from './read-document.ts';

const FILE_ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/**
 * Sends the page to whoever holds the link, with the rights that its session has at this moment: signed out, role or
 * case taken away, ended, changed or invented are one answer.
 */
export async function readLinkedPage(
  { deps, requestId, response }: Around,
  { link }: InputOf<typeof documentLinksApi.getLinkedPage>,
): Promise<void> {
  const claims = openLink(deps.keys, link, deps.clock.now());
  const caller = claims && (await callerOfSession(deps, requestId, claims));
  const seen = caller && (await inTransaction(deps, caller, requestId, (tx) => read(tx, claims)));
  if (!claims || !seen) throw new ApiError('link-ended');
  const name = `paper-${claims.document}-${seen.page}.${FILE_ENDINGS[seen.mime] ?? 'bin'}`;
  response
    .status(200)
    .set({
      'content-type': seen.mime,
      'content-disposition': `${claims.as === 'download' ? 'attachment' : 'inline'}; filename="${name}"`,
      'content-length': String(seen.bytes.length),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .end(seen.bytes);
}

async function read(tx: Tx, claims: LinkClaims): Promise<SeenPage | undefined> {
  if (claims.of === 'dossier') return readDossierPage(tx, claims);
  if (claims.of === 'notice') return readNoticePage(tx, claims);
  const document = await findDocument(tx.db, claims.document);
  const seen = document && (await openPage(tx, document, claims.page));
  if (!seen) return undefined;
  const fact = { act: 'document-read', subjectKind: 'document', subjectId: claims.document };
  const detail = { page: claims.page, by: 'link' };
  await recordAudit(tx, {
    ...{ ...fact, purpose: claims.purpose, detail },
    applicationId: document.applicationId,
  });
  return seen;
}
