import { expect, test } from '@jest/globals';
import { irisDistanceLimit, irisThreshold } from './iris-calibration.ts';

test('a rarer false match asks for a higher score', () => {
  const thresholds = [1e-1, 1e-2, 3e-3, 1e-3, 1e-4, 1e-5].map(irisThreshold);
  expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
  expect(new Set(thresholds).size).toBe(thresholds.length);
});

test('a rate between two rows lies between their distances', () => {
  const between = irisDistanceLimit(3e-4);
  expect(between).toBeLessThan(irisDistanceLimit(1e-3));
  expect(between).toBeGreaterThan(irisDistanceLimit(1e-4));
});

test('a rate that the calibration does not reach is an error, not a guess', () => {
  expect(() => irisThreshold(1e-12)).toThrow(RangeError);
  expect(() => irisThreshold(0.9)).toThrow(RangeError);
});
