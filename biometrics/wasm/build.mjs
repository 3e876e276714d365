// `node biometrics/wasm/build.mjs [FOLDER]`: compiles the kernels. The output is committed in built/ with
// its SHA-256 sums; a test rebuilds into a temporary folder and expects the same bytes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = process.argv[2] ?? join(here, 'built');

const SIMD = ['--enable', 'simd'];
/** The memory is handed in, and other threads may have it as well. */
const SHARED = ['--importMemory', '--sharedMemory', '--enable', 'threads'];
export const MODULES = {
  'iris-scalar': SHARED,
  'iris-simd': [...SHARED, ...SIMD],
  'print-match-scalar': [],
  'print-match-simd': SIMD,
  'ridge-scalar': [],
  'ridge-simd': SIMD,
};

await mkdir(folder, { recursive: true });
const sums = [];
for (const [name, flags] of Object.entries(MODULES)) {
  const file = join(folder, `${name}.wasm`);
  const { error, stderr } = await asc.main([
    join(here, `${name}.ts`),
    '--outFile',
    file,
    '--optimizeLevel',
    '3',
    '--shrinkLevel',
    '0',
    '--noAssert',
    '--runtime',
    'stub',
    '--use',
    'abort=',
    '--initialMemory',
    '16',
    '--maximumMemory',
    '65536',
    ...flags,
  ]);
  if (error) throw new Error(stderr.toString());
  sums.push(
    `${createHash('sha256')
      .update(await readFile(file))
      .digest('hex')}  ${name}.wasm`,
  );
}
await writeFile(join(folder, 'SHA256SUMS'), sums.join('\n') + '\n');
