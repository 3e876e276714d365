import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import { isCborMap, type CborKey, type CborMap, type CborValue } from './cbor-value.ts';

/** CWT claim numbers (RFC 8392), the identity claim (IANA 169) and ours from the private range (below -65536). */
const CWT = {
  issuer: 1,
  subject: 2,
  expiresAt: 4,
  notBefore: 5,
  issuedAt: 6,
  identity: 169,
  permit: -65_537,
} as const;

/** Attribute numbers of claim 169 that a permit uses; the other public ones are read past. */
const IDENTITY = {
  id: 1,
  fullName: 4,
  dateOfBirth: 8,
  gender: 9,
  nationality: 13,
  secondaryFullName: 19,
  secondaryLanguage: 20,
} as const;

/** Our private part, kept to small numbers because each byte makes the printed squares smaller. */
const PERMIT = {
  publicId: 1,
  kind: 2,
  validFrom: 3,
  validTo: 4,
  category: 5,
  birthYear: 6,
  statusIndex: 7,
} as const;

/** What carries the code. Only a plastic card outlives its own picture; a digital code is refreshed. */
export const PERMIT_CODE_KINDS = ['card', 'paper', 'digital', 'temporary'] as const;
export type PermitCodeKind = (typeof PERMIT_CODE_KINDS)[number];

export interface IdentityClaims {
  readonly id?: string;
  readonly fullName?: string;
  /** `YYYY-MM-DD`; only where the whole day is known and shown. */
  readonly dateOfBirth?: string;
  /** 1 male, 2 female, 3 other. */
  readonly gender?: number;
  readonly nationality?: string;
  readonly secondaryFullName?: string;
  /** ISO 639-3. */
  readonly secondaryLanguage?: string;
}

export interface PermitPart {
  readonly publicId: string;
  readonly kind: PermitCodeKind;
  /** `YYYY-MM-DD`, both days included. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly category: string;
  /** Common era; absent where not even the year is known. */
  readonly birthYear?: number;
  /** The code's own place in the status list: one number for each card, paper or phone code ever made. */
  readonly statusIndex: number;
}

/** Times are seconds since 1970. */
export interface CwtClaims {
  readonly issuer?: string;
  readonly subject?: string;
  readonly expiresAt?: number;
  readonly notBefore?: number;
  readonly issuedAt?: number;
  readonly identity: IdentityClaims;
  readonly permit?: PermitPart;
}

/** Bytes of the claims, keys ascending as RFC 8949 §4.2 wants. */
export function encodeClaims(claims: CwtClaims): Uint8Array {
  return encodeCbor(
    mapOf([
      [CWT.issuer, claims.issuer],
      [CWT.subject, claims.subject],
      [CWT.expiresAt, claims.expiresAt],
      [CWT.notBefore, claims.notBefore],
      [CWT.issuedAt, claims.issuedAt],
      [CWT.identity, encodeIdentity(claims.identity)],
      [CWT.permit, claims.permit && encodePermit(claims.permit)],
    ]),
  );
}

function encodeIdentity(identity: IdentityClaims): CborMap {
  return mapOf([
    [IDENTITY.id, identity.id],
    [IDENTITY.fullName, identity.fullName],
    [IDENTITY.dateOfBirth, identity.dateOfBirth?.replaceAll('-', '')],
    [IDENTITY.gender, identity.gender],
    [IDENTITY.nationality, identity.nationality],
    [IDENTITY.secondaryFullName, identity.secondaryFullName],
    [IDENTITY.secondaryLanguage, identity.secondaryLanguage],
  ]);
}

function encodePermit(permit: PermitPart): CborMap {
  return mapOf([
    [PERMIT.publicId, permit.publicId],
    [PERMIT.kind, PERMIT_CODE_KINDS.indexOf(permit.kind)],
    [PERMIT.validFrom, Number(permit.validFrom.replaceAll('-', ''))],
    [PERMIT.validTo, Number(permit.validTo.replaceAll('-', ''))],
    [PERMIT.category, permit.category],
    [PERMIT.birthYear, permit.birthYear],
    [PERMIT.statusIndex, permit.statusIndex],
  ]);
}

