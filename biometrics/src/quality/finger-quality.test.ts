import { expect, test } from '@jest/globals';
import { analysePrint } from '../fingerprint/analyse-print.ts';
import { drawnPrint } from '../fingerprint/drawn-print.fixture.ts';
import { frequencyAnalysis, localClarity, widthRatios } from './finger-features.ts';
import { fingerQuality } from './finger-quality.ts';

test('noise lowers the score', () => {
  const scores = [0.05, 0.6, 1.2].map(
    (noise) => fingerQuality(analysePrint(drawnPrint({ seed: 5, noise }))).score,
  );
  expect(scores[0]).toBeGreaterThan(scores[1]!);
  expect(scores[1]).toBeGreaterThan(scores[2]!);
});

test('the features of an even wave are what their formulas say', () => {
  const profile = Float32Array.from(
    { length: 32 },
    (_, k) => 128 + 100 * Math.cos((2 * Math.PI * (k + 0.5)) / 8),
  );
  const turned = Float32Array.from({ length: 512 }, (_, k) => profile[Math.floor(k / 16)]!);
  expect(frequencyAnalysis(profile)).toBeCloseTo(1, 3);
  expect(localClarity(turned, profile)).toBe(1);
  expect(widthRatios(profile)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('the slowest wave counts as no ridges at all', () => {
  const slope = Float32Array.from({ length: 32 }, (_, k) => 128 + 100 * Math.cos((2 * Math.PI * k) / 32));
  expect(frequencyAnalysis(slope)).toBe(1);
  expect(
    localClarity(
      Float32Array.from({ length: 512 }, (_, k) => slope[Math.floor(k / 16)]!),
      slope,
    ),
  ).toBe(0);
});
