import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './error-code.mjs';

const PREFIX = 'permit-throwaway-';

/**
 * A folder in the system's temporary folder. Those that a killed launcher left behind are removed first.
 * @returns {{folder: string, remove: () => void}}
 */
export function makeThrowaway() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX)))
    if (isAbandoned(join(tmpdir(), name))) removeFolder(join(tmpdir(), name));
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'launcher.pid'), String(process.pid));
  return { folder, remove: () => removeFolder(folder) };
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'launcher.pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // Only "no such process": an unreadable file or another user's process is none of our business.
    return codeOf(error) === 'ESRCH';
  }
}

/** @param {string} folder */
function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Another launcher is removing the same one.
  }
}
