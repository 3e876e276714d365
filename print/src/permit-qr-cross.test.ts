import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { Algorithms, Encrypt0, EncryptionAlgorithms, Headers, Sign1 } from '@auth0/cose';
import { expect, test } from '@jest/globals';
import { decodeBase45, encodeBase45 } from '@permit/domain/cards/base45.ts';
import { encodeClaims, type CwtClaims } from '@permit/domain/cards/claim-169.ts';
import { openIdentityQr } from '@permit/domain/cards/identity-qr.ts';
import { encodePermitQr, type PermitQrClaims } from '@permit/domain/cards/permit-qr.ts';
import type { TrustedKey, TrustList } from '@permit/domain/cards/trust-list.ts';
import { nodeDecrypt, nodeInflate, nodeSigner, nodeVerifySignature, trustedKeyOf } from './claim-ports.ts';

/** Vectors both ways with a second implementation of COSE (@auth0/cose). */
const now = 1_790_000_000;
const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pairs = [
  { algorithm: Algorithms.EdDSA, name: 'EdDSA', pair: ed25519 },
  { algorithm: Algorithms.ES256, name: 'ES256', pair: p256 },
];

function ports(keys: TrustedKey[]) {
  const trustList: TrustList = { keys };
  return { trustList, now, inflate: nodeInflate, verifySignature: nodeVerifySignature() };
}

interface Foreign {
  readonly algorithm: Algorithms;
  readonly key: KeyObject;
  readonly keyId?: string;
  readonly claims?: Partial<CwtClaims>;
}

async function foreignMessage({ algorithm, key, keyId, claims }: Foreign): Promise<Uint8Array> {
  const payload = encodeClaims({
    issuer: 'them',
    issuedAt: now - 60,
    identity: { fullName: 'A B' },
    ...claims,
  });
  const outside: [Headers.KeyID, Uint8Array][] = keyId ? [[Headers.KeyID, Buffer.from(keyId)]] : [];
  const message = await Sign1.sign([[Headers.Algorithm, algorithm]], outside, payload, key as never);
  return message.encode();
}

const asText = (message: Uint8Array) => encodeBase45(deflateSync(message));

test.each(pairs)('a code that they signed with $name is accepted here', async ({ algorithm, pair }) => {
  const text = asText(await foreignMessage({ algorithm, key: pair.privateKey, keyId: 'k1' }));
  const answer = await openIdentityQr(text, ports([trustedKeyOf('k1', pair.publicKey)]));
  expect(answer).toMatchObject({ ok: true, claims: { issuer: 'them', identity: { fullName: 'A B' } } });
});

test.each(pairs)('a code that we signed with $name verifies there', async ({ pair }) => {
  const text = await encodePermitQr(aPermitCode, nodeSigner('k1', pair.privateKey));
  const message = Sign1.decode(nodeInflate(decodeBase45(text)!, 65_536) as Uint8Array);
  await expect(message.verify(pair.publicKey as never)).resolves.toBeUndefined();
  expect(Buffer.from(message.protectedHeaders.get(Headers.KeyID) as Uint8Array).toString()).toBe('k1');
});

test('expiry and not-before of a foreign code hold by the injected clock', async () => {
  const codeOf = async (claims: Partial<CwtClaims>) => {
    const text = asText(
      await foreignMessage({ algorithm: -8, key: ed25519.privateKey, keyId: 'k1', claims }),
    );
    const answer = await openIdentityQr(text, ports([trustedKeyOf('k1', ed25519.publicKey)]));
    return answer.ok ? 'accepted' : answer.code;
  };
  expect(await codeOf({ expiresAt: now - 301 })).toBe('expired');
  expect(await codeOf({ expiresAt: now - 299 })).toBe('accepted');
  expect(await codeOf({ notBefore: now + 301 })).toBe('not-yet-valid');
  expect(await codeOf({ notBefore: now + 299 })).toBe('accepted');
});

