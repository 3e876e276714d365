import { z } from 'zod';
import {
  type BodyPosition,
  EXCEPTION_REASONS,
  EYE_POSITIONS,
  FINGER_POSITIONS,
  QUALITY_REASONS,
} from '@permit/biometrics/codes.ts';
import { LANGUAGES } from '../texts/text.ts';
import { canonicalJson, type CanonicalValue } from './canonical-json.ts';
import { PublicId } from './wire-types.ts';

/**
 * A sealed capture on the wire and on a disk (promises.md, Packets). The file is
 *
 *     "WPPK" | version u8 | device counter u64 | manifest length u32 | manifest (canonical JSON, UTF-8)
 *     | device signature (Ed25519, 64) | operator signature (64) | sealed parts, in the manifest's order
 *
 * big-endian. A sealed part is `iv (12) | ciphertext | tag (16)`, AES-256-GCM under the packet's own key, with
 * `partAad` as associated data. Nothing in the manifest names a person.
 */
export const PACKET_MAGIC = 'WPPK';
export const PACKET_VERSION = 1;
export const PACKET_HEADER_BYTES = 17;
export const SIGNATURE_BYTES = 64;
export const IV_BYTES = 12;
export const TAG_BYTES = 16;
export const MAX_MANIFEST_BYTES = 64 * 1024;
export const MAX_PART_BYTES = 8 * 1024 * 1024;
export const MAX_PACKET_BYTES = 48 * 1024 * 1024;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const UtcInstant = z.iso.datetime({ precision: 3 });
const Version = z.string().regex(/^[A-Za-z0-9.+-]{1,40}$/);

/** The previous hash of a device's first packet. */
export const NO_PREVIOUS_HASH = '0'.repeat(64);

