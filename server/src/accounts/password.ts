import { hash, verify } from '@node-rs/argon2';

// RFC 9106 second recommended option, with OWASP's least memory: 19 MiB, two passes.
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID);
}

/** True where the password fits; an unknown hash form is false, never an error. */
export async function fitsPassword(phc: string, password: string): Promise<boolean> {
  return verify(phc, password.normalize('NFC')).catch(() => false);
}

/** Compared against when there is no such account, so that both answers take the same time. */
let decoy: Promise<string> | undefined;
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword('nobody has this password');
  return decoy;
}
