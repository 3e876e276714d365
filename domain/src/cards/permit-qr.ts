import { encodeBase45 } from './base45.ts';
import { encodeClaims, type PermitPart } from './claim-169.ts';
import { signSign1, type Sign1Signer } from './cose-sign1.ts';
import type { Deflate } from './status-list.ts';

/** What is said about one person and permit in one code. Times are seconds since 1970. */
export interface PermitQrClaims {
  readonly issuer: string;
  readonly issuedAt: number;
  readonly notBefore?: number;
  /** Default: the end of the permit's last day in Bangkok. Shorter for codes shown on a phone. */
  readonly expiresAt?: number;
  /** The name as printed in Latin letters, and in a second script. */
  readonly fullName: string;
  readonly secondaryFullName?: string;
  /** ISO 639-3 of the second name. */
  readonly secondaryLanguage?: string;
  /** `YYYY-MM-DD`. Leave out where the day is unknown or withheld: the year goes into `permit.birthYear`. */
  readonly dateOfBirth?: string;
  readonly nationality?: string;
  readonly permit: PermitPart;
}

export interface PermitQrSigner extends Sign1Signer {
  readonly deflate: Deflate;
}

/** The text of the QR: claims → CWT → COSE_Sign1 → zlib → Base45 (IANA CWT claim 169). */
export async function encodePermitQr(claims: PermitQrClaims, signer: PermitQrSigner): Promise<string> {
  const payload = encodeClaims({
    issuer: claims.issuer,
    expiresAt: claims.expiresAt ?? endOfBangkokDay(claims.permit.validTo),
    ...(claims.notBefore === undefined ? {} : { notBefore: claims.notBefore }),
    issuedAt: claims.issuedAt,
    identity: {
      fullName: claims.fullName,
      ...(claims.dateOfBirth === undefined ? {} : { dateOfBirth: claims.dateOfBirth }),
      ...(claims.nationality === undefined ? {} : { nationality: claims.nationality }),
      ...(claims.secondaryFullName === undefined ? {} : { secondaryFullName: claims.secondaryFullName }),
      ...(claims.secondaryLanguage === undefined ? {} : { secondaryLanguage: claims.secondaryLanguage }),
    },
    permit: claims.permit,
  });
  return encodeBase45(await signer.deflate(await signSign1(payload, signer)));
}

const BANGKOK_OFFSET_S = 7 * 3_600;
const DAY_S = 86_400;

/** The last second of the day in Thailand (UTC+7 all year), in seconds since 1970. */
export function endOfBangkokDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1_000 + DAY_S - 1 - BANGKOK_OFFSET_S;
}

/** The day in Thailand at this second. */
export function bangkokDayOf(seconds: number): string {
  return new Date((seconds + BANGKOK_OFFSET_S) * 1_000).toISOString().slice(0, 10);
}
