import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { CompactSign } from 'jose';
import { expectProblem } from '../reader-contract.ts';
import type { ReaderTime } from '../reader-time.ts';
import { issueCertificate } from './simulator/certificate.ts';
import { createSimulatorTrust, type SimulatorTrust } from './simulator/simulator-trust.ts';
import { pinnedTrust } from './sbi-trust.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;
const at = (now: number): ReaderTime => ({ now: () => now, sleep: async () => undefined });
let simulated: SimulatorTrust;
beforeAll(() => {
  simulated = createSimulatorTrust(NOW);
});

test('the certificates are such as node reads: an authority, and a device that is none', async () => {
  const root = new X509Certificate(simulated.rootPem);
  expect(root.ca).toBe(true);
  expect(root.subject).toBe('CN=SIMULATED SBI root (not for production)');
  expect(root.verify(root.publicKey)).toBe(true);
});

test('a payload that a device of the pinned root signed is returned with its signer', async () => {
  const jws = await simulated.signerFor('S1')({ hello: 'there' });
  const { payload, signerCertificate } = await pinnedTrust([simulated.rootPem], at(NOW)).verify(jws, 'test');
  expect(payload).toEqual({ hello: 'there' });
  expect(new X509Certificate(Buffer.from(signerCertificate, 'base64')).subject).toBe(
    'CN=SIMULATED device S1',
  );
});

test('a device key that is older than its 30 days is refused', async () => {
  const jws = await simulated.signerFor('S1')({});
  await expectProblem(
    pinnedTrust([simulated.rootPem], at(NOW + 31 * DAY_MS)).verify(jws, 'test'),
    'tampered',
  );
});

test('without any pinned root nothing is believed', async () => {
  const jws = await simulated.signerFor('S1')({});
  await expectProblem(pinnedTrust([], at(NOW)).verify(jws, 'test'), 'tampered');
});

test('a device cannot issue certificates to others, although its own leads to the root', async () => {
  const rootKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const deviceKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const validity = { from: new Date(NOW - DAY_MS), until: new Date(NOW + DAY_MS) };
  const certify = (subject: string, issuer: string, authority: boolean) =>
    issueCertificate({
      subject,
      subjectKey: createPublicKey(subject === 'root' ? rootKey : deviceKey),
      issuer,
      issuerKey: issuer === 'root' ? rootKey : deviceKey,
      authority,
      ...validity,
    });
  const chain = [
    certify('forged', 'device', false),
    certify('device', 'root', false),
    certify('root', 'root', true),
  ];
  const jws = await new CompactSign(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'RS256', x5c: chain.map((der) => der.toString('base64')) })
    .sign(deviceKey);
  const rootPem = new X509Certificate(chain[2]!).toString();
  await expectProblem(pinnedTrust([rootPem], at(NOW)).verify(jws, 'test'), 'tampered');
});

test.each(['', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '{"alg":"RS256"}'])(
  '%j is no signed payload',
  async (jws) => {
    await expectProblem(pinnedTrust([simulated.rootPem], at(NOW)).verify(jws, 'test'), 'tampered');
  },
);
