import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say, secondsSince } from './say.mjs';

/** Pages that vite builds: where its configuration is, and the folders whose change asks for a new build. */
const PAGES = [
  { name: 'web', root: 'web', sources: ['web', 'ui', 'domain/src', 'biometrics/src/codes.ts'] },
  {
    name: 'station',
    root: 'kiosk-client',
    sources: [
      'kiosk-client/src',
      'kiosk-client/vite.config.ts',
      'ui',
      'domain/src',
      'biometrics/src/codes.ts',
    ],
  },
];
const SKIPPED = new Set(['node_modules', 'dist', '.vite']);

/**
 * Builds the pages whose sources changed since their last build. Pages that cannot be built stop nothing: the API,
 * the programs and the pages of the last build go on.
 * @param {{projectRoot: string, logFile: string}} options
 */
export async function buildPages({ projectRoot, logFile }) {
  for (const { name, root, sources } of PAGES) {
    const folder = join(projectRoot, root);
    if (!existsSync(join(folder, 'vite.config.ts'))) {
      say('web', `${root} has no pages yet`);
      continue;
    }
    const stamp = join(folder, 'dist', '.built-from');
    const hash = hashOf(projectRoot, sources);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue;
    const startedAt = performance.now();
    const { code, output } = await vite(projectRoot, folder);
    if (code === 0) writeFileSync(stamp, hash);
    else writeFileSync(logFile, output);
    say(
      'web',
      code === 0
        ? `${name} pages built in ${secondsSince(startedAt)}`
        : `the ${name} pages CANNOT BE BUILT (see ${logFile}); everything else goes on`,
    );
  }
}

/** @param {string} projectRoot @param {readonly string[]} sources */
function hashOf(projectRoot, sources) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...sources].flatMap((path) => filesOf(join(projectRoot, path))))
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .filter(({ name }) => !SKIPPED.has(name) && !/\.test\.tsx?$|\.tsbuildinfo$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)));
}

/** @param {string} projectRoot @param {string} cwd @returns {Promise<{code: number, output: string}>} */
function vite(projectRoot, cwd) {
  return new Promise((resolve) => {
    const program = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
