import { expect, test } from '@jest/globals';
import { generateKeyPairSync, sign } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { bytesOfBase64, webInflate, webVerifySignature } from './web-crypto-ports.ts';

function aKey(algorithm: 'EdDSA' | 'ES256') {
  const pair =
    algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const parts = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url'));
  const raw = algorithm === 'EdDSA' ? parts[0]! : Buffer.concat([Buffer.of(4), ...parts]);
  const key = { keyId: 'k', algorithm, publicKey: raw.toString('base64'), specimen: true };
  const signed = (message: Uint8Array): Uint8Array =>
    new Uint8Array(
      sign(algorithm === 'EdDSA' ? null : 'sha256', message, {
        key: pair.privateKey,
        dsaEncoding: 'ieee-p1363',
      }),
    );
  return { key, signed };
}

test.each(['EdDSA', 'ES256'] as const)(
  '%s: believes what its key signed and nothing else',
  async (algorithm) => {
    const { key, signed } = aKey(algorithm);
    const message = new TextEncoder().encode('permit');
    const signature = signed(message);
    expect(await webVerifySignature(key, message, signature)).toBe(true);
    expect(await webVerifySignature(key, new TextEncoder().encode('Permit'), signature)).toBe(false);
    expect(await webVerifySignature(aKey(algorithm).key, message, signature)).toBe(false);
  },
);

test('a key that is no key signs nothing, and nothing is thrown', async () => {
  const key = { keyId: 'k', algorithm: 'EdDSA' as const, publicKey: 'AAAA', specimen: true };
  expect(await webVerifySignature(key, new Uint8Array(3), new Uint8Array(64))).toBe(false);
});

test('inflates, and stops at its cap', async () => {
  const packed = deflateSync(Buffer.alloc(200_000, 7));
  expect((await webInflate(packed, 200_000)).length).toBe(200_000);
  await expect(webInflate(packed, 100_000)).rejects.toThrow(RangeError);
  await expect(webInflate(packed.subarray(0, 20), 200_000)).rejects.toThrow();
});

test('reads base64 as bytes', () => {
  expect([...bytesOfBase64('AP9/')]).toEqual([0, 255, 127]);
});
