import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import {
  CaptureRecord,
  IV_BYTES,
  KEY_COMMITMENT_PREFIX,
  type PacketManifest,
  type PacketPart,
  partAad,
  TAG_BYTES,
  wrapContext,
} from '@permit/domain/contract/packet.ts';
import { type PacketResult, refused } from './packet-layout.ts';
import type { PacketOpener } from './packet-recipient.ts';
import type { VerifiedPacket } from './verify-packet.ts';

export interface OpenedPart extends Pick<PacketPart, 'kind' | 'position' | 'mediaType'> {
  readonly bytes: Buffer;
}

/** What the station captured, in the clear: never logged, never written unencrypted. */
export interface OpenedPacket {
  readonly manifest: PacketManifest;
  readonly record: CaptureRecord;
  /** Everything but the record, in the manifest's order. */
  readonly parts: readonly OpenedPart[];
}

/** Opens a verified packet with one recipient's key. Never throws for what a packet holds. */
export async function openPacket(
  packet: VerifiedPacket,
  opener: PacketOpener,
): Promise<PacketResult<OpenedPacket>> {
  const key = await unwrapKey(packet.manifest, opener);
  if (!key.ok) return key;
  const opened = openParts(packet, key.value);
  key.value.fill(0);
  if (!opened.ok) return opened;
  const record = readRecord(opened.value);
  if (!record) return refused('record-malformed');
  const parts = opened.value.filter(({ kind }) => kind !== 'record');
  return { ok: true, value: { manifest: packet.manifest, record, parts } };
}

/** X25519, HKDF-SHA256 over both public keys and the wrap's context, then AES-256-GCM (decisions.md 5). */
async function unwrapKey(manifest: PacketManifest, opener: PacketOpener): Promise<PacketResult<Buffer>> {
  const entry = manifest.recipients.find(({ role, keyId }) => role === opener.role && keyId === opener.keyId);
  if (!entry) return refused('recipient-missing');
  const context = Buffer.from(wrapContext(manifest, entry));
  const ephemeral = Buffer.from(entry.ephemeralKey, 'hex');
  let key: Buffer;
  try {
    const shared = await opener.agree(ephemeral);
    const salt = Buffer.concat([ephemeral, opener.publicKey]);
    const wrappingKey = Buffer.from(hkdfSync('sha256', shared, salt, context, 32));
    key = openGcm(wrappingKey, Buffer.from(entry.wrappedKey, 'hex'), context);
  } catch {
    return refused('key-wrap-wrong');
  }
  const commitment = createHash('sha256').update(KEY_COMMITMENT_PREFIX).update(key).digest('hex');
  return commitment === manifest.keyCommitment ? { ok: true, value: key } : refused('key-commitment-wrong');
}

function openParts(packet: VerifiedPacket, key: Buffer): PacketResult<readonly OpenedPart[]> {
  try {
    const parts = packet.manifest.parts.map((part, index) => {
      const aad = Buffer.from(partAad(packet.manifest, part, index));
      const { kind, position, mediaType } = part;
      return { kind, position, mediaType, bytes: openGcm(key, packet.sealedParts[index]!, aad) };
    });
    return { ok: true, value: parts };
  } catch {
    return refused('part-not-opened');
  }
}

function openGcm(key: Buffer, sealed: Buffer, aad: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]);
}

/** Exactly one record, and it speaks of exactly the fingers and eyes that the packet holds. */
function readRecord(parts: readonly OpenedPart[]): CaptureRecord | undefined {
  const [only, ...more] = parts.filter(({ kind }) => kind === 'record');
  if (!only || more.length > 0) return undefined;
  const record = parseRecord(only.bytes);
  const held = parts
    .filter(({ kind }) => kind === 'finger' || kind === 'iris')
    .map(({ position }) => position);
  const told = record?.samples.map(({ position }) => position).filter((position) => position !== 'face');
  return told && [...held].sort().join() === [...told].sort().join() ? record : undefined;
}

function parseRecord(bytes: Buffer): CaptureRecord | undefined {
  try {
    const parsed = CaptureRecord.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
