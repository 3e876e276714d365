import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { openIdentityQr } from '@permit/domain/cards/identity-qr.ts';
import { verifyPermitQr } from '@permit/domain/cards/verify-permit-qr.ts';
import type { TrustList } from '@permit/domain/cards/trust-list.ts';
import { nodeDecrypt, nodeInflate, nodeVerifySignature } from './claim-ports.ts';

interface Vector {
  readonly name: string;
  readonly qr_data: string;
  readonly signing_key?: { readonly public_key_hex: string };
  readonly encryption_key?: { readonly symmetric_key_hex: string };
  readonly expected_claim169?: { readonly id: string; readonly fullName: string };
}

const folder = fileURLToPath(new URL('../../../shared/data/claim-169/', import.meta.url));
const vectors: Vector[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as Vector)
  : [];

/** What a strict reader says about each published vector. */
const EXPECTED: Readonly<Record<string, string>> = {
  'ed25519-signed': 'accepted',
  minimal: 'unsigned',
  'demographics-full': 'unsigned',
  expired: 'unsigned',
  'encrypted-aes256': 'unsigned',
  'bad-base45': 'malformed',
  'not-cose': 'malformed',
};

const now = 1_750_000_000;

function trustListOf(vector: Vector): TrustList {
  const hex = vector.signing_key?.public_key_hex;
  const publicKey = hex ? Buffer.from(hex, 'hex').toString('base64') : '';
  const keys = hex ? [{ keyId: 'vector', algorithm: 'EdDSA' as const, publicKey, specimen: true }] : [];
  return { keys };
}

function portsFor(vector: Vector) {
  const key = vector.encryption_key?.symmetric_key_hex;
  return {
    trustList: trustListOf(vector),
    now,
    inflate: nodeInflate,
    verifySignature: nodeVerifySignature(),
    ...(key ? { decrypt: nodeDecrypt(Buffer.from(key, 'hex')) } : {}),
  };
}

const whenPresent = vectors.length > 0 ? test : test.skip;

whenPresent('the published vectors: one accepted, four refused as unsigned, two malformed', async () => {
  const answers: Record<string, string> = {};
  for (const vector of vectors) {
    const answer = await openIdentityQr(vector.qr_data, portsFor(vector));
    answers[vector.name] = answer.ok ? 'accepted' : answer.code;
  }
  expect(answers).toEqual(EXPECTED);
});

whenPresent('the accepted vector says what its author says, and is no permit', async () => {
  const vector = vectors.find(({ name }) => name === 'ed25519-signed')!;
  const answer = await openIdentityQr(vector.qr_data, portsFor(vector));
  expect(answer.ok && answer.claims.identity).toEqual(vector.expected_claim169);
  expect(await verifyPermitQr(vector.qr_data, portsFor(vector))).toMatchObject({
    answer: 'not-known',
    reason: 'not-a-permit',
    signatureGood: true,
  });
});

whenPresent('without the encryption key an encrypted code is unsigned too', async () => {
  const vector = vectors.find(({ name }) => name === 'encrypted-aes256')!;
  const { decrypt: _, ...ports } = portsFor(vector);
  expect(await openIdentityQr(vector.qr_data, ports)).toMatchObject({ ok: false, code: 'unsigned' });
});
