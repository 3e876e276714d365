import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';
import { codeOf } from './error-code.mjs';
import { processStart } from './process-start.mjs';

/** Raised when a data folder of an earlier version can no longer be used as it is. */
export const FOLDER_VERSION = 1;

/**
 * @typedef {object} Instance
 * @property {string} dataDir real path
 * @property {() => void} release
 */

/**
 * Takes a data folder for this process: writable, of our version, and used by nobody else.
 * @param {string} folder value of --data
 * @returns {Instance}
 */
export function takeDataFolder(folder) {
  const dataDir = makeFolder(folder);
  checkVersion(dataDir);
  const lock = join(dataDir, 'start.lock');
  takeLock(lock, dataDir);
  return { dataDir, release: () => rmSync(lock, { force: true }) };
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Root passes access() on a read-only disk only where a write really works, so one is tried.
    const probe = join(folder, `.writable.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new LaunchFault(
      `The data folder ${folder} cannot be written (${codeOf(error)}): choose another with --data.`,
    );
  }
}

/** @param {string} dataDir */
function checkVersion(dataDir) {
  const file = join(dataDir, 'version');
  if (!existsSync(file)) return writeFileSync(file, `${FOLDER_VERSION}\n`);
  const found = readFileSync(file, 'utf8').trim();
  if (found === String(FOLDER_VERSION)) return undefined;
  throw new LaunchFault(
    `The data folder ${dataDir} is of version ${found || '(empty)'} and this program needs ${FOLDER_VERSION}: start it with the program that made it, or choose another with --data.`,
  );
}

/**
 * A lock names a process by pid and start time: a pid alone is given to another program sooner or later.
 * @param {string} lock @param {string} dataDir
 */
function takeLock(lock, dataDir) {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, started: processStart(process.pid) }));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linkedAs(own, lock)) return;
      const holder = readHolder(lock);
      if (holder && isAlive(holder)) throw inUse(dataDir, holder.pid);
      setAside(lock, dataDir);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new LaunchFault(`The data folder ${dataDir} is being started by another process: try again.`);
}

/** A link appears whole or not at all, so nobody ever reads half a lock. @param {string} own @param {string} lock */
function linkedAs(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Of two that heal at once one may have taken the lock already: what was set aside is looked at again, and given
 * back if its holder lives.
 * @param {string} lock @param {string} dataDir
 */
function setAside(lock, dataDir) {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(aside);
  if (holder && isAlive(holder)) {
    linkedAs(aside, lock);
    rmSync(aside, { force: true });
    throw inUse(dataDir, holder.pid);
  }
  rmSync(aside, { force: true });
}

/** @param {string} dataDir @param {number} pid */
function inUse(dataDir, pid) {
  return new LaunchFault(
    `The data folder ${dataDir} is in use by process ${pid}: end that one, or choose another with --data and --port.`,
  );
}

/** @param {string} lock @returns {{pid: number, started: string} | undefined} undefined for an empty or torn file */
function readHolder(lock) {
  try {
    const { pid, started } = JSON.parse(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) ? { pid, started: String(started) } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {{pid: number, started: string}} holder */
function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return processStart(pid) === started;
}
