import { randomBytes } from 'node:crypto';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{40}$/;

/** A name by chance only (160 bits), in one of 256 folders. */
export function newBlobKey(): string {
  const name = randomBytes(20).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
}

/** What is no key of ours names nothing: no path can be made of it. */
export const isBlobKey = (key: string) => KEY.test(key);
