import { createHash } from 'node:crypto';

/**
 * SHA-256 (hexadecimal) over front, back and PDF, each with its length before it, so that no byte can move from one
 * file to the next. The server recomputes it when a rendering is stored, the host before it prints.
 */
export function cardHash(front: Uint8Array, back: Uint8Array, pdf: Uint8Array): string {
  const hash = createHash('sha256');
  for (const file of [front, back, pdf]) hash.update(`${file.length}:`).update(file);
  return hash.digest('hex');
}
