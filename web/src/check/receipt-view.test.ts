import { expect, test } from '@jest/globals';
import { decodeBase45, encodeBase45 } from '@permit/domain/cards/base45.ts';
import { encodeReceipt, RECEIPT_PREFIX, type ReceiptClaims } from '@permit/domain/receipts/signed-receipt.ts';
import { generateKeyPairSync, sign } from 'node:crypto';
import { isReceipt, readReceipt } from './receipt-view.ts';

function aSigner(keyId: string) {
  const pair = generateKeyPairSync('ed25519');
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
  return {
    signer: {
      algorithm: 'EdDSA' as const,
      keyId,
      sign: async (bytes: Uint8Array) => sign(null, bytes, pair.privateKey),
    },
    trusted: {
      keyId,
      algorithm: 'EdDSA' as const,
      publicKey: spki.subarray(12).toString('base64'),
      specimen: true,
    },
  };
}

const CLAIMS: ReceiptClaims = {
  kind: 'attempt',
  number: '69110000000017',
  serviceCode: 'R59M',
  receivedAt: 1_795_000_000,
  revision: 1,
  digest: '00112233445566778899aabbccddeeff',
};
const receipts = aSigner('receipt-1');
const cards = aSigner('card-1');
const trustList = { keys: [cards.trusted], receiptKeys: [receipts.trusted] };

test('a receipt of ours is genuine and says its number and its time', async () => {
  const text = await encodeReceipt(CLAIMS, receipts.signer);
  expect(isReceipt(text)).toBe(true);
  expect(await readReceipt(text, trustList)).toMatchObject({ ok: true, claims: CLAIMS, specimen: true });
});

test('the key of a card signs no receipt, and a changed one is false', async () => {
  const byCardKey = await encodeReceipt(CLAIMS, cards.signer);
  expect(await readReceipt(byCardKey, trustList)).toMatchObject({ ok: false, code: 'unknown-key' });
  const text = await encodeReceipt(CLAIMS, receipts.signer);
  const bytes = decodeBase45(text.slice(RECEIPT_PREFIX.length))!;
  bytes[bytes.length - 1]! ^= 1;
  const changed = RECEIPT_PREFIX + encodeBase45(bytes);
  expect(await readReceipt(changed, trustList)).toMatchObject({ ok: false, code: 'bad-signature' });
  expect(await readReceipt(`${RECEIPT_PREFIX}HELLO`, trustList)).toMatchObject({ ok: false });
});
