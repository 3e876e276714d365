import type { OldPermit } from '@permit/domain/bulk/read-old-permit.ts';
import { hkdfSync, randomBytes } from 'node:crypto';
import { openJson, sealJson, type PersonKey } from '../vault/person-vault.ts';

/** Where a line of an old register lies: its import and its place in the file. */
export interface LineOf {
  readonly importId: string;
  readonly line: number;
}

const SALT_BYTES = 16;

/**
 * The key of one line, from the step's key and the line's own salt (HKDF-SHA256). One key is wrapped for a thousand
 * lines, because the vault may be a device that takes a millisecond for each; without its salt a line cannot be opened
 * by anybody, so that erasing the salt erases the person (decision 0020).
 */
function lineKey(stepKey: Uint8Array, { importId, line }: LineOf, salt: Uint8Array): PersonKey {
  const place = `${importId}/${line}`;
  return { personId: place, key: Buffer.from(hkdfSync('sha256', stepKey, salt, `old-permit\0${place}`, 32)) };
}

/** Seals what a line says under a fresh salt. */
export function sealLine(
  stepKey: Uint8Array,
  at: LineOf,
  permit: OldPermit,
): { readonly salt: Buffer; readonly sealed: Buffer } {
  const salt = randomBytes(SALT_BYTES);
  return { salt, sealed: sealJson(lineKey(stepKey, at, salt), 'old-permit', permit) };
}

/** Opens a line; throws where it was moved to another place. */
export function openLine(
  stepKey: Uint8Array,
  at: LineOf,
  { salt, sealed }: { readonly salt: Uint8Array; readonly sealed: Uint8Array },
): OldPermit {
  return openJson<OldPermit>(lineKey(stepKey, at, salt), 'old-permit', sealed);
}