function mapOf(entries: readonly (readonly [number, CborValue | undefined])[]): CborMap {
  const map = new Map<CborKey, CborValue>();
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value);
  return map;
}

/** Reads claims, or undefined where an attribute that we use has the wrong shape. Unknown ones are read past. */
export function decodeClaims(payload: Uint8Array): CwtClaims | undefined {
  const reading = decodeCbor(payload);
  if (!reading.ok || !isCborMap(reading.value)) return undefined;
  const map = reading.value;
  const identityMap = map.get(CWT.identity);
  const permitMap = map.get(CWT.permit);
  if (!isCborMap(identityMap) || (permitMap !== undefined && !isCborMap(permitMap))) return undefined;
  const claims = {
    issuer: optional(map, CWT.issuer, isText),
    subject: optional(map, CWT.subject, isText),
    expiresAt: optional(map, CWT.expiresAt, isTime),
    notBefore: optional(map, CWT.notBefore, isTime),
    issuedAt: optional(map, CWT.issuedAt, isTime),
    identity: decodeIdentity(identityMap),
    permit: permitMap ? decodePermit(permitMap) : undefined,
  };
  return Object.values(claims).includes(WRONG) ? undefined : (present(claims) as unknown as CwtClaims);
}

/** Marks an attribute that is there in a shape it may not have. */
const WRONG = Symbol('wrong shape');
type Wrong = typeof WRONG;

function decodeIdentity(map: CborMap): IdentityClaims | Wrong {
  return allOf<IdentityClaims>({
    id: optional(map, IDENTITY.id, isText),
    fullName: optional(map, IDENTITY.fullName, isText),
    dateOfBirth: toDay(optional(map, IDENTITY.dateOfBirth, isText)),
    gender: optional(map, IDENTITY.gender, isWhole),
    nationality: optional(map, IDENTITY.nationality, isText),
    secondaryFullName: optional(map, IDENTITY.secondaryFullName, isText),
    secondaryLanguage: optional(map, IDENTITY.secondaryLanguage, isText),
  });
}

function decodePermit(map: CborMap): PermitPart | Wrong {
  return allOf<PermitPart>({
    publicId: required(map, PERMIT.publicId, isText),
    kind: PERMIT_CODE_KINDS[Number(required(map, PERMIT.kind, isWhole))] ?? WRONG,
    validFrom: toDay(required(map, PERMIT.validFrom, isWhole)),
    validTo: toDay(required(map, PERMIT.validTo, isWhole)),
    category: required(map, PERMIT.category, isText),
    birthYear: optional(map, PERMIT.birthYear, isWhole),
    statusIndex: required(map, PERMIT.statusIndex, isWhole),
  });
}

function allOf<T>(fields: { readonly [K in keyof T]-?: T[K] | undefined | Wrong }): T | Wrong {
  return Object.values(fields).includes(WRONG) ? WRONG : (present(fields) as T);
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function optional<T extends CborValue>(
  map: CborMap,
  key: number,
  isRight: (value: CborValue) => value is T,
): T | undefined | Wrong {
  const value = map.get(key);
  if (value === undefined || value === null) return undefined;
  return isRight(value) ? value : WRONG;
}

function required<T extends CborValue>(
  map: CborMap,
  key: number,
  isRight: (value: CborValue) => value is T,
): T | Wrong {
  return optional(map, key, isRight) ?? WRONG;
}

const LONGEST_TEXT = 2_000;
const isText = (value: CborValue): value is string =>
  typeof value === 'string' && value.length <= LONGEST_TEXT;
/** Up to the end of the year 9999, so that every time can also be written as a date. */
const isTime = (value: CborValue): value is number =>
  typeof value === 'number' && value >= 0 && value <= 253_402_300_799;
const isWhole = (value: CborValue): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** `YYYYMMDD` as text or number to `YYYY-MM-DD`; a day that no calendar has is wrong. */
function toDay(value: string | number | undefined | Wrong): string | undefined | Wrong {
  if (value === undefined || value === WRONG) return value;
  const match = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(String(value));
  if (!match) return WRONG;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month)
    ? `${match[1]}-${match[2]}-${match[3]}`
    : WRONG;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
