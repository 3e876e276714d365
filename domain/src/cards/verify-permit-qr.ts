import { decodeClaims, type CwtClaims, type PermitPart } from './claim-169.ts';
import { CLOCK_TOLERANCE_S, openIdentityText, type IdentityPorts } from './identity-qr.ts';
import { bangkokDayOf } from './permit-qr.ts';
import type { ListedStatus, StatusList } from './status-list.ts';
import { keyWasInUse, type TrustedKey } from './trust-list.ts';

/** Every answer there is. The first eight are about a permit, the rest say why nothing may be believed. */
export const VERIFIER_ANSWERS = [
  'valid',
  'may-work-renewal-pending',
  'temporary',
  'replaced',
  'expired',
  'revoked',
  'cancelled',
  'changed-since-printed',
  'not-known',
  'not-yet-valid',
  'malformed',
  'unsigned',
  'bad-signature',
] as const;
export type VerifierAnswerCode = (typeof VERIFIER_ANSWERS)[number];

export type PermitAnswerCode = Exclude<
  VerifierAnswerCode,
  'not-known' | 'malformed' | 'unsigned' | 'bad-signature'
>;

/** What the code says about the person: to be compared with the passport, the photo is not in it. */
export interface ShownFacts {
  readonly fullName: string | undefined;
  readonly secondaryFullName: string | undefined;
  readonly dateOfBirth: string | undefined;
  readonly birthYear: number | undefined;
  readonly nationality: string | undefined;
  readonly permit: PermitPart;
}

/** How far the status list helped: none was given, it is older than the code, past its refresh time, or good. */
export type ListAge =
  | { readonly state: 'none' }
  | {
      readonly state: 'fresh' | 'stale' | 'older-than-code';
      readonly issuedAt: number;
      readonly ageSeconds: number;
    };

export interface PermitAnswer {
  readonly answer: PermitAnswerCode;
  readonly facts: ShownFacts;
  /** `YYYY-MM-DD`, of replaced, revoked, cancelled and expired. */
  readonly since?: string;
  readonly list: ListAge;
  /** True where something may have happened that this answer cannot know: an ended permit may be in renewal. */
  readonly lookOnline: boolean;
  /** Signed by a demonstration key. */
  readonly specimen: boolean;
}

export interface UnknownAnswer {
  readonly answer: 'not-known';
  readonly reason: 'unknown-key' | 'key-not-in-use' | 'not-a-permit' | 'not-in-list';
  /** True where the signature is of a key that we trust: a good identity code that is simply no permit of ours. */
  readonly signatureGood: boolean;
  /** Of a code that is signed but no permit: what it says, for a reader of other identity codes. */
  readonly claims?: CwtClaims;
}

export interface RefusedAnswer {
  readonly answer: 'malformed' | 'unsigned' | 'bad-signature';
  /** For `malformed`: how far the reading came. */
  readonly stage?: 'text' | 'compression' | 'message' | 'claims';
}

export type VerifierAnswer = PermitAnswer | UnknownAnswer | RefusedAnswer;

export interface VerifierPorts extends IdentityPorts {
  readonly statusList?: StatusList;
}

/** Reads a code of any stranger and answers; never throws for what it is given as text. */
export async function verifyPermitQr(text: string, ports: VerifierPorts): Promise<VerifierAnswer> {
  const opened = await openIdentityText(text, ports);
  if (opened.ok) return answerSigned(opened.payload, opened.key, ports);
  if (opened.code === 'unknown-key')
    return { answer: 'not-known', reason: 'unknown-key', signatureGood: false };
  return opened.stage ? { answer: 'malformed', stage: opened.stage } : { answer: opened.code };
}

function answerSigned(payload: Uint8Array, key: TrustedKey, ports: VerifierPorts): VerifierAnswer {
  const claims = decodeClaims(payload);
  if (!claims) return { answer: 'malformed', stage: 'claims' };
  if (!keyWasInUse(key, claims.issuedAt)) {
    return { answer: 'not-known', reason: 'key-not-in-use', signatureGood: true };
  }
  if (!claims.permit) return { answer: 'not-known', reason: 'not-a-permit', signatureGood: true, claims };
  return answerPermit({ claims, permit: claims.permit, key, ports });
}

