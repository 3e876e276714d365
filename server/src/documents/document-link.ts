import type { Role } from '@permit/domain/staff/roles.ts';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { KeyStore } from '../vault/key-store.ts';
import { openSealed, seal } from '../vault/sealing.ts';

/** Long enough to leaf through a paper, short enough that a copied address is worth nothing. */
export const LINK_SECONDS = 300;
const CONTEXT = Buffer.from('document-link\0v1');

const Claims = z.object({
  /** A paper of a case, of a dossier or of a notice, its public id, and the page. */
  of: z.enum(['case', 'dossier', 'notice']),
  document: z.string(),
  page: z.int(),
  /** Who asked: the session and the role that they acted in. */
  session: z.string(),
  role: z.string(),
  purpose: z.string(),
  as: z.enum(['inline', 'download']),
  /** Seconds since 1970, of the real clock. */
  until: z.int(),
});
export type LinkClaims = Omit<z.infer<typeof Claims>, 'role'> & { readonly role: Role };

/**
 * The claims, encrypted and authenticated (AES-256-GCM, whose tag is compared in constant time): the address names
 * neither paper nor session to whoever finds it in a log or over a shoulder.
 */
export function sealLink(keys: Pick<KeyStore, 'tokenKey'>, claims: LinkClaims): string {
  return seal(keyOf(keys), Buffer.from(JSON.stringify(claims)), CONTEXT).toString('base64url');
}

/** The claims of a link of ours that has not ended; undefined for everything else, without saying what was wrong. */
export function openLink(keys: Pick<KeyStore, 'tokenKey'>, link: string, now: Date): LinkClaims | undefined {
  try {
    const sealed = Buffer.from(link, 'base64url');
    // Letters that base64url skips would make many addresses of one link.
    if (sealed.toString('base64url') !== link) return undefined;
    const claims = Claims.parse(JSON.parse(openSealed(keyOf(keys), sealed, CONTEXT).toString('utf8')));
    return claims.until * 1000 > now.getTime() ? (claims as LinkClaims) : undefined;
  } catch {
    return undefined;
  }
}

/** A key of its own, so that no access token can be read as a link or the other way round (docs/keys.md). */
function keyOf(keys: Pick<KeyStore, 'tokenKey'>): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', keys.tokenKey(), new Uint8Array(0), CONTEXT, 32));
}
