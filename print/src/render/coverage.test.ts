import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, type Contours } from './coverage.ts';

const sumOf = (contours: Contours) =>
  [...(coverageOf(contours)?.alpha ?? [])].reduce((sum, value) => sum + value, 0) / 255;

test('a square on whole pixels covers them wholly', () => {
  const mask = coverageOf([[2, 3, 4, 3, 4, 5, 2, 5]])!;
  expect({ ...mask, alpha: [...mask.alpha] }).toEqual({
    left: 2,
    top: 3,
    width: 2,
    height: 2,
    alpha: [255, 255, 255, 255],
  });
});

test('half a pixel is half covered, and a hole is not', () => {
  expect([...coverageOf([[0, 0, 0.5, 0, 0.5, 1, 0, 1]])!.alpha]).toEqual([128]);
  const hole = coverageOf([
    [0, 0, 3, 0, 3, 3, 0, 3],
    [1, 1, 1, 2, 2, 2, 2, 1],
  ])!;
  expect(hole.alpha[4]).toBe(0);
  expect(hole.alpha[0]).toBe(255);
});

test('the coverage of any triangle adds up to its area', () => {
  const place = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(place, place, place, place, place, place), (points) => {
      const [x0, y0, x1, y1, x2, y2] = points;
      const area = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
      // Each of the touched pixels may be rounded by half of one 255th.
      expect(Math.abs(sumOf([[...points]]) - area)).toBeLessThan(0.5 + area * 0.01);
    }),
    { numRuns: 500 },
  );
});

test('nothing has no mask', () => {
  expect(coverageOf([])).toBeUndefined();
  expect(coverageOf([[1, 1, 1, 1]])).toBeUndefined();
});
