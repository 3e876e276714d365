import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';

/** The uid and gid "nobody" of every Linux. */
const NOBODY = 65_534;

/**
 * How PostgreSQL, which refuses to run as root, is run here.
 * @typedef {object} PostgresAccount
 * @property {string} how for people
 * @property {string[]} prefix put before every command
 * @property {number | undefined} uid
 * @property {string} bin folder of the binaries
 * @property {string} folder where data and secrets are
 */

/**
 * An ordinary user runs it directly. Root runs it in a user namespace, in which root's own files belong to
 * "nobody"; where namespaces are refused (chroot, default docker) as uid 65534, in a folder which that user reaches.
 * @param {{binaries: import('./postgres-binaries.mjs').PostgresBinaries, folder: string, namespaces?: boolean}} options
 * @returns {PostgresAccount}
 */
export function choosePostgresAccount({ binaries, folder, namespaces = true }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const plain = { how: 'as this user', prefix: [], uid: undefined, bin: binaries.bin, folder };
  if (process.getuid?.() !== 0) return plain;
  const prefix = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  // A folder that once belonged to uid 65534 stays with it: inside the namespace it would be nobody's.
  if (namespaces && lstatSync(folder).uid === 0 && namespaceWorks(prefix))
    return { ...plain, how: 'in a user namespace', prefix };
  return asNobody(binaries, folder);
}

/** @param {string[]} prefix */
function namespaceWorks([program = '', ...args]) {
  const { status, stdout } = spawnSync(program, [...args, 'id', '-u'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === String(NOBODY);
}

/**
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} binaries @param {string} folder
 * @returns {PostgresAccount}
 */
function asNobody(binaries, folder) {
  chownSync(folder, NOBODY, NOBODY);
  const reached = nobodyReaches(folder) ? folder : folderInTmp(`data-${hashOf(folder)}`);
  if (reached !== folder) {
    chownSync(folder, 0, 0);
    chownSync(reached, NOBODY, NOBODY);
    chmodSync(reached, 0o700);
  }
  const moved = reached === folder ? '' : `, data in ${reached} (${folder} is closed to it)`;
  return {
    how: `as uid ${NOBODY}${moved}`,
    prefix: [],
    uid: NOBODY,
    bin: readableBin(binaries),
    folder: reached,
  };
}

/**
 * The data folder itself is closed to all others: its group is given to nobody, who may then pass but not look.
 * @param {string} folder
 */
function nobodyReaches(folder) {
  const around = dirname(folder);
  const { uid, gid, mode } = lstatSync(around);
  if (nobodyCan(['test', '-w', folder])) return true;
  if (uid !== 0) return false;
  chownSync(around, 0, NOBODY);
  chmodSync(around, (mode & 0o777) | 0o010);
  if (nobodyCan(['test', '-w', folder])) return true;
  chownSync(around, 0, gid);
  chmodSync(around, mode & 0o777);
  return false;
}

/** @param {import('./postgres-binaries.mjs').PostgresBinaries} binaries */
function readableBin({ bin, root, version }) {
  if (root === undefined || nobodyCan([join(bin, 'postgres'), '--version'])) return bin;
  const copy = join(folderInTmp(`postgres-${version}-${hashOf(root)}`), 'native');
  if (!existsSync(copy)) {
    // Copied beside and renamed: a copy cut short is never taken for a whole one.
    const half = `${copy}.${process.pid}`;
    cpSync(root, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return join(copy, 'bin');
}

/** @param {string[]} command */
function nobodyCan([program = '', ...args]) {
  return spawnSync(program, args, { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0;
}

/**
 * A folder of a known name in /tmp, so that the next start finds it; refused where another user made it first.
 * @param {string} name
 */
function folderInTmp(name) {
  const folder = join('/tmp', `permit-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || ![0, NOBODY].includes(found.uid))
    throw new LaunchFault(
      `${folder} belongs to another user: remove it, or choose another folder with --data.`,
    );
  return folder;
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
