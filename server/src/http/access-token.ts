import { EncryptJWT } from 'jose';
import { createDecipheriv } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Role } from '@permit/domain/staff/roles.ts';
import type { Deps } from '../deps.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** What a token says; it is encrypted, because the ids inside are internal. */
export interface TokenClaims {
  readonly sid: string;
  readonly account: string;
  readonly accountPublic: string;
  readonly person: string;
  /** `until`: milliseconds since 1970 at which a role given for a time ends; it dies at that instant, not with the token. */
  readonly roles: readonly {
    role: Role;
    partyId: string;
    /** Public id of the party, by which its holder names it. */
    party?: string | undefined;
    until?: number | undefined;
  }[];
}

/** Short, because a revoked role or session lives on in it (docs/production.md). */
export const ACCESS_TOKEN_SECONDS = 600;
const ISSUER = 'permit-api';

/** A JWE (dir, A256GCM) that lives for ten minutes of real time. */
export async function issueAccessToken(keys: KeyStore, claims: TokenClaims, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new EncryptJWT({ ...claims })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuer(ISSUER)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
    .encrypt(keys.tokenKey());
}

// Exactly what issueAccessToken writes, so that no other algorithm can be asked for by a token.
const HEADER = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');

type OpenedToken = TokenClaims & { readonly iss: string; readonly exp: number };

/** The claims, or undefined where the token is not ours, was changed or has ended. */
export function readAccessToken(keys: KeyStore, token: string, now: Date): TokenClaims | undefined {
  const opened = openedBefore(keys, token) ?? openToken(keys, token);
  if (!opened) return undefined;
  rememberOpened(keys, token, opened);
  return opened.exp > now.getTime() / 1000 ? opened : undefined;
}

/**
 * Opened here and not by jose: WebCrypto goes through a thread for 500 bytes, and every request pays for it (0.2 ms
 * against 0.02).
 */
function openToken(keys: KeyStore, token: string): OpenedToken | undefined {
  const [header, wrappedKey, nonce, sealed, tag, ...rest] = token.split('.');
  if (header !== HEADER || wrappedKey !== '' || !nonce || !sealed || !tag || rest.length > 0)
    return undefined;
  try {
    const iv = Buffer.from(nonce, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keys.tokenKey(), iv, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(header));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    const opened = Buffer.concat([decipher.update(sealed, 'base64url'), decipher.final()]);
    const claims = JSON.parse(opened.toString('utf8')) as OpenedToken;
    return claims.iss === ISSUER ? claims : undefined;
  } catch {
    return undefined;
  }
}

// A token says the same for as long as it lives, and comes with every request of its ten minutes.
const OPENED = new WeakMap<KeyStore, Map<string, OpenedToken>>();
const MOST_OPENED = 5_000;

const openedBefore = (keys: KeyStore, token: string) => OPENED.get(keys)?.get(token);

/** Of too many the one that was opened first is forgotten; it is opened again when it comes. */
function rememberOpened(keys: KeyStore, token: string, opened: OpenedToken): void {
  const known = OPENED.get(keys) ?? new Map<string, OpenedToken>();
  OPENED.set(keys, known);
  known.set(token, opened);
  if (known.size > MOST_OPENED) known.delete(known.keys().next().value!);
}

// Whoever asks is asked for twice: how much they may send, and who they are.
const READ = new WeakMap<IncomingMessage, { readonly claims: TokenClaims | undefined }>();

/** The claims of a request's token, read once; undefined where it has none of ours. */
export function claimsOf(
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  request: IncomingMessage,
): TokenClaims | undefined {
  const known = READ.get(request);
  if (known) return known.claims;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : readAccessToken(keys, token, clock.now());
  READ.set(request, { claims });
  return claims;
}
