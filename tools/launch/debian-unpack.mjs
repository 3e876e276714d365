import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { codeOf } from './error-code.mjs';

/** Programs that a fresh Debian or Ubuntu can have without root and without installing anything. */
export const DEBIAN_SETS = {
  redis: {
    program: 'usr/bin/redis-server',
    packages: [
      ...['redis-server', 'redis-tools', 'libjemalloc2', 'liblua5.1-0', 'liblzf1'],
      ...['lua-cjson', 'lua-bitop', 'libhiredis0.14', 'libatomic1', 'libssl3'],
    ],
  },
  pgbench: {
    program: 'usr/lib/postgresql/15/bin/pgbench',
    packages: [
      ...['postgresql-15', 'postgresql-client-15', 'libpq5', 'libssl3', 'libreadline8', 'libldap-2.5-0'],
      ...['libgssapi-krb5-2', 'libkrb5-3', 'libkrb5support0', 'libk5crypto3', 'libcom-err2'],
      ...['libkeyutils1', 'libsasl2-2'],
    ],
  },
};

/**
 * @typedef {object} Unpacked
 * @property {string} program absolute path
 * @property {NodeJS.ProcessEnv} env with the unpacked libraries in reach
 */

/**
 * Downloads a set of Debian packages and unpacks them below `toolsDir`; nothing is installed.
 * @param {keyof typeof DEBIAN_SETS} name @param {string} toolsDir
 * @returns {Promise<Unpacked | string>} a sentence where this machine cannot do it
 */
export async function unpackDebian(name, toolsDir) {
  const { program, packages } = DEBIAN_SETS[name];
  // Another list of packages is another folder: what an older program unpacked is never taken for whole.
  const list = createHash('sha256').update(packages.join()).digest('hex').slice(0, 8);
  const folder = join(toolsDir, `${name}-${list}`);
  const path = join(folder, program);
  if (!existsSync(path)) {
    if (!onPath('apt-get') || !onPath('dpkg-deb')) return 'this system has no apt-get and dpkg-deb';
    const problem = await download(folder, packages).catch(
      (/** @type {unknown} */ error) => `${folder} cannot be written: ${codeOf(error)}`,
    );
    if (problem) return problem;
  }
  const env = { ...process.env, LD_LIBRARY_PATH: libraryFolders(folder).join(delimiter) };
  const { status, stderr } = spawnSync(path, ['--version'], { env, encoding: 'utf8' });
  if (status !== 0)
    return `Debian's package does not run here (${stderr?.trim().split('\n')[0] || 'no program'})`;
  return { program: path, env };
}

/** @param {string} program @returns {string | undefined} where it is on the PATH */
export function onPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, process.platform === 'win32' ? `${program}.exe` : program);
    if (folder && existsSync(path)) return path;
  }
  return undefined;
}

/** @param {string} folder @param {readonly string[]} packages @returns {Promise<string | undefined>} what went wrong */
async function download(folder, packages) {
  const work = mkdtempSync(join(tmpdir(), 'permit-apt-'));
  try {
    const fetched = (await aptDownload(work, packages, [])) || (await downloadWithOwnLists(work, packages));
    if (!fetched) return 'the Debian packages cannot be downloaded (no network, or another release)';
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    for (const file of readdirSync(work).filter((entry) => entry.endsWith('.deb')))
      if (!(await runs('dpkg-deb', ['-x', join(work, file), half], work)))
        return `${file} cannot be unpacked`;
    settle(half, folder);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of two starts at once the first one's copy stays: its programs may be running from it. @param {string} half @param {string} folder */
function settle(half, folder) {
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
}

/** Where the package lists are missing or old: lists of our own, which are deleted with the work folder. @param {string} work @param {readonly string[]} packages */
async function downloadWithOwnLists(work, packages) {
  mkdirSync(join(work, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(work, 'cache', 'archives', 'partial'), { recursive: true });
  const own = ['-o', `Dir::State::lists=${work}/lists`, '-o', `Dir::Cache=${work}/cache`];
  return (await apt(work, [...own, 'update'])) && (await aptDownload(work, packages, own));
}

/** @param {string} work @param {readonly string[]} packages @param {readonly string[]} options */
function aptDownload(work, packages, options) {
  return apt(work, [...options, 'download', ...packages]);
}

/** @param {string} work @param {readonly string[]} args */
function apt(work, args) {
  // The sandbox user _apt could not write into a private folder.
  return runs('apt-get', ['-q', '-o', 'APT::Sandbox::User=', '-o', 'Acquire::Retries=1', ...args], work);
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd @returns {Promise<boolean>} */
function runs(program, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'ignore', timeout: 120_000 });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** @param {string} folder */
function libraryFolders(folder) {
  return [join(folder, 'usr', 'lib'), join(folder, 'lib')].filter(existsSync).flatMap((lib) => {
    const architectures = readdirSync(lib).filter((name) => name.includes('-linux-'));
    return [...architectures.map((name) => join(lib, name)), lib];
  });
}
