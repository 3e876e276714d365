import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';

/** The owner of every table; a superuser of this private cluster. */
export const OWNER = 'permit_owner';

/**
 * Makes the cluster at the first start. One that was cut short (no PG_VERSION at the end) is made again.
 * @param {import('./postgres-account.mjs').PostgresAccount} account @param {{password: string, throwaway: boolean}} options
 * @returns {string} the data directory
 */
export function prepareCluster(account, { password, throwaway }) {
  const data = join(account.folder, 'data');
  const complete = join(account.folder, 'complete');
  if (existsSync(complete)) return realpathSync(data);
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(account.folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.uid);
  const [program = '', ...args] = [
    ...account.prefix,
    join(account.bin, 'initdb'),
    ...['-D', data, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    // Thai is ordered by ICU collations, so the cluster does not depend on the locales of this machine.
    ...['--no-locale', '-E', 'UTF8', '--no-instructions', ...(throwaway ? ['--no-sync'] : [])],
  ];
  const identity = account.uid === undefined ? {} : { uid: account.uid, gid: account.uid };
  const made = spawnSync(program, args, { ...identity, encoding: 'utf8', cwd: account.folder });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new LaunchFault(
      `PostgreSQL could not make its cluster in ${data}: ${lastLine(made.stderr) || made.error}`,
    );
  writeFileSync(complete, '', { flush: true });
  return realpathSync(data);
}

/** @param {string | null} text */
function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}

/**
 * What a killed launcher left behind: a server that is still ours is stopped, a stale postmaster.pid is removed
 * (its pid may belong to another program by now, and PostgreSQL would then refuse to start). Call this only
 * under the lock of the data folder.
 * @param {string} data the cluster's folder
 */
export async function clearStaleServer(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    if (!isServerOf(pid, data)) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000 && isServerOf(pid, data); waited += 50) await delay(50);
  }
  rmSync(file, { force: true });
}

/** @param {number} pid @param {string} data */
function isServerOf(pid, data) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    // Its working directory is the cluster; the command line would name any program that mentions it.
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return false;
  }
}
