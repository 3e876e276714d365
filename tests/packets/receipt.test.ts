import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newPublicId } from '@permit/kiosk-client/core/ids.ts';
import { receiptKeysFrom, verifyReceipt } from '@permit/kiosk-client/core/packet/verify-receipt.ts';
import { signReceipt } from '@permit/server/captures/packet/sign-receipt.ts';

const server = generateKeyPairSync('ed25519');
const spki = server.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const keys = receiptKeysFrom([{ keyId: 'receipt-1', publicKey: spki }]);
const wanted = {
  packetId: newPublicId(),
  deviceId: newPublicId(),
  counter: 3,
  packetHash: 'ab'.repeat(32),
};
const unsigned = { ...wanted, receivedAt: '2026-11-20T04:00:00.000Z', keyId: 'receipt-1' };
const signWith = (message: Uint8Array) => sign(null, message, server.privateKey);

test('a receipt that the server signed for this packet is good', async () => {
  const receipt = await signReceipt(unsigned, signWith);
  expect(verifyReceipt(receipt, wanted, keys)).toEqual({ good: true, receipt });
});

test('a changed, foreign or malformed receipt lets nothing be deleted', async () => {
  const receipt = await signReceipt(unsigned, signWith);
  const codeOf = (answer: unknown, known = keys) => {
    const verdict = verifyReceipt(answer, wanted, known);
    return verdict.good ? 'good' : verdict.code;
  };
  expect(codeOf({ ...receipt, receivedAt: '2026-11-21T04:00:00.000Z' })).toBe('receipt-signature-wrong');
  expect(codeOf({ ...receipt, signature: '' })).toBe('receipt-signature-wrong');
  expect(codeOf(receipt, new Map())).toBe('receipt-key-unknown');
  expect(codeOf('thank you')).toBe('receipt-malformed');
  expect(codeOf(await signReceipt({ ...unsigned, counter: 4 }, signWith))).toBe('receipt-for-another');
});
