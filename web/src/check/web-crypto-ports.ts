import type { VerifySignature } from '@permit/domain/cards/open-sign1.ts';
import type { Inflate } from '@permit/domain/cards/status-list.ts';
import type { TrustedKey } from '@permit/domain/cards/trust-list.ts';

const ALGORITHMS = {
  EdDSA: { import: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
  ES256: { import: { name: 'ECDSA', namedCurve: 'P-256' }, verify: { name: 'ECDSA', hash: 'SHA-256' } },
} as const;

/** Checks signatures with the browser's own cryptography; a key that it cannot import signs nothing. */
export const webVerifySignature: VerifySignature = async (key, message, signature) => {
  try {
    const algorithm = ALGORITHMS[key.algorithm];
    const imported = await crypto.subtle.importKey('raw', rawKey(key), algorithm.import, false, ['verify']);
    return await crypto.subtle.verify(
      algorithm.verify,
      imported,
      new Uint8Array(signature),
      new Uint8Array(message),
    );
  } catch {
    return false;
  }
};

function rawKey({ publicKey }: TrustedKey): Uint8Array<ArrayBuffer> {
  return bytesOfBase64(publicKey);
}

export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** zlib by the browser; stops as soon as the result would pass the cap, whatever the bytes promise. */
export const webInflate: Inflate = async (bytes, mostBytes) => {
  const source = new Blob([new Uint8Array(bytes)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    total += read.value.length;
    if (total > mostBytes) {
      await reader.cancel();
      throw new RangeError('inflates beyond its cap');
    }
    parts.push(read.value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
