import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  filterNoise,
  matchKernel,
  matchNoise,
  ridgeKernel,
  wavesOfNoise,
} from './finger-kernel-self-test.ts';
import { createMatchKernel, MATCH_KERNEL_VARIANTS } from './match-kernel.ts';
import { createRidgeKernel, RIDGE_KERNEL_VARIANTS } from './ridge-kernel.ts';

const seeds = fc.integer({ min: 1, max: 0x7fffffff });

test('all variants of the ridge filters give the same bits', () => {
  const [simd, scalar, plain] = RIDGE_KERNEL_VARIANTS.map(createRidgeKernel);
  fc.assert(
    fc.property(seeds, (seed) => {
      const expected = filterNoise(plain!, seed);
      expect(expected.some((value) => value !== 0)).toBe(true);
      expect(filterNoise(simd!, seed)).toEqual(expected);
      expect(filterNoise(scalar!, seed)).toEqual(expected);
      const waves = wavesOfNoise(plain!, seed);
      expect(waves.filter((value) => value > 0).length).toBeGreaterThan(900);
      expect(wavesOfNoise(simd!, seed)).toEqual(waves);
      expect(wavesOfNoise(scalar!, seed)).toEqual(waves);
    }),
    { numRuns: 6 },
  );
});

test('all variants of the matching loops give the same bits', () => {
  const [simd, scalar, plain] = MATCH_KERNEL_VARIANTS.map(createMatchKernel);
  fc.assert(
    fc.property(seeds, (seed) => {
      const expected = matchNoise(plain!, seed);
      expect(expected.filter((value) => value > 0.1).length).toBeGreaterThan(10);
      expect(matchNoise(simd!, seed)).toEqual(expected);
      expect(matchNoise(scalar!, seed)).toEqual(expected);
    }),
    { numRuns: 6 },
  );
});

test('a process keeps the kernels that its self-test chose, which are never the slow twins here', () => {
  expect(ridgeKernel()).toBe(ridgeKernel());
  expect(matchKernel()).toBe(matchKernel());
  expect([ridgeKernel(), matchKernel()].map(({ variant }) => variant)).not.toContain('typescript');
});
