import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';
import { nodeVersionFault } from './node-version.mjs';
import { say, secondsSince } from './say.mjs';

/**
 * Everything that must hold before the first import of a package: a Node that fits, and complete modules.
 * @param {string} projectRoot
 */
export async function install(projectRoot) {
  const fault = nodeVersionFault(process.versions.node);
  if (fault) throw new LaunchFault(fault);
  const reason = whyInstall(projectRoot);
  if (!reason) return;
  const startedAt = performance.now();
  say('setup', `node ${process.versions.node}: npm ci (${reason}) …`);
  const first = await npm(projectRoot, 'ci');
  // EUSAGE: the lock file does not fit package.json, so somebody is working on the dependencies.
  const last = first.code !== 0 && /EUSAGE/.test(first.output) ? await npm(projectRoot, 'install') : first;
  if (last.code !== 0) throw new LaunchFault(explain(last.output));
  markComplete(projectRoot);
  say('setup', `packages installed in ${secondsSince(startedAt)}`);
}

/**
 * npm writes node_modules/.package-lock.json last, so one that is there and newer than the lock file means a whole
 * install; an install that was cut short leaves none.
 * @param {string} projectRoot @returns {string | undefined} why npm has to run
 */
export function whyInstall(projectRoot) {
  const hidden = join(projectRoot, 'node_modules', '.package-lock.json');
  const lock = join(projectRoot, 'package-lock.json');
  if (!existsSync(join(projectRoot, 'node_modules'))) return 'nothing is installed';
  if (!existsSync(hidden)) return 'the last install was cut short';
  const missing = firstMissingPackage(projectRoot, hidden);
  if (missing) return `${missing} is missing`;
  // A checkout gives old files new times, so the time alone is no reason: the content that was installed decides.
  if (!existsSync(lock) || statSync(hidden).mtimeMs >= statSync(lock).mtimeMs) return undefined;
  return installedLock(projectRoot) === readFileSync(lock, 'utf8')
    ? undefined
    : 'package-lock.json has changed';
}

/** @param {string} projectRoot @param {string} hidden @returns {string | undefined} */
function firstMissingPackage(projectRoot, hidden) {
  /** @type {{packages?: Record<string, {optional?: boolean, link?: boolean}>}} */
  let lock;
  try {
    lock = JSON.parse(readFileSync(hidden, 'utf8'));
  } catch {
    return 'the list of installed packages';
  }
  return Object.entries(lock.packages ?? {})
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.optional && !entry.link)
    .map(([path]) => path)
    .find((path) => !existsSync(join(projectRoot, path, 'package.json')));
}

/** @param {string} projectRoot */
const copyOfLock = (projectRoot) => join(projectRoot, 'node_modules', '.cache', 'installed-lock.json');

/** @param {string} projectRoot */
function installedLock(projectRoot) {
  const copy = copyOfLock(projectRoot);
  return existsSync(copy) ? readFileSync(copy, 'utf8') : undefined;
}

/** @param {string} projectRoot */
export function markComplete(projectRoot) {
  const copy = copyOfLock(projectRoot);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, readFileSync(join(projectRoot, 'package-lock.json')));
}

/** @param {string} projectRoot @param {'ci' | 'install'} verb @returns {Promise<{code: number, output: string}>} */
function npm(projectRoot, verb) {
  return new Promise((resolve) => {
    const child = spawn('npm', [verb, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {string} output of npm @returns {string} one sentence with what to do */
export function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ECONNRESET/.test(output))
    return 'The packages are not installed and the npm registry cannot be reached: connect this machine once, or copy node_modules from another one.';
  if (/EROFS|EACCES|EPERM/.test(output))
    return 'The packages cannot be written to this folder: make it writable, or run npm ci as its owner.';
  if (/ENOSPC/.test(output)) return 'The disk is full: the packages need about 600 MB.';
  const line = output
    .split('\n')
    .filter((text) => /\S/.test(text) && !/A complete log/.test(text))
    .slice(0, 3)
    .join(' · ');
  return `npm could not install the packages: ${line}`;
}
