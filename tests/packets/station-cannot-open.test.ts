import { createPrivateKey, diffieHellman, type KeyObject, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeFileSystem } from '@permit/kiosk-client/core/offline-store/node-file-system.ts';
import { readJournal } from '@permit/kiosk-client/core/offline-store/journal-format.ts';
import { unlockKey } from '@permit/kiosk-client/core/operator-key.ts';
import { captureAll, CLERK, readyKiosk } from '@permit/kiosk-client/core/testing/a-kiosk.ts';
import { openPacket } from '@permit/server/captures/packet/open-packet.ts';
import { openerFromKey, x25519PublicKey } from '@permit/server/captures/packet/packet-recipient.ts';
import { claimedManifest, verifyPacket } from '@permit/server/captures/packet/verify-packet.ts';

/** Every run of bytes in a text or a file that could be a private key, in any usual encoding. */
function privateKeysIn(bytes: Buffer): KeyObject[] {
  const texts = bytes.toString('latin1').match(/[A-Za-z0-9+/=_-]{40,}/g) ?? [];
  const candidates = [
    bytes,
    ...texts.flatMap((text) => [Buffer.from(text, 'base64'), Buffer.from(text, 'hex')]),
  ];
  return candidates.flatMap((der) => {
    try {
      return [createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })];
    } catch {
      return [];
    }
  });
}

/** Every 32 bytes that somebody with the folder could try as an X25519 private key. */
function asX25519(seed: Buffer): KeyObject {
  const prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
}

test('with the whole folder, the journal key, the passwords and the environment nothing opens a sealed packet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'station-'));
  try {
    const key = randomBytes(32);
    const station = await readyKiosk({ fs: nodeFileSystem, folder, key });
    await station.ask('sealCapture', { captureId: await captureAll(station) });
    const packet = readFileSync(join(folder, 'packets', '0000000001.packet'));
    const manifest = claimedManifest(packet)!;

    // All that the station has: files, decrypted journal, keys under the clerk's password, environment.
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const journal = readJournal(key, readFileSync(join(folder, 'journal'))).payloads;
    expect(journal.length).toBeGreaterThan(3);
    const events = journal.map((payload) => JSON.parse(payload.toString('utf8')));
    const locked = events.flatMap(({ operator }) => (operator ? [operator.sealedKey as string] : []));
    const unlocked = locked.map((sealed) => unlockKey(sealed, CLERK.password)!);
    const found = [...files, ...journal, Buffer.from(JSON.stringify(process.env))].flatMap(privateKeysIn);
    const signing = [...events.flatMap(({ enrolment }) => (enrolment ? [enrolment.deviceKey as string] : []))]
      .map((der) => Buffer.from(der, 'base64'))
      .flatMap(privateKeysIn);
    expect([signing.length, unlocked.length]).toEqual([1, 1]);

    const seeds = [
      key,
      ...[...signing, ...unlocked, ...found].map((held) =>
        Buffer.from(held.export({ format: 'jwk' }).d ?? '', 'base64url'),
      ),
    ];
    const verified = verifyPacket(packet, {
      stationId: manifest.stationId,
      deviceKey: signing[0]!,
      operator: { operatorId: manifest.operatorId, key: unlocked[0]! },
    });
    if (!verified.ok) throw new Error(verified.code);
    for (const seed of seeds.filter((bytes) => bytes.length === 32)) {
      const privateKey = asX25519(seed);
      for (const { role, keyId } of manifest.recipients) {
        const own = openerFromKey(role, keyId, privateKey);
        const truePublic = role === 'central-ingest' ? station.server.ingest : station.server.escrow;
        const raw = Buffer.from(truePublic.publicKey.export({ format: 'jwk' }).x!, 'base64url');
        const pretending = {
          ...own,
          publicKey: raw,
          agree: (ephemeral: Uint8Array) =>
            diffieHellman({ privateKey, publicKey: x25519PublicKey(ephemeral) }),
        };
        expect(await openPacket(verified.value, own)).toEqual({ ok: false, code: 'key-wrap-wrong' });
        expect(await openPacket(verified.value, pretending)).toEqual({ ok: false, code: 'key-wrap-wrong' });
      }
    }
    // The same code with the true key opens it: the test can fail.
    const truth = openerFromKey('central-ingest', 'ingest-1', station.server.ingest.privateKey);
    expect(await openPacket(verified.value, truth)).toMatchObject({ ok: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no name, number or picture of a person is readable in the folder, the packet included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'station-'));
  try {
    const station = await readyKiosk({ fs: nodeFileSystem, folder, key: randomBytes(32) });
    await station.ask('sealCapture', { captureId: await captureAll(station) });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(['0000000001.packet', 'day', 'journal']);
    for (const { name, parentPath } of files) {
      const bytes = readFileSync(join(parentPath, name));
      for (const secret of ['MYINT', '12345678901234', 'FIR of right', '\x89PNG\r\n\x1a', 'clerk.one']) {
        const encodings = [
          secret,
          Buffer.from(secret, 'latin1').toString('base64').slice(0, -3),
          Buffer.from(secret, 'latin1').toString('hex'),
        ];
        for (const text of encodings) expect(bytes.includes(text, 0, 'latin1')).toBe(false);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
