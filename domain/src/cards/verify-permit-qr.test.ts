import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { encodePermitQr, endOfBangkokDay, type PermitQrClaims } from './permit-qr.ts';
import { decodeStatusList, encodeStatusList, type ListedStatus, type StatusList } from './status-list.ts';
import { verifyPermitQr, type VerifierPorts } from './verify-permit-qr.ts';

/** A signature that only a test believes: 64 bytes that depend on every byte of the message. */
function weakSignature(message: Uint8Array): Uint8Array {
  const signature = new Uint8Array(64);
  message.forEach((byte, at) => {
    const place = at % 64;
    signature[place] = (signature[place]! * 31 + byte + at) & 0xff;
  });
  return signature;
}

const signer = {
  algorithm: 'EdDSA' as const,
  keyId: 'demo-1',
  sign: async (bytes: Uint8Array) => weakSignature(bytes),
  deflate: (bytes: Uint8Array) => bytes,
};

const now = Date.parse('2026-11-20T05:00:00Z') / 1_000;

const ports: VerifierPorts = {
  now,
  trustList: {
    keys: [{ keyId: 'demo-1', algorithm: 'EdDSA', publicKey: 'A'.repeat(44), specimen: true }],
  },
  inflate: (bytes) => bytes,
  verifySignature: (_key, message, signature) => weakSignature(message).join() === signature.join(),
};

type Changes = Partial<Omit<PermitQrClaims, 'permit'>> & { permit?: Partial<PermitQrClaims['permit']> };

function aCode(changes: Changes = {}): Promise<string> {
  return encodePermitQr(
    {
      issuer: 'wp',
      issuedAt: now - 1_000_000,
      fullName: 'MR. AUNG AUNG',
      ...changes,
      permit: {
        publicId: 'abcdefghijklmnop',
        kind: 'card',
        validFrom: '2026-01-01',
        validTo: '2027-12-31',
        category: '63/2',
        birthYear: 1990,
        statusIndex: 105,
        ...changes.permit,
      },
    },
    signer,
  );
}

async function aList(status: ListedStatus, since?: string): Promise<StatusList> {
  const entries = status === 'good' ? [] : [{ index: 105, status, ...(since ? { since } : {}) }];
  const input = { firstIndex: 100, count: 50, issuedAt: now - 60, refreshBy: now + 600, entries };
  const list = await decodeStatusList(await encodeStatusList(input, (bytes) => bytes), (bytes) => bytes);
  return list!;
}

async function answerOf(changes: Changes, status: ListedStatus, since?: string) {
  return verifyPermitQr(await aCode(changes), { ...ports, statusList: await aList(status, since) });
}

const ended = { permit: { validTo: '2026-10-31' } };

test.each([
  ['valid', {}, 'good'],
  ['may-work-renewal-pending', {}, 'renewal-pending'],
  ['may-work-renewal-pending', ended, 'renewal-pending'],
  ['may-work-renewal-pending', ended, 'renewal-pending-and-changed'],
  ['temporary', {}, 'temporary'],
  ['temporary', { permit: { kind: 'temporary' } }, 'good'],
  ['expired', ended, 'good'],
  ['expired', ended, 'changed-since-printed'],
  ['replaced', ended, 'replaced'],
  ['revoked', {}, 'revoked'],
  ['cancelled', ended, 'cancelled'],
  ['changed-since-printed', {}, 'changed-since-printed'],
  ['not-known', {}, 'not-issued'],
  ['not-known', { permit: { statusIndex: 150 } }, 'good'],
  ['not-yet-valid', { permit: { validFrom: '2026-12-01' } }, 'good'],
  ['expired', { expiresAt: now - 400, permit: { kind: 'digital' } }, 'renewal-pending'],
] satisfies [string, Changes, ListedStatus][])(
  'answers %s for %j listed as %s',
  async (expected, changes, status) => {
    expect((await answerOf(changes, status)).answer).toBe(expected);
  },
);

test('says since when a permit is revoked, and the facts to compare with the passport', async () => {
  expect(await answerOf({}, 'revoked', '2026-11-03')).toMatchObject({
    answer: 'revoked',
    since: '2026-11-03',
    facts: { fullName: 'MR. AUNG AUNG', birthYear: 1990 },
    list: { state: 'fresh', ageSeconds: 60 },
    specimen: true,
  });
});

test('without a list an unexpired code is valid and says that it should be looked up', async () => {
  expect(await verifyPermitQr(await aCode(), ports)).toMatchObject({
    answer: 'valid',
    list: { state: 'none' },
    lookOnline: true,
  });
});

test('a code made after the list is not called unknown', async () => {
  const answer = await answerOf({ issuedAt: now - 10, permit: { statusIndex: 150 } }, 'good');
  expect(answer).toMatchObject({ answer: 'valid', list: { state: 'older-than-code' } });
});

test('a permit is good through the last second of its last day in Bangkok', async () => {
  const lastSecond = endOfBangkokDay('2027-12-31');
  expect(new Date(lastSecond * 1_000).toISOString()).toBe('2027-12-31T16:59:59.000Z');
  const text = await aCode();
  expect(await verifyPermitQr(text, { ...ports, now: lastSecond })).toMatchObject({ answer: 'valid' });
  expect(await verifyPermitQr(text, { ...ports, now: lastSecond + 1 })).toMatchObject({
    answer: 'expired',
    since: '2027-12-31',
  });
});

test('an unknown key is not known, not forged', async () => {
  const trustList = { keys: [] };
  expect(await verifyPermitQr(await aCode(), { ...ports, trustList })).toMatchObject({
    answer: 'not-known',
    reason: 'unknown-key',
  });
});

test('any flipped bit is refused or not known, never believed', async () => {
  const bytes = decodeBase45(await aCode())!;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const bent = Uint8Array.from(bytes);
      bent[bit >> 3]! ^= 1 << (bit & 7);
      const { answer } = await verifyPermitQr(encodeBase45(bent), ports);
      expect(['malformed', 'unsigned', 'bad-signature', 'not-known']).toContain(answer);
    }),
    { numRuns: 400 },
  );
});

test('any text at all gets an answer', async () => {
  const text = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(encodeBase45));
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const { answer } = await verifyPermitQr(value, ports);
      expect(['malformed', 'unsigned', 'not-known', 'bad-signature']).toContain(answer);
    }),
    { numRuns: 500 },
  );
});
