import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Passwords of one data folder, made at its first start and readable by its owner only.
 * @param {string} folder @param {string} name
 * @returns {string} 256 random bits as base64url
 */
export function keepSecret(folder, name) {
  const file = join(folder, 'secrets.json');
  /** @type {Record<string, string>} */
  const secrets = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const known = secrets[name];
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  const fresh = `${file}.new`;
  writeFileSync(fresh, JSON.stringify({ ...secrets, [name]: secret }, null, 2), { mode: 0o600, flush: true });
  renameSync(fresh, file);
  return secret;
}
