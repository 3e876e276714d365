import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NAME_PAIRS } from './name-pairs.fixture.ts';
import { scorePairs } from './name-pairs-score.ts';
import { nameLikeness } from './name-similarity.ts';

test('there are two hundred pairs in five languages', () => {
  expect(Object.values(NAME_PAIRS).map((pairs) => pairs.length)).toEqual([40, 40, 40, 40, 40]);
});

test.each(Object.entries(NAME_PAIRS))('%s pairs: precision and recall of 95 in 100', (_, pairs) => {
  const score = scorePairs(pairs);
  expect(score.precision).toBeGreaterThanOrEqual(0.95);
  expect(score.recall).toBeGreaterThanOrEqual(0.95);
});

test('likeness lies between 0 and 1, is the same both ways, and 1 with itself', () => {
  const name = fc.string({ unit: fc.constantFrom(...'Aung Kyawสมใจကျော်', ' ') });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const there = nameLikeness(a, b).score;
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1);
      expect(nameLikeness(b, a).score).toBeCloseTo(there, 10);
    }),
  );
  expect(nameLikeness('Aung Kyaw', 'Aung Kyaw')).toEqual({ score: 1, why: 'same-key' });
  expect(nameLikeness('', 'Aung')).toEqual({ score: 0, why: 'different' });
});
