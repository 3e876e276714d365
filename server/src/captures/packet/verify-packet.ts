import { createHash, type KeyObject, verify } from 'node:crypto';
import { canonicalJson } from '@permit/domain/contract/canonical-json.ts';
import {
  PacketManifest,
  type PacketPart,
  SIGNED_BY_DEVICE,
  SIGNED_BY_OPERATOR,
} from '@permit/domain/contract/packet.ts';
import { cutPacket, type PacketRegions, type PacketResult, refused } from './packet-layout.ts';

/** Whom the server knows: the station that is signed in, and the operator whose key the packet names. */
export interface PacketKeys {
  readonly stationId: string;
  /** Ed25519 public key of the station. */
  readonly deviceKey: KeyObject;
  /** Undefined where no such key was registered at this station. */
  readonly operator: { readonly operatorId: string; readonly key: KeyObject } | undefined;
}

/** A packet whose every byte was checked against both signatures; still sealed. */
export interface VerifiedPacket {
  /** SHA-256 of the file, hex: its name in receipts, in the chain and in the idempotency of the upload. */
  readonly packetHash: string;
  readonly manifest: PacketManifest;
  /** One sealed part per manifest entry, in the same order. */
  readonly sealedParts: readonly Buffer[];
}

/** SHA-256 of a packet file, hex. */
export function packetHashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The manifest as the file claims it, unchecked: only good for looking up which operator key to check with.
 * Undefined where there is none; verifyPacket then names the fault.
 */
export function claimedManifest(bytes: Uint8Array): PacketManifest | undefined {
  const regions = cutPacket(bytes);
  return regions.ok ? parseManifest(regions.value.manifest) : undefined;
}

/**
 * Checks signatures, canonical form, counter, station, parts and their order. Never throws; the code of the
 * first check that failed is one of PACKET_FAULTS. Place in the device's chain: see decideChain.
 */
export function verifyPacket(bytes: Uint8Array, keys: PacketKeys): PacketResult<VerifiedPacket> {
  const regions = cutPacket(bytes);
  if (!regions.ok) return regions;
  const manifest = verifyManifest(regions.value, keys);
  if (!manifest.ok) return manifest;
  if (manifest.value.deviceCounter !== regions.value.counter) return refused('counter-changed');
  if (manifest.value.stationId !== keys.stationId) return refused('wrong-station');
  const sealedParts = verifyParts(manifest.value.parts, regions.value.body);
  if (!sealedParts.ok) return sealedParts;
  return {
    ok: true,
    value: { packetHash: packetHashOf(bytes), manifest: manifest.value, sealedParts: sealedParts.value },
  };
}

function verifyManifest(regions: PacketRegions, keys: PacketKeys): PacketResult<PacketManifest> {
  const byDevice = signed(SIGNED_BY_DEVICE, regions.manifest, regions.deviceSignature, keys.deviceKey);
  const byOperator =
    keys.operator !== undefined &&
    signed(SIGNED_BY_OPERATOR, regions.manifest, regions.operatorSignature, keys.operator.key);
  // When neither holds it is the text that changed; when one holds, the other signature did.
  if (!byDevice) return refused(byOperator ? 'device-signature-wrong' : 'manifest-changed');
  const manifest = parseManifest(regions.manifest);
  if (!manifest) return refused('manifest-malformed');
  if (canonicalJson(manifest) !== regions.manifest.toString('utf8')) return refused('manifest-not-canonical');
  if (manifest.operatorId !== keys.operator?.operatorId) return refused('operator-unknown');
  if (!byOperator) return refused('operator-signature-wrong');
  return { ok: true, value: manifest };
}

function signed(prefix: string, text: Buffer, signature: Buffer, key: KeyObject): boolean {
  return verify(null, Buffer.concat([Buffer.from(prefix), text]), key, signature);
}

function parseManifest(text: Buffer): PacketManifest | undefined {
  try {
    const parsed = PacketManifest.safeParse(JSON.parse(text.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function verifyParts(parts: readonly PacketPart[], body: Buffer): PacketResult<readonly Buffer[]> {
  const total = parts.reduce((sum, part) => sum + part.sealedBytes, 0);
  if (body.length < total) return refused('cut-short');
  if (body.length > total) return refused('bytes-left-over');
  let offset = 0;
  const sealed = parts.map(({ sealedBytes }) => body.subarray(offset, (offset += sealedBytes)));
  const wanted = parts.map(({ sealedSha256 }) => sealedSha256);
  const found = sealed.map((part) => createHash('sha256').update(part).digest('hex'));
  if (found.every((hash, index) => hash === wanted[index])) return { ok: true, value: sealed };
  const same = [...found].sort().join() === [...wanted].sort().join();
  return refused(same ? 'parts-reordered' : 'part-changed');
}
