import { randomBytes } from 'node:crypto';

/** 128 random bits as the 22 characters that the permit API takes for an id. */
export function newPublicId(): string {
  return randomBytes(16).toString('base64url');
}
