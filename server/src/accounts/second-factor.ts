import { generateSecret, generateURI, verifySync } from 'otplib/functional';

const STEP_SECONDS = 30;

/** A new TOTP secret (RFC 6238, 160 bits, base32). */
export function newSecondFactor(): string {
  return generateSecret();
}

/** The address that an authenticator app reads; shown once. */
export function secondFactorUri(username: string, secret: string): string {
  return generateURI({ issuer: 'Work permit centre', label: username, secret });
}

/**
 * The time step that a code belongs to, at most one step before or after now, or undefined where it is wrong.
 * The caller keeps the step: a code works once.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return undefined;
  return Math.floor(epoch / STEP_SECONDS) + (result.delta ?? 0);
}
