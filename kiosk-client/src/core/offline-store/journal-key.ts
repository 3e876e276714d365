import { randomBytes, scryptSync } from 'node:crypto';
import { openGcm, sealGcm } from '../packet/seal-gcm.ts';
import { type FileSystem, folderOf, replaceFile } from './file-system.ts';

/** Protects the journal's key where it lies: a passphrase, or the operating system's own key store. */
export interface KeySeal {
  seal(key: Buffer): Buffer;
  /** Undefined where it was not sealed by this seal, or was changed. */
  open(sealed: Buffer): Buffer | undefined;
}

/** The station cannot start: its journal is there and its key is not. */
export class JournalKeyFault extends Error {
  constructor() {
    super('the journal key cannot be opened: wrong passphrase, or the key file was changed');
    this.name = 'JournalKeyFault';
  }
}

/** The key of this station's journal, made at the first start. */
export async function loadJournalKey(fs: FileSystem, path: string, seal: KeySeal): Promise<Buffer> {
  const found = await fs.read(path);
  if (found) {
    const key = seal.open(found);
    if (key?.length !== 32) throw new JournalKeyFault();
    return key;
  }
  const key = randomBytes(32);
  await fs.makeFolder(folderOf(path));
  await replaceFile(fs, path, seal.seal(key));
  return key;
}

const SALT_BYTES = 16;
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const AAD = Buffer.from('work-permit-journal-key/1');

/** `salt | iv | ciphertext | tag` under a passphrase. */
export function passphraseSeal(passphrase: string): KeySeal {
  const keyFrom = (salt: Buffer) => scryptSync(passphrase, salt, 32, SCRYPT);
  return {
    seal: (key) => {
      const salt = randomBytes(SALT_BYTES);
      return Buffer.concat([salt, sealGcm(keyFrom(salt), key, AAD)]);
    },
    open: (sealed) => openGcm(keyFrom(sealed.subarray(0, SALT_BYTES)), sealed.subarray(SALT_BYTES), AAD),
  };
}
