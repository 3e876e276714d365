import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { canonicalJson } from '@permit/domain/contract/canonical-json.ts';
import {
  CaptureRecord,
  KEY_COMMITMENT_PREFIX,
  PACKET_HEADER_BYTES,
  PACKET_MAGIC,
  PACKET_VERSION,
  PacketManifest,
  type PacketPart,
  partAad,
  SIGNED_BY_DEVICE,
  SIGNED_BY_OPERATOR,
} from '@permit/domain/contract/packet.ts';
import { newPublicId } from '../ids.ts';
import { sealGcm } from './seal-gcm.ts';
import { type SealingKey, wrapKey } from './wrap-key.ts';

export interface PlainPart extends Pick<PacketPart, 'kind' | 'position' | 'mediaType'> {
  readonly bytes: Uint8Array;
}

/** Everything that goes into one packet. */
export interface PacketContent {
  readonly about: Pick<
    PacketManifest,
    | 'applicationId'
    | 'visitId'
    | 'startedAt'
    | 'sealedAt'
    | 'contractVersion'
    | 'catalogueVersion'
    | 'training'
  >;
  readonly record: CaptureRecord;
  readonly parts: readonly PlainPart[];
  readonly device: {
    readonly stationId: string;
    readonly counter: number;
    /** Hash of this device's packet before, or NO_PREVIOUS_HASH. */
    readonly previousHash: string;
    readonly key: KeyObject;
  };
  readonly operator: { readonly operatorId: string; readonly operatorKeyId: string; readonly key: KeyObject };
  readonly recipients: { readonly ingest: SealingKey; readonly escrow: SealingKey };
}

export interface SealedPacket {
  readonly packetId: string;
  readonly counter: number;
  /** SHA-256 of the file, hex: the next packet's previousHash. */
  readonly packetHash: string;
  readonly bytes: Buffer;
}

/**
 * Seals a capture: after this the station itself cannot read it again. Throws ZodError where the record or the
 * manifest would not be valid, so that nothing is sealed that the server must refuse.
 */
export function sealPacket(content: PacketContent): SealedPacket {
  const key = randomBytes(32);
  const head = manifestHead(content, key);
  const record = Buffer.from(JSON.stringify(CaptureRecord.parse(content.record)));
  const plain: PlainPart[] = [
    { kind: 'record', mediaType: 'application/json', bytes: record },
    ...content.parts,
  ];
  const sealed = plain.map((part, index) => sealPart(head, part, index, key));
  key.fill(0);
  const manifest = PacketManifest.parse({ ...head, parts: sealed.map(({ entry }) => entry) });
  const bytes = layOut(
    content,
    Buffer.from(canonicalJson(manifest)),
    sealed.map((part) => part.bytes),
  );
  const packetHash = sha256(bytes);
  return { packetId: manifest.packetId, counter: manifest.deviceCounter, packetHash, bytes };
}

function manifestHead(content: PacketContent, key: Buffer): Omit<PacketManifest, 'parts'> {
  const { about, device, operator, recipients } = content;
  const bound = {
    packetId: newPublicId(),
    applicationId: about.applicationId,
    captureNonce: randomBytes(32).toString('hex'),
  };
  return {
    format: 'work-permit-packet',
    version: PACKET_VERSION,
    ...about,
    ...bound,
    stationId: device.stationId,
    deviceCounter: device.counter,
    previousHash: device.previousHash,
    operatorId: operator.operatorId,
    operatorKeyId: operator.operatorKeyId,
    keyCommitment: createHash('sha256').update(KEY_COMMITMENT_PREFIX).update(key).digest('hex'),
    recipients: [
      wrapKey(key, { ...recipients.ingest, role: 'central-ingest' }, bound),
      wrapKey(key, { ...recipients.escrow, role: 'ministry-escrow' }, bound),
    ],
  };
}

function sealPart(
  head: Omit<PacketManifest, 'parts'>,
  part: PlainPart,
  index: number,
  key: Buffer,
): { entry: PacketPart; bytes: Buffer } {
  const { kind, position, mediaType } = part;
  const bytes = sealGcm(key, part.bytes, Buffer.from(partAad(head, part, index)));
  const seal = { sealedBytes: bytes.length, sealedSha256: sha256(bytes) };
  return {
    entry: position === undefined ? { kind, mediaType, ...seal } : { kind, position, mediaType, ...seal },
    bytes,
  };
}

function layOut(content: PacketContent, manifest: Buffer, sealedParts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(PACKET_HEADER_BYTES);
  header.write(PACKET_MAGIC, 'latin1');
  header.writeUInt8(PACKET_VERSION, 4);
  header.writeBigUInt64BE(BigInt(content.device.counter), 5);
  header.writeUInt32BE(manifest.length, 13);
  const byDevice = sign(null, Buffer.concat([Buffer.from(SIGNED_BY_DEVICE), manifest]), content.device.key);
  const byOperator = sign(
    null,
    Buffer.concat([Buffer.from(SIGNED_BY_OPERATOR), manifest]),
    content.operator.key,
  );
  return Buffer.concat([header, manifest, byDevice, byOperator, ...sealedParts]);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
