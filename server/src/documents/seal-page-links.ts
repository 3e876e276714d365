import type { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { LINK_SECONDS, sealLink, type LinkClaims } from './document-link.ts';

interface PageSize {
  readonly page: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A link to each page, for the caller's session and role. Software has no session and reads getDocument instead. */
export function sealPageLinks(
  tx: Tx,
  pages: readonly PageSize[],
  of: Pick<LinkClaims, 'of' | 'document' | 'purpose' | 'as'>,
): OutputOf<typeof documentLinksApi.linkDocument> {
  const { sessionId: session } = tx.caller;
  if (!session) throw new ApiError('not-permitted', { detailCode: 'link-needs-a-session' });
  const until = Math.floor(tx.deps.clock.now().getTime() / 1000) + LINK_SECONDS;
  const claims = { ...of, session, role: tx.caller.role as Role, until };
  return {
    expiresAt: new Date(until * 1000).toISOString(),
    pages: pages.map(({ page, width, height }) => ({
      page,
      path: `/api/v1/document-links/${sealLink(tx.deps.keys, { ...claims, page })}`,
      ...(width && height ? { width, height } : {}),
    })),
  };
}