test('after rotation the old key verifies what it signed in its time and nothing later', async () => {
  const next = generateKeyPairSync('ed25519');
  const keys = [
    trustedKeyOf('k1', ed25519.publicKey, { signsUntil: now - 1_000 }),
    trustedKeyOf('k2', next.publicKey, { signsFrom: now - 1_000 }),
  ];
  const codeOf = async (key: KeyObject, keyId: string, issuedAt: number) => {
    const text = asText(await foreignMessage({ algorithm: -8, key, keyId, claims: { issuedAt } }));
    const answer = await openIdentityQr(text, ports(keys));
    return answer.ok ? 'accepted' : answer.code;
  };
  expect(await codeOf(ed25519.privateKey, 'k1', now - 2_000)).toBe('accepted');
  expect(await codeOf(ed25519.privateKey, 'k1', now - 500)).toBe('key-not-in-use');
  expect(await codeOf(next.privateKey, 'k2', now - 500)).toBe('accepted');
  expect(await codeOf(next.privateKey, 'k1', now - 2_000)).toBe('bad-signature');
  expect(await codeOf(next.privateKey, 'k3', now - 500)).toBe('unknown-key');
});

test('a signed code inside their encryption opens with the key and is unsigned without it', async () => {
  const secret = randomBytes(32);
  const signed = await foreignMessage({ algorithm: -8, key: ed25519.privateKey, keyId: 'k1' });
  const encrypted = await Encrypt0.encrypt(
    [[Headers.Algorithm, EncryptionAlgorithms.A256GCM]],
    [[Headers.IV, randomBytes(12)]],
    signed,
    secret,
  );
  const text = asText(encrypted.encode());
  const base = ports([trustedKeyOf('k1', ed25519.publicKey)]);
  expect(await openIdentityQr(text, { ...base, decrypt: nodeDecrypt(secret) })).toMatchObject({ ok: true });
  expect(await openIdentityQr(text, { ...base, decrypt: nodeDecrypt(randomBytes(32)) })).toMatchObject({
    code: 'unsigned',
  });
  expect(await openIdentityQr(text, base)).toMatchObject({ code: 'unsigned' });
});

test('a key of the other algorithm under the same id is never tried', async () => {
  const text = asText(await foreignMessage({ algorithm: -7, key: p256.privateKey, keyId: 'k1' }));
  const answer = await openIdentityQr(text, ports([trustedKeyOf('k1', ed25519.publicKey)]));
  expect(answer).toEqual({ ok: false, code: 'unknown-key' });
});

test('a key in the trust list that is no key verifies nothing and stops nothing', async () => {
  const text = asText(await foreignMessage({ algorithm: -7, key: p256.privateKey, keyId: 'k1' }));
  const broken = { ...trustedKeyOf('k1', p256.publicKey), publicKey: Buffer.alloc(65, 4).toString('base64') };
  expect(await openIdentityQr(text, ports([broken]))).toMatchObject({ code: 'bad-signature' });
  const good = trustedKeyOf('k1', p256.publicKey);
  expect(await openIdentityQr(`${text}\r\n`, ports([broken, good]))).toMatchObject({ ok: true });
});

test('a decompression bomb is malformed, and memory stays flat', async () => {
  const bomb = encodeBase45(deflateSync(Buffer.alloc(2_000_000)));
  expect(bomb.length).toBeLessThan(4_296);
  const answer = await openIdentityQr(bomb, ports([]));
  expect(answer).toEqual({ ok: false, code: 'malformed', stage: 'compression' });
});

const aPermitCode: PermitQrClaims = {
  issuer: 'wp.example',
  issuedAt: now - 3_600,
  fullName: 'MS. THIDA AUNG',
  permit: {
    publicId: 'cGVybWl0LWlkLTEy',
    kind: 'card',
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    category: '63/2',
    birthYear: 1994,
    statusIndex: 7,
  },
};
