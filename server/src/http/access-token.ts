import { jwtDecrypt, EncryptJWT } from 'jose';
import type { Role } from '@permit/domain/staff/roles.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** What a token says; it is encrypted, because the ids inside are internal. */
export interface TokenClaims {
  readonly sid: string;
  readonly account: string;
  readonly accountPublic: string;
  readonly person: string;
  readonly roles: readonly { role: Role; partyId: string }[];
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

/** The claims, or undefined where the token is not ours, was changed or has ended. */
export async function readAccessToken(
  keys: KeyStore,
  token: string,
  now: Date,
): Promise<TokenClaims | undefined> {
  try {
    const options = {
      issuer: ISSUER,
      currentDate: now,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    };
    const { payload } = await jwtDecrypt(token, keys.tokenKey(), options);
    return payload as unknown as TokenClaims;
  } catch {
    return undefined;
  }
}