export const PART_KINDS = [
  'record',
  'portrait',
  'finger',
  'iris',
  'passport-photo',
  'exception-photo',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

const POSITIONS: readonly BodyPosition[] = [...FINGER_POSITIONS, ...EYE_POSITIONS, 'face'];
export const PositionName = z.enum(POSITIONS as [BodyPosition, ...BodyPosition[]]);

/** Media types of parts; `vnd.iso.*` are the ISO/IEC 19794 records. */
export const PART_MEDIA_TYPES = [
  'application/json',
  'image/png',
  'image/jpeg',
  'application/vnd.iso.19794-4',
  'application/vnd.iso.19794-5',
  'application/vnd.iso.19794-6',
] as const;

export const PacketPart = z.strictObject({
  kind: z.enum(PART_KINDS),
  position: PositionName.optional(),
  mediaType: z.enum(PART_MEDIA_TYPES),
  /** Length and SHA-256 of the sealed part: what is signed is what travels. */
  sealedBytes: z
    .int()
    .min(IV_BYTES + TAG_BYTES)
    .max(MAX_PART_BYTES),
  sealedSha256: Hash,
});
export type PacketPart = z.infer<typeof PacketPart>;

/** Central opens packets; the ministry can open them when the contractor is gone (decisions.md 5). */
export const RECIPIENT_ROLES = ['central-ingest', 'ministry-escrow'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

const recipient = <Role extends RecipientRole>(role: Role) =>
  z.strictObject({
    role: z.literal(role),
    keyId: z.string().min(1).max(64),
    /** Raw X25519 public key made for this packet and recipient alone, hex. */
    ephemeralKey: Hash,
    /** `iv | wrapped 32-byte key | tag`, hex. */
    wrappedKey: z.string().regex(/^[0-9a-f]{120}$/),
  });

export const PacketManifest = z.strictObject({
  format: z.literal('work-permit-packet'),
  version: z.literal(PACKET_VERSION),
  packetId: PublicId,
  /** 256 random bits of this capture; no two packets share one. */
  captureNonce: Hash,
  applicationId: PublicId,
  visitId: PublicId,
  stationId: PublicId,
  deviceCounter: z.int().min(1),
  /** SHA-256 of the device's packet before this one. */
  previousHash: Hash,
  operatorId: PublicId,
  operatorKeyId: PublicId,
  /** Station time is a claim; order is (device, counter) and the server's receive time. */
  startedAt: UtcInstant,
  sealedAt: UtcInstant,
  contractVersion: Version,
  catalogueVersion: Version,
  /** Made in training mode with people who do not exist; never enrolled. */
  training: z.boolean(),
  /** SHA-256 over the packet key: GCM alone would let two recipients be handed different keys. */
  keyCommitment: Hash,
  recipients: z.tuple([recipient('central-ingest'), recipient('ministry-escrow')]),
  parts: z.array(PacketPart).min(1).max(40),
});
export type PacketManifest = z.infer<typeof PacketManifest>;
export type PacketRecipient = PacketManifest['recipients'][number];

/** What binds a key wrap to its packet: text whose UTF-8 is both HKDF info and GCM associated data. */
export function wrapContext(
  manifest: Pick<PacketManifest, 'packetId' | 'applicationId' | 'captureNonce'>,
  recipient: Pick<PacketRecipient, 'role' | 'keyId'>,
): string {
  const { packetId, applicationId, captureNonce } = manifest;
  const { role, keyId } = recipient;
  return canonicalJson({ use: 'packet-key-wrap/1', packetId, applicationId, captureNonce, role, keyId });
}

/** Associated data of one part: application, capture, place in the order, kind and version. */
export function partAad(
  manifest: Pick<PacketManifest, 'version' | 'packetId' | 'applicationId' | 'captureNonce'>,
  part: Pick<PacketPart, 'kind' | 'position' | 'mediaType'>,
  index: number,
): string {
  const { version, packetId, applicationId, captureNonce } = manifest;
  const { kind, position, mediaType } = part;
  return canonicalJson({
    use: 'packet-part/1',
    version,
    packetId,
    applicationId,
    captureNonce,
    index,
    kind,
    position,
    mediaType,
  });
}

/** Prefixes of what is signed or hashed, so that one signature never passes for another. */
export const SIGNED_BY_DEVICE = 'work-permit-packet/1 device\n';
export const SIGNED_BY_OPERATOR = 'work-permit-packet/1 operator\n';
export const KEY_COMMITMENT_PREFIX = 'work-permit-packet/1 key commitment\n';

/** Text whose UTF-8 the server signs in a receipt: the canonical JSON of every field but the signature. */
export function receiptText(receipt: { readonly [key: string]: CanonicalValue | undefined }): string {
  return canonicalJson({ ...receipt, signature: undefined });
}

/** How the worker was told why biometrics are taken; a person confirms only what they can read, see or hear. */
export const NOTICE_WAYS = ['read', 'heard', 'interpreted'] as const;

/** What the clerk found by comparing faces. Only `same` may be sealed for enrolment without an officer. */
export const FACE_JUDGEMENTS = ['same', 'not-sure', 'different'] as const;

const Whose = z.strictObject({ by: PublicId, at: UtcInstant });

/** The part of kind `record`: what happened, sealed like the images because exceptions speak of health. */
export const CaptureRecord = z.strictObject({
  notice: Whose.extend({
    textVersion: Version,
    language: z.enum(LANGUAGES),
    how: z.enum(NOTICE_WAYS),
    interpreter: z.string().max(120).optional(),
  }),
  samePerson: Whose.extend({
    judgement: z.enum(FACE_JUDGEMENTS),
    compared: z.array(z.enum(['passport-photo', 'filed-portrait', 'live-face'])).min(2),
    note: z.string().max(500).optional(),
  }),
  samples: z.array(
    z.strictObject({
      position: PositionName,
      /** 0-100 by the reader or the station. */
      quality: z.int().min(0).max(100).optional(),
      reasons: z.array(z.enum(QUALITY_REASONS)),
      attempts: z.int().min(1).max(99),
      capturedAt: UtcInstant,
      reader: z.strictObject({
        model: z.string().max(80),
        serial: z.string().max(80),
        simulated: z.boolean(),
      }),
    }),
  ),
  /** Proposed by staff, decided by an officer. */
  exceptions: z.array(
    Whose.extend({
      position: PositionName,
      reason: z.enum(EXCEPTION_REASONS),
      note: z.string().max(500).optional(),
    }),
  ),
});
export type CaptureRecord = z.infer<typeof CaptureRecord>;

/** Why a packet is refused; docs/stations.md says what each means for the crew. */
export const PACKET_FAULTS = [
  'not-a-packet',
  'unknown-version',
  'cut-short',
  'bytes-left-over',
  'too-large',
  'manifest-malformed',
  'manifest-changed',
  'manifest-not-canonical',
  'device-signature-wrong',
  'operator-signature-wrong',
  'operator-unknown',
  'counter-changed',
  'wrong-station',
  'part-changed',
  'parts-reordered',
  'recipient-missing',
  'key-wrap-wrong',
  'key-commitment-wrong',
  'part-not-opened',
  'record-malformed',
  'chain-broken',
  'counter-gap',
  'fork',
] as const;
export type PacketFault = (typeof PACKET_FAULTS)[number];
