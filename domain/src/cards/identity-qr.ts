import { decodeBase45 } from './base45.ts';
import { decodeClaims, type CwtClaims } from './claim-169.ts';
import { openSign1, type Opened, type SignatureCheck } from './open-sign1.ts';
import type { Inflate } from './status-list.ts';
import { keyWasInUse, type TrustedKey } from './trust-list.ts';

export interface IdentityPorts extends SignatureCheck {
  /** Seconds since 1970, by the reader's clock. */
  readonly now: number;
  readonly inflate: Inflate;
}

/** The largest QR holds 4,296 characters; what opens to more than 64 KiB is an attack. */
const LONGEST_TEXT = 4_296;
const MOST_BYTES = 65_536;

/** Clocks of phones run wrong by minutes; a permit does not begin or end by minutes. */
export const CLOCK_TOLERANCE_S = 300;

/** How far the reading of a malformed code came. */
export type ReadingStage = 'text' | 'compression' | 'message' | 'claims';
type OpenedText = Opened & { readonly stage?: ReadingStage };

/** Base45 → zlib → signature: the signed payload, or why there is none. */
export async function openIdentityText(text: string, ports: IdentityPorts): Promise<OpenedText> {
  // Scanners like to end with a line break; spaces belong to the alphabet and stay.
  const code = text.replace(/[\r\n]{1,2}$/, '');
  const compressed = code.length <= LONGEST_TEXT ? decodeBase45(code) : undefined;
  if (!compressed) return { ok: false, code: 'malformed', stage: 'text' };
  const bytes = await inflated(compressed, ports.inflate);
  if (!bytes) return { ok: false, code: 'malformed', stage: 'compression' };
  const opened = await openSign1(bytes, ports);
  return !opened.ok && opened.code === 'malformed' ? { ...opened, stage: 'message' } : opened;
}

async function inflated(bytes: Uint8Array, inflate: Inflate): Promise<Uint8Array | undefined> {
  try {
    return await inflate(bytes, MOST_BYTES);
  } catch {
    return undefined;
  }
}

export type IdentityAnswer =
  | { readonly ok: true; readonly claims: CwtClaims; readonly key: TrustedKey }
  | {
      readonly ok: false;
      readonly code:
        | 'malformed'
        | 'unsigned'
        | 'unknown-key'
        | 'key-not-in-use'
        | 'bad-signature'
        | 'expired'
        | 'not-yet-valid';
      readonly stage?: ReadingStage;
    };

/** Accepts any identity code of IANA claim 169 that a trusted key signed and whose time it is; permit or not. */
export async function openIdentityQr(text: string, ports: IdentityPorts): Promise<IdentityAnswer> {
  const opened = await openIdentityText(text, ports);
  if (!opened.ok) return opened;
  const claims = decodeClaims(opened.payload);
  if (!claims) return { ok: false, code: 'malformed', stage: 'claims' };
  if (!keyWasInUse(opened.key, claims.issuedAt)) return { ok: false, code: 'key-not-in-use' };
  if (ports.now > (claims.expiresAt ?? Infinity) + CLOCK_TOLERANCE_S) return { ok: false, code: 'expired' };
  if (ports.now + CLOCK_TOLERANCE_S < (claims.notBefore ?? -Infinity))
    return { ok: false, code: 'not-yet-valid' };
  return { ok: true, claims, key: opened.key };
}
