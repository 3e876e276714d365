import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodePermitQr } from '@permit/domain/cards/permit-qr.ts';
import { nodeSigner, trustedKeyOf } from '@permit/print/claim-ports.ts';
import QRCode from 'qrcode';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const folder = temporaryFolder();
const trust = join(folder, 'trust.json');
let text = '';

beforeAll(async () => {
  writeFileSync(trust, JSON.stringify({ keys: [trustedKeyOf('demo-1', publicKey)] }));
  const permit = {
    publicId: 'abcdefghijklmnop',
    kind: 'card',
    validFrom: '2020-01-01',
    validTo: '2099-12-31',
    category: '63/2',
    birthYear: 1990,
    statusIndex: 105,
  } as const;
  const issuedAt = Math.floor(Date.now() / 1000) - 3_600;
  const claims = { issuer: 'wp', issuedAt, fullName: 'MR. AUNG AUNG', permit };
  text = await encodePermitQr(claims, nodeSigner('demo-1', privateKey));
});
afterAll(removeTemporaryFolders);

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/verify.ts', ...args, '--trust', trust],
    { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return { status, answer: stdout ? JSON.parse(stdout) : undefined, stderr };
}

test('a picture of a good code is read and verified with the public key alone', async () => {
  const picture = join(folder, 'qr.png');
  await QRCode.toFile(picture, text, { scale: 4 });
  expect(verify(picture)).toMatchObject({ status: 0, answer: { answer: 'valid', specimen: true } });
});

test('a changed code is refused, and the exit code says so', () => {
  // In the middle of the compressed message: another letter of the same alphabet.
  const middle = Math.floor(text.length / 2);
  const changed = text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
  const { status, answer } = verify(changed);
  expect(status).toBe(1);
  expect(['malformed', 'bad-signature', 'unsigned']).toContain(answer.answer);
});

test('a file that is no picture is one sentence', () => {
  expect(verify(trust)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is no picture that can be read'),
  });
});
