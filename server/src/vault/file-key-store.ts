import { createHmac, createPrivateKey, randomBytes, scryptSync, sign } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyMaterial, type KeyPair } from './key-material.ts';
import type { KeyStore } from './key-store.ts';
import { openSealed, seal } from './sealing.ts';

// OWASP's scrypt setting for an interactive secret: 128 MiB, about 0.4 s.
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };
const MAGIC = 'PERMITKEYS1';

/** Writes key material sealed under the passphrase: temporary file, fsync, rename; mode 0600. */
export function writeKeyFile(path: string, passphrase: string, material: KeyMaterial): void {
  const salt = randomBytes(16);
  const key = scryptSync(passphrase.normalize('NFC'), salt, 32, SCRYPT);
  const sealed = seal(key, Buffer.from(JSON.stringify(material)), Buffer.from(MAGIC));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(`${path}.part`, 'w', 0o600);
  writeSync(
    file,
    JSON.stringify({ magic: MAGIC, salt: salt.toString('base64'), sealed: sealed.toString('base64') }),
  );
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.part`, path);
}

/** Opens the file; a wrong passphrase or a changed byte is one clear sentence. */
export function openKeyFile(path: string, passphrase: string): KeyStore {
  const outer = JSON.parse(readFileSync(path, 'utf8')) as { magic: string; salt: string; sealed: string };
  if (outer.magic !== MAGIC) throw new Error('the key file is of another kind or version');
  const key = scryptSync(passphrase.normalize('NFC'), Buffer.from(outer.salt, 'base64'), 32, SCRYPT);
  let plain: Buffer;
  try {
    plain = openSealed(key, Buffer.from(outer.sealed, 'base64'), Buffer.from(MAGIC));
  } catch {
    throw new Error('the key file does not open: wrong KEY_STORE_PASSPHRASE, or the file was changed');
  }
  return keyStoreOf(KeyMaterial.parse(JSON.parse(plain.toString('utf8'))));
}

/** The port over material in memory. */
export function keyStoreOf(material: KeyMaterial): KeyStore {
  const wrapKey = Buffer.from(material.wrap, 'base64');
  const indexKey = Buffer.from(material.index, 'base64');
  const token = Buffer.from(material.token, 'base64');
  const signers = new Map<string, ReturnType<typeof createPrivateKey>>();
  const signerOf = (pair: KeyPair) => {
    const known = signers.get(pair.keyId);
    if (known) return known;
    const key = createPrivateKey({ key: Buffer.from(pair.pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
    signers.set(pair.keyId, key);
    return key;
  };
  return {
    specimen: material.specimen,
    wrap: (key) => seal(wrapKey, key, Buffer.from('person-key')),
    unwrap: (wrapped) => openSealed(wrapKey, wrapped, Buffer.from('person-key')),
    blindIndex: (domain, value) =>
      createHmac('sha256', indexKey).update(`${domain}\0${value}`).digest().subarray(0, 16),
    tokenKey: () => token,
    sign(purpose, data) {
      const pair = material.signing[purpose][0]!;
      return { keyId: pair.keyId, signature: sign(null, data, signerOf(pair)) };
    },
    publicKeys: (purpose) =>
      material.signing[purpose].map(({ keyId, spki }) => ({ keyId, spki: Buffer.from(spki, 'base64') })),
    ingestKey: () => ({
      keyId: material.ingest.keyId,
      spki: Buffer.from(material.ingest.spki, 'base64'),
      pkcs8: Buffer.from(material.ingest.pkcs8, 'base64'),
    }),
    escrowKey: () => ({ keyId: material.escrow.keyId, spki: Buffer.from(material.escrow.spki, 'base64') }),
  };
}
