import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SIGNING_PURPOSES } from './key-store.ts';

const KeyPair = z.object({ keyId: z.string(), spki: z.base64(), pkcs8: z.base64() });

/** What the sealed file holds once opened. */
export const KeyMaterial = z.object({
  version: z.literal(1),
  specimen: z.boolean(),
  wrap: z.base64(),
  index: z.base64(),
  token: z.base64(),
  signing: z.object({ card: z.array(KeyPair), receipt: z.array(KeyPair), audit: z.array(KeyPair) }),
  ingest: KeyPair,
  escrow: z.object({ keyId: z.string(), spki: z.base64() }),
});
export type KeyMaterial = z.infer<typeof KeyMaterial>;
export type KeyPair = z.infer<typeof KeyPair>;

/** A key's name: the first 8 bytes of SHA-256 over its public half, hex. */
export function keyIdOf(spki: Uint8Array): string {
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

/** A new pair for signing (Ed25519) or for receiving (X25519). */
export function newKeyPair(kind: 'ed25519' | 'x25519'): KeyPair {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
  return { keyId: keyIdOf(spki), spki: spki.toString('base64'), pkcs8: pkcs8.toString('base64') };
}

/**
 * Fresh keys for a demo. The escrow's private half is answered apart: in the field the ministry makes the pair
 * itself and hands over the public half only.
 */
export function newKeyMaterial(specimen: boolean): { material: KeyMaterial; escrow: KeyPair } {
  const secret = () => randomBytes(32).toString('base64');
  const signing = Object.fromEntries(SIGNING_PURPOSES.map((purpose) => [purpose, [newKeyPair('ed25519')]]));
  const escrow = newKeyPair('x25519');
  const material = KeyMaterial.parse({
    version: 1,
    specimen,
    wrap: secret(),
    index: secret(),
    token: secret(),
    signing,
    ingest: newKeyPair('x25519'),
    escrow: { keyId: escrow.keyId, spki: escrow.spki },
  });
  return { material, escrow };
}
