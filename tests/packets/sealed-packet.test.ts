import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  PACKET_HEADER_BYTES,
  type PacketManifest,
  SIGNATURE_BYTES,
  SIGNED_BY_DEVICE,
  SIGNED_BY_OPERATOR,
} from '@permit/domain/contract/packet.ts';
import { canonicalJson } from '@permit/domain/contract/canonical-json.ts';
import { newPublicId } from '@permit/kiosk-client/core/ids.ts';
import { openPacket } from '@permit/server/captures/packet/open-packet.ts';
import { openerFromKey } from '@permit/server/captures/packet/packet-recipient.ts';
import { claimedManifest, verifyPacket } from '@permit/server/captures/packet/verify-packet.ts';
import { cutPacket } from '@permit/server/captures/packet/packet-layout.ts';
import {
  escrowOpener,
  ingestOpener,
  knownKeys,
  aPacket,
  device,
  operator,
  packetContent,
} from './a-packet.ts';

const codeOf = (bytes: Buffer, keys = knownKeys) => {
  const verdict = verifyPacket(bytes, keys);
  return verdict.ok ? 'accepted' : verdict.code;
};

/** The same packet with another manifest, signed by the true device and operator: an insider's forgery. */
function resigned(
  bytes: Buffer,
  change: (manifest: PacketManifest) => unknown,
  text = canonicalJson,
): Buffer {
  const cut = cutPacket(bytes);
  if (!cut.ok) throw new Error(cut.code);
  const manifest = Buffer.from(text(change(structuredClone(claimedManifest(bytes)!)) as never));
  const header = Buffer.from(bytes.subarray(0, PACKET_HEADER_BYTES));
  header.writeUInt32BE(manifest.length, 13);
  const signatures = [
    sign(null, Buffer.concat([Buffer.from(SIGNED_BY_DEVICE), manifest]), device.privateKey),
    sign(null, Buffer.concat([Buffer.from(SIGNED_BY_OPERATOR), manifest]), operator.privateKey),
  ];
  return Buffer.concat([header, manifest, ...signatures, cut.value.body]);
}

async function codeOfOpening(bytes: Buffer, opener = ingestOpener): Promise<string> {
  const verdict = verifyPacket(bytes, knownKeys);
  if (!verdict.ok) return verdict.code;
  const opened = await openPacket(verdict.value, opener);
  return opened.ok ? 'opened' : opened.code;
}

test.each([
  ['central ingest', ingestOpener],
  ['the ministry', escrowOpener],
])('%s opens what the station sealed, byte for byte', async (_, opener) => {
  const content = packetContent();
  const verdict = verifyPacket(aPacket({ ...content }).bytes, knownKeys);
  if (!verdict.ok) throw new Error(verdict.code);
  const opened = await openPacket(verdict.value, opener);
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.value.record).toEqual(content.record);
  expect(opened.value.parts.map(({ bytes }) => bytes.toString())).toEqual(['a face', 'a thumb', 'an eye!']);
});

test('the packet hash is the hash of the file', () => {
  const sealed = aPacket();
  const verdict = verifyPacket(sealed.bytes, knownKeys);
  const hash = createHash('sha256').update(sealed.bytes).digest('hex');
  expect([sealed.packetHash, verdict.ok && verdict.value.packetHash]).toEqual([hash, hash]);
});

const sealed = aPacket().bytes;
const manifestEnd = PACKET_HEADER_BYTES + claimedManifestLength(sealed);
function claimedManifestLength(bytes: Buffer): number {
  return bytes.readUInt32BE(13);
}

/** Regions of the file and what a flipped bit in each may be called. */
const REGIONS: readonly [string, number, number, readonly string[]][] = [
  ['magic', 0, 4, ['not-a-packet']],
  ['version', 4, 5, ['unknown-version']],
  ['counter', 5, 13, ['counter-changed']],
  ['manifest length', 13, 17, ['manifest-changed', 'manifest-malformed', 'cut-short']],
  ['manifest', PACKET_HEADER_BYTES, manifestEnd, ['manifest-changed']],
  ['device signature', manifestEnd, manifestEnd + SIGNATURE_BYTES, ['device-signature-wrong']],
  [
    'operator signature',
    manifestEnd + SIGNATURE_BYTES,
    manifestEnd + 2 * SIGNATURE_BYTES,
    ['operator-signature-wrong'],
  ],
  ['parts', manifestEnd + 2 * SIGNATURE_BYTES, sealed.length, ['part-changed']],
];

