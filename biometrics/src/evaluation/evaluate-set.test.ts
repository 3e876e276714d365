import { expect, test } from '@jest/globals';
import { grayImage } from '../images/gray-image.ts';
import { errorRates } from './error-rates.ts';
import { evaluateSet, type EvaluationSample } from './evaluate-set.ts';
import type { EvaluationEngine } from './evaluation-engine.ts';
import { labelOf, type SampleLabel } from './labelled-sample.ts';

const sample = (name: string, level: number): EvaluationSample => ({
  name,
  label: labelOf(name) as SampleLabel,
  read: () => Promise.resolve(grayImage(1, 1, Uint8Array.of(level))),
});

/** Takes the grey level as the template: equal levels are alike; level 0 cannot be enrolled. */
const levelEngine: EvaluationEngine = {
  extract: ({ pixels }) =>
    pixels[0] === 0 ? { ok: false, reason: 'dark' } : { ok: true, template: pixels, quality: 50 },
  compare: (templates) => (index) =>
    templates
      .slice(index + 1)
      .map((other) => 255 - Math.abs((other[0] as number) - (templates[index]?.[0] as number))),
};

test('every image is compared with every other once, and names decide what is genuine', async () => {
  const samples = [
    sample('1_1', 10),
    sample('1_2', 10),
    sample('2_1', 90),
    sample('2_2', 90),
    sample('3_1', 200),
  ];
  const { pairs, images } = await evaluateSet(samples, levelEngine);
  expect(images).toBe(5);
  expect(pairs).toHaveLength(10);
  expect(pairs.filter((pair) => pair.genuine).map(({ score }) => score)).toEqual([255, 255]);
  expect(errorRates(pairs).eer).toBe(0);
});

test('a failure to enrol scores 0 in all its pairs and is listed with its reason', async () => {
  const samples = [sample('1_1', 10), sample('1_2', 0), sample('2_1', 90), sample('1_3', 10)];
  const { pairs, failures } = await evaluateSet(samples, levelEngine);
  expect(failures).toEqual([{ name: '1_2', reason: 'dark' }]);
  const withFailed = pairs.filter(({ names }) => names.includes('1_2'));
  expect(withFailed.map(({ score }) => score)).toEqual([0, 0, 0]);
  expect(pairs.find(({ names }) => names[0] === '1_1' && names[1] === '1_3')?.score).toBe(255);
  expect(errorRates(pairs).eer).toBeGreaterThan(0);
});
