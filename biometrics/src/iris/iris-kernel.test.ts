import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseIrisKernel } from './choose-iris-kernel.ts';
import { distanceWeights, mostDiffering } from './iris-distance.ts';
import { createIrisKernel, type IrisKernel } from './iris-kernel.ts';

const WASM = fileURLToPath(new URL('../../wasm/', import.meta.url));
const [TURNS_AT, WEIGHTS_AT, ENTRIES_AT, OUT_AT] = [0, 65_536, 131_072, 262_144];

/** What a kernel answers for turns and entries made of the given words, some of them with empty masks. */
function answers(kernel: IrisKernel, words: readonly number[], masked: boolean) {
  kernel.reserve(OUT_AT + 4096);
  const memory = new Uint32Array(kernel.memory());
  const put = (at: number, count: number) => {
    for (let i = 0; i < count; i++)
      memory[at / 4 + i] = Math.imul(words[i % words.length] as number, 2 * i + 1);
  };
  put(TURNS_AT, 20 * 128);
  put(ENTRIES_AT, 12 * 128);
  if (masked) memory.fill(0, ENTRIES_AT / 4 + 64, ENTRIES_AT / 4 + 128);
  new Float64Array(kernel.memory(), WEIGHTS_AT, 2049).set(distanceWeights(2048));
  kernel.nearestAll({ at: TURNS_AT, count: 10, weights: WEIGHTS_AT }, { at: ENTRIES_AT, count: 12 }, OUT_AT);
  const distances = [...new Float64Array(kernel.memory(), OUT_AT, 12)];
  new Int32Array(kernel.memory(), WEIGHTS_AT, 513).set(mostDiffering(512, 0.46));
  const turns = { at: TURNS_AT, count: 15, limits: WEIGHTS_AT };
  const found = kernel.sieve(turns, { at: ENTRIES_AT, count: 48 }, OUT_AT);
  return { distances, found: [...new Uint32Array(kernel.memory(), OUT_AT, found)] };
}

test('all kernels give the same bits', () => {
  const kernels = (['scalar', 'simd', 'typescript'] as const).map((variant) => createIrisKernel(variant));
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 200 }), fc.boolean(), (words, masked) => {
      const [scalar, simd, plain] = kernels.map((kernel) => answers(kernel, words, masked));
      expect(scalar).toEqual(plain);
      expect(simd).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

test('as many bits may differ as keep the normalised distance below the limit, and no more', () => {
  const [weights, most] = [distanceWeights(512), mostDiffering(512, 0.37)];
  const distance = (n: number, d: number) => 0.5 - (n - 2 * d) * (weights[n] as number);
  most.forEach((d, n) => {
    if (d >= 0) expect(distance(n, d)).toBeLessThan(0.37);
    expect(distance(n, d + 1)).toBeGreaterThanOrEqual(0.37);
  });
  expect([most[49], most[512]]).toEqual([-1, 211]);
});

test('a code is at the lowest distance from itself and an unusable one says nothing', () => {
  const kernel = createIrisKernel('scalar');
  kernel.reserve(OUT_AT + 4096);
  const memory = new Uint32Array(kernel.memory());
  memory.fill(0xffffffff, 0, 5 * 128);
  memory.fill(0xffffffff, ENTRIES_AT / 4, ENTRIES_AT / 4 + 128);
  new Float64Array(kernel.memory(), WEIGHTS_AT, 2049).set(distanceWeights(2048));
  kernel.nearestAll({ at: TURNS_AT, count: 5, weights: WEIGHTS_AT }, { at: ENTRIES_AT, count: 2 }, OUT_AT);
  const [same, unusable] = new Float64Array(kernel.memory(), OUT_AT, 2);
  expect(same).toBeCloseTo(0.5 - 0.5 * Math.sqrt(2048 / 911), 12);
  expect(unusable).toBe(0.5);
});

test('the self-test chooses the fastest kernel and never a slow clock reading', () => {
  let ticks = 0;
  // Every reading is later than the last by one, so all variants tie and the first one wins.
  expect(chooseIrisKernel(() => ticks++)).toBe('scalar');
});

test('the committed kernels are what the sources build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'iris-kernels-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(WASM, 'build.mjs'), folder], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const names = readdirSync(join(WASM, 'built')).filter((name) => name.endsWith('.wasm'));
    expect(names).toHaveLength(6);
    for (const name of names) {
      const built = readFileSync(join(folder, name));
      expect(readFileSync(join(WASM, 'built', name)).equals(built)).toBe(true);
      const sum = createHash('sha256').update(built).digest('hex');
      expect(readFileSync(join(WASM, 'built/SHA256SUMS'), 'utf8')).toContain(`${sum}  ${name}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
