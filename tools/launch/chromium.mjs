import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/**
 * @typedef {object} ChromiumLaunch playwright-core's `launch()` takes it as it is
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string>} env
 */

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Chromium of CHROME_BIN, of the system, or the one that npm shipped (Linux x64; unpacked once into `folder`).
 * @param {{projectRoot: string, folder?: string}} options
 * @returns {Promise<ChromiumLaunch | undefined>} undefined where this machine has none
 */
export async function findChromium({
  projectRoot,
  folder = join(projectRoot, '.local', 'programs', 'chromium'),
}) {
  const installed = [process.env['CHROME_BIN'], ...SYSTEM].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: flags(), env: environment({}) };
  const bin = join(projectRoot, 'node_modules', '@sparticuz', 'chromium', 'bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(bin)) return undefined;
  if (!existsSync(join(folder, 'chromium'))) await unpack(bin, folder);
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    // Its sandbox helper is not in the package.
    args: [...new Set([...flags(), '--no-sandbox', '--no-zygote', '--font-render-hinting=none'])],
    env: environment({ LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}

/** Without the background flags Chromium tries to reach its maker at every start. */
function flags() {
  const all = [
    ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  ];
  return process.getuid?.() === 0 ? [...all, '--no-sandbox'] : all;
}

/** @param {Record<string, string>} extra @returns {Record<string, string>} */
function environment(extra) {
  const known = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return { .../** @type {Record<string, string>} */ (Object.fromEntries(known)), ...extra };
}

/** @param {string} bin of the package @param {string} folder */
async function unpack(bin, folder) {
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'fonts'), { recursive: true });
  const program = createWriteStream(join(half, 'chromium'), { mode: 0o755 });
  await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), program);
  await untar(join(bin, 'al2023.tar.br'), half);
  await untar(join(bin, 'swiftshader.tar.br'), half);
  await untar(join(bin, 'fonts.tar.br'), join(half, 'fonts'));
  try {
    renameSync(half, folder);
  } catch {
    // Another test run was first; its copy is as good.
    rmSync(half, { recursive: true, force: true });
  }
}

/** @param {string} archive @param {string} folder */
async function untar(archive, folder) {
  // Through a file: tar stops reading at the end mark and would break a pipe.
  const plain = join(folder, '.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain));
  const { status } = spawnSync('tar', ['-x', '-f', plain, '-C', folder, '--no-same-owner'], {
    stdio: 'inherit',
  });
  rmSync(plain);
  if (status !== 0) throw new Error(`${archive} cannot be unpacked with tar`);
}
