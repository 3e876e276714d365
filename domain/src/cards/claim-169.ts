import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import { isCborMap, type CborMap } from './cbor-value.ts';
import {
  allOf,
  isText,
  isTime,
  isWhole,
  mapOf,
  optional,
  present,
  required,
  toDay,
  WRONG,
  type Wrong,
} from './claim-fields.ts';
import { decodePaper, encodePaper, type PaperPart } from './paper-part.ts';

/** CWT claim numbers (RFC 8392), the identity claim (IANA 169) and ours from the private range (below -65536). */
const CWT = {
  issuer: 1,
  subject: 2,
  expiresAt: 4,
  notBefore: 5,
  issuedAt: 6,
  identity: 169,
  permit: -65_537,
  paper: -65_538,
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
  readonly paper?: PaperPart;
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
      [CWT.paper, claims.paper && encodePaper(claims.paper)],
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

/** Reads claims, or undefined where an attribute that we use has the wrong shape. Unknown ones are read past. */
export function decodeClaims(payload: Uint8Array): CwtClaims | undefined {
  const reading = decodeCbor(payload);
  if (!reading.ok || !isCborMap(reading.value)) return undefined;
  const map = reading.value;
  const identityMap = map.get(CWT.identity);
  const permitMap = map.get(CWT.permit);
  const paperMap = map.get(CWT.paper);
  if (!isCborMap(identityMap) || [permitMap, paperMap].some((part) => part !== undefined && !isCborMap(part)))
    return undefined;
  const claims = {
    issuer: optional(map, CWT.issuer, isText),
    subject: optional(map, CWT.subject, isText),
    expiresAt: optional(map, CWT.expiresAt, isTime),
    notBefore: optional(map, CWT.notBefore, isTime),
    issuedAt: optional(map, CWT.issuedAt, isTime),
    identity: decodeIdentity(identityMap),
    permit: isCborMap(permitMap) ? decodePermit(permitMap) : undefined,
    paper: isCborMap(paperMap) ? decodePaper(paperMap) : undefined,
  };
  return Object.values(claims).includes(WRONG) ? undefined : (present(claims) as unknown as CwtClaims);
}

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