interface SignedPermit {
  readonly claims: CwtClaims;
  readonly permit: PermitPart;
  readonly key: TrustedKey;
  readonly ports: VerifierPorts;
}

function answerPermit(signed: SignedPermit): VerifierAnswer {
  const { claims, permit, ports } = signed;
  const list = listAge(ports, claims.issuedAt);
  const listed = ports.statusList?.statusOf(permit.statusIndex);
  if (isUnlisted(signed, listed?.status, list)) {
    return { answer: 'not-known', reason: 'not-in-list', signatureGood: true };
  }
  const ended = endOf(claims, permit, ports.now);
  const answer = decideAnswer({ permit, listed: listed?.status ?? 'good', ended, isEarly: isEarly(signed) });
  const since = answer === 'expired' ? ended : listed?.since;
  return {
    answer,
    facts: shownFacts(claims, permit),
    ...(since === undefined ? {} : { since }),
    list,
    lookOnline: answer === 'expired' || answer === 'changed-since-printed' || list.state !== 'fresh',
    specimen: signed.key.specimen,
  };
}

/**
 * A code that a list of its own time or later does not carry was never issued. A code made after the list is
 * simply newer, and one below the list's range ended long ago.
 */
function isUnlisted(
  { permit, ports }: SignedPermit,
  status: ListedStatus | undefined,
  list: ListAge,
): boolean {
  if (!ports.statusList || list.state === 'older-than-code') return false;
  if (status === undefined) return permit.statusIndex >= ports.statusList.firstIndex;
  return status === 'not-issued';
}

function listAge(ports: VerifierPorts, codeIssuedAt: number | undefined): ListAge {
  if (!ports.statusList) return { state: 'none' };
  const { issuedAt, refreshBy } = ports.statusList;
  const ageSeconds = Math.max(0, ports.now - issuedAt);
  if (codeIssuedAt !== undefined && codeIssuedAt > issuedAt)
    return { state: 'older-than-code', issuedAt, ageSeconds };
  return { state: ports.now > refreshBy ? 'stale' : 'fresh', issuedAt, ageSeconds };
}

/** The day after which the code says nothing any more, or undefined while it still speaks. */
function endOf(claims: CwtClaims, permit: PermitPart, now: number): string | undefined {
  if (bangkokDayOf(now) > permit.validTo) return permit.validTo;
  const expiresAt = claims.expiresAt ?? Infinity;
  return now > expiresAt + CLOCK_TOLERANCE_S ? bangkokDayOf(expiresAt) : undefined;
}

function isEarly({ claims, permit, ports }: SignedPermit): boolean {
  const later = ports.now + CLOCK_TOLERANCE_S;
  return later < (claims.notBefore ?? -Infinity) || bangkokDayOf(later) < permit.validFrom;
}

interface Situation {
  readonly permit: PermitPart;
  readonly listed: ListedStatus;
  readonly ended: string | undefined;
  readonly isEarly: boolean;
}

/** The heaviest fact wins; a renewal that was filed in time outweighs the printed last day (s.67 of the Decree). */
export function decideAnswer({ permit, listed, ended, isEarly }: Situation): PermitAnswerCode {
  if (listed === 'revoked' || listed === 'cancelled' || listed === 'replaced') return listed;
  const isPending = listed === 'renewal-pending' || listed === 'renewal-pending-and-changed';
  // A phone's short-lived picture must be refreshed whatever the list says: it may be someone's old screenshot.
  const isOldPicture = permit.kind === 'digital' && ended !== undefined && ended !== permit.validTo;
  if (isPending && !isOldPicture) return 'may-work-renewal-pending';
  if (ended !== undefined) return 'expired';
  if (isEarly) return 'not-yet-valid';
  if (listed === 'temporary' || permit.kind === 'temporary') return 'temporary';
  return listed === 'changed-since-printed' ? 'changed-since-printed' : 'valid';
}

function shownFacts(claims: CwtClaims, permit: PermitPart): ShownFacts {
  const { identity } = claims;
  return {
    fullName: identity.fullName,
    secondaryFullName: identity.secondaryFullName,
    dateOfBirth: identity.dateOfBirth,
    birthYear:
      permit.birthYear ?? (identity.dateOfBirth ? Number(identity.dateOfBirth.slice(0, 4)) : undefined),
    nationality: identity.nationality,
    permit,
  };
}
