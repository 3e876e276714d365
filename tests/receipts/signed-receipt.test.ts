import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto';
import {
  encodeReceipt,
  openReceipt,
  RECEIPT_KINDS,
  type ReceiptClaims,
} from '@permit/domain/receipts/signed-receipt.ts';

const pair = generateKeyPairSync('ed25519');
const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
const signer = {
  algorithm: 'EdDSA' as const,
  keyId: 'receipt-1',
  sign: async (bytes: Uint8Array) => sign(null, bytes, pair.privateKey),
};
const check = {
  trustList: {
    keys: [
      {
        keyId: 'receipt-1',
        algorithm: 'EdDSA' as const,
        publicKey: spki.subarray(12).toString('base64'),
        specimen: true,
      },
    ],
  },
  verifySignature: (_key: unknown, message: Uint8Array, signature: Uint8Array) =>
    verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature),
};

const claims = fc.record<ReceiptClaims>({
  kind: fc.constantFrom(...RECEIPT_KINDS),
  number: fc.stringMatching(/^[0-9]{14}$/),
  serviceCode: fc.constantFrom('H52', 'C-EMP', 'R59M'),
  receivedAt: fc.integer({ min: 0, max: 4_000_000_000 }),
  revision: fc.integer({ min: 1, max: 1000 }),
  digest: fc.stringMatching(/^[0-9a-f]{32}$/),
});

test('what was signed is read again, from a text that the dense alphabet of a QR can hold', async () => {
  await fc.assert(
    fc.asyncProperty(claims, async (said) => {
      const text = await encodeReceipt(said, signer);
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
      expect(await openReceipt(`${text}\n`, check)).toEqual({ ok: true, claims: said, keyId: 'receipt-1' });
    }),
    { numRuns: 50 },
  );
});

test('no changed letter of it is believed', async () => {
  const [said] = fc.sample(claims, { seed: 7, numRuns: 1 });
  const text = await encodeReceipt(said!, signer);
  for (let at = 0; at < text.length; at += 1) {
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect((await openReceipt(changed, check)).ok).toBe(false);
  }
});

test.each(['', 'WPR1:', 'NCFX1', 'WPR1:' + 'A'.repeat(5000), 'WPR1:QED8WEX0'])(
  'a text that is none (%#) is malformed or unsigned, never a fault',
  async (text) => {
    expect(['malformed', 'unsigned']).toContain(((await openReceipt(text, check)) as { code: string }).code);
  },
);
