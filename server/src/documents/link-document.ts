import type { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { LINK_SECONDS, sealLink } from './document-link.ts';
import { pagesOf } from './document-pages.ts';
import { findDocument } from './document-store.ts';

type Output = OutputOf<typeof documentLinksApi.linkDocument>;

/** Links to every page of a paper that the caller may see now; who asked and why is recorded. */
export async function linkDocument(
  tx: Tx,
  { documentId, purpose, as }: InputOf<typeof documentLinksApi.linkDocument>,
): Promise<Output> {
  const { sessionId: session } = tx.caller;
  if (!session) throw new ApiError('not-permitted', { detailCode: 'link-needs-a-session' });
  const document = await findDocument(tx.db, documentId);
  if (!document) throw notFound();
  const until = Math.floor(tx.deps.clock.now().getTime() / 1000) + LINK_SECONDS;
  const claims = { document: documentId, session, role: tx.caller.role as Role, purpose, as, until };
  const drawn = await pagesOf(tx.db, document.id);
  const sizes: readonly { page: number; width?: number; height?: number }[] =
    drawn.length > 0 ? drawn : [{ page: 1 }];
  const pages = sizes.map(({ page, width, height }) => ({
    page,
    path: `/api/v1/document-links/${sealLink(tx.deps.keys, { ...claims, page })}`,
    ...(width && height ? { width, height } : {}),
  }));
  const fact = { act: 'document-linked', subjectKind: 'document', subjectId: documentId, purpose };
  const detail = { pages: pages.length, as, until };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, detail });
  return { expiresAt: new Date(until * 1000).toISOString(), pages };
}