test.each(REGIONS)('a flipped bit in the %s is refused with its own code', (_, from, to, codes) => {
  for (let at = from; at < to; at++) {
    const flipped = Buffer.from(sealed);
    // A different bit of each byte here; every bit of every byte is in every-flipped-bit.slow.test.ts.
    flipped[at]! ^= 1 << (at % 8);
    expect(codes).toContain(codeOf(flipped));
  }
});

test('parts in another order, a part too many and a part too few are told apart', () => {
  const cut = cutPacket(sealed);
  if (!cut.ok) throw new Error(cut.code);
  const [, portrait, finger, iris] = claimedManifest(sealed)!.parts;
  const ends = sealed.length;
  const swap = Buffer.concat([
    sealed.subarray(0, ends - finger!.sealedBytes - iris!.sealedBytes),
    sealed.subarray(ends - iris!.sealedBytes),
    sealed.subarray(ends - finger!.sealedBytes - iris!.sealedBytes, ends - iris!.sealedBytes),
  ]);
  expect(portrait!.sealedBytes).not.toBe(finger!.sealedBytes);
  expect(codeOf(swap)).toBe('parts-reordered');
  expect(codeOf(Buffer.concat([sealed, Buffer.alloc(1)]))).toBe('bytes-left-over');
  expect(codeOf(sealed.subarray(0, ends - 1))).toBe('cut-short');
});

test('no cut of the file is accepted and none throws', () => {
  for (let length = 0; length < sealed.length; length += 7) {
    expect(codeOf(sealed.subarray(0, length))).not.toBe('accepted');
  }
});

test('an unknown operator, another station and another device are refused', () => {
  const other = generateKeyPairSync('ed25519').publicKey;
  expect(codeOf(sealed, { ...knownKeys, operator: undefined })).toBe('operator-unknown');
  expect(codeOf(sealed, { ...knownKeys, stationId: newPublicId() })).toBe('wrong-station');
  expect(codeOf(sealed, { ...knownKeys, deviceKey: other })).toBe('device-signature-wrong');
  expect(
    codeOf(sealed, { ...knownKeys, operator: { operatorId: newPublicId(), key: operator.publicKey } }),
  ).toBe('operator-unknown');
});

test('a manifest that is signed but malformed or not canonical is refused', () => {
  expect(codeOf(resigned(sealed, (manifest) => ({ ...manifest, extra: 1 })))).toBe('manifest-malformed');
  expect(
    codeOf(
      resigned(
        sealed,
        (m) => m,
        (m) => JSON.stringify(m, null, 1),
      ),
    ),
  ).toBe('manifest-not-canonical');
});

test('a part cannot be moved to another application, capture, kind or place even by who signs', async () => {
  const forge = (change: (manifest: PacketManifest) => unknown) => codeOfOpening(resigned(sealed, change));
  expect(await forge((m) => ({ ...m, applicationId: newPublicId() }))).toBe('key-wrap-wrong');
  expect(await forge((m) => ({ ...m, captureNonce: '0'.repeat(64) }))).toBe('key-wrap-wrong');
  expect(await forge((m) => ({ ...m, keyCommitment: '0'.repeat(64) }))).toBe('key-commitment-wrong');
  const relabelled = (m: PacketManifest) => ({
    ...m,
    parts: m.parts.map((part) =>
      part.kind === 'finger' ? { ...part, position: 'left-thumb' as const } : part,
    ),
  });
  expect(await forge(relabelled)).toBe('part-not-opened');
});

test('a packet opens only with a key of its recipients', async () => {
  const stranger = generateKeyPairSync('x25519').privateKey;
  expect(await codeOfOpening(sealed, openerFromKey('central-ingest', 'ingest-1', stranger))).toBe(
    'key-wrap-wrong',
  );
  expect(await codeOfOpening(sealed, openerFromKey('central-ingest', 'ingest-2', stranger))).toBe(
    'recipient-missing',
  );
});

test('a record that speaks of other fingers than the packet holds is refused', async () => {
  const content = packetContent();
  const bytes = aPacket({ ...content, record: { ...content.record, samples: [] } }).bytes;
  expect(await codeOfOpening(bytes)).toBe('record-malformed');
});
