import { expect, test } from '@jest/globals';
import { bootstrapIntervals } from './bootstrap.ts';
import type { ComparedPair } from './compared-pair.ts';
import { detCurve } from './det-curve.ts';
import { errorRates, operatingPoints } from './error-rates.ts';
import { poolPairs } from './evaluate-set.ts';
import { labelOf } from './labelled-sample.ts';

/** Pairs from lists of scores; each pair belongs to two persons of ten. */
function pairsOf(genuine: readonly number[], impostor: readonly number[]): ComparedPair[] {
  return [
    ...genuine.map((score, i) => ({ score, genuine: true, persons: [i % 10, i % 10] as const })),
    ...impostor.map((score, i) => ({
      score,
      genuine: false,
      persons: [i % 10, (i + 1 + (i % 3)) % 10] as const,
    })),
  ];
}

const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

test('scores that do not overlap have no errors', () => {
  const { eer, fnmr } = errorRates(
    pairsOf(
      range(50, 1000),
      range(20_000).map((i) => i / 100),
    ),
  );
  expect(eer).toBe(0);
  expect(fnmr).toEqual([0, 0, 0]);
});

test('scores that mean nothing are wrong half of the time', () => {
  expect(errorRates(pairsOf(range(400), range(400))).eer).toBeCloseTo(0.5, 2);
});

test('rates are those of a hand-counted example', () => {
  // Ten genuine: one below the two highest of 200 impostors, so FNMR at 1 % (two pass) is 0 and at 0 % is 10 %.
  const rates = errorRates(pairsOf([150, ...range(9, 300)], [...range(198).map((i) => i / 10), 200, 210]));
  expect(rates.fnmr[0]).toBeCloseTo(0);
  expect(rates.eer).toBeCloseTo((0.01 + 0) / 2, 2);
  const points = operatingPoints(pairsOf([3, 1], [2, 0]).sort((a, b) => b.score - a.score));
  expect(points.map(({ fmr, fnmr }) => [fmr, fnmr])).toEqual([
    [0, 1],
    [0, 0.5],
    [0.5, 0.5],
    [0.5, 0],
    [1, 0],
  ]);
});

test('a rate is not measurable where fewer than two impostors would pass', () => {
  const { fnmr } = errorRates(pairsOf(range(50, 5000), range(2880)));
  expect(fnmr[0]).toBeDefined();
  expect(fnmr[1]).toBeDefined();
  expect(fnmr[2]).toBeUndefined();
  expect(errorRates(pairsOf(range(5), [])).eer).toBeUndefined();
});

test('equal scores are accepted or refused together', () => {
  const points = operatingPoints(pairsOf([0, 0, 0], [0, 0]).sort((a, b) => b.score - a.score));
  expect(points.map(({ fmr, fnmr }) => [fmr, fnmr])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('intervals hold the rate, are seeded, and narrow down to nothing without errors', () => {
  const overlapping = pairsOf(
    range(300).map((i) => i + 80),
    range(3000).map((i) => (i * 7) % 120),
  );
  const [once, again] = [bootstrapIntervals(overlapping, 100), bootstrapIntervals(overlapping, 100)];
  expect(again).toEqual(once);
  const eer = errorRates(overlapping).eer as number;
  expect(once.eer?.[0]).toBeLessThanOrEqual(eer);
  expect(once.eer?.[1]).toBeGreaterThanOrEqual(eer);
  expect(once.eer?.[1]).toBeGreaterThan(once.eer?.[0] as number);
  expect(bootstrapIntervals(pairsOf(range(50, 1000), range(900)), 50).eer).toEqual([0, 0]);
});

test('pooling keeps the persons of different sets apart', () => {
  const pooled = poolPairs([pairsOf([1], [0]), pairsOf([1], [0])]);
  const [first, second] = [pooled.slice(0, 2), pooled.slice(2)].map((set) =>
    set.flatMap(({ persons }) => persons),
  );
  expect(first?.some((person) => second?.includes(person))).toBe(false);
});

test('names of the sets give modality, instance and person, others are left alone', () => {
  expect(labelOf('x/S1007R10.jpg')).toEqual({ modality: 'iris', instance: 'S1007R', person: 'S1007' });
  expect(labelOf('101_8.png')).toEqual({ modality: 'finger', instance: '101', person: '101' });
  expect(labelOf('README.md')).toBeUndefined();
});

test('the DET curve draws one line a set and no broken numbers', () => {
  const svg = detCurve([
    { name: 'a<b', pairs: pairsOf(range(30, 50), range(100)) },
    { name: 'perfect', pairs: pairsOf(range(30, 5000), range(100)) },
  ]);
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toContain('a&lt;b');
  expect(svg).not.toMatch(/NaN|Infinity/);
});
