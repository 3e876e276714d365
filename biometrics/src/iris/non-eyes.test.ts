import { expect, test } from '@jest/globals';
import { drawEye } from './draw-eye.ts';
import { drawNonEye, NON_EYE_KINDS } from './draw-non-eye.ts';
import { extractIris } from './extract-iris.ts';
import { irisThreshold } from './iris-calibration.ts';
import { matchIris } from './iris-distance.ts';

const nonEyes = NON_EYE_KINDS.flatMap((kind) =>
  [1, 4].map((seed) => ({ kind, extraction: extractIris(drawNonEye(kind, seed)) })),
);

test('what is no eye is refused; only pictures drawn to look like one may pass', () => {
  const passed = new Set(nonEyes.filter(({ extraction }) => extraction.ok).map(({ kind }) => kind));
  const likeAnEye = ['camera lens', 'button with holes', 'tyre', 'half an eye', 'coin on noise'];
  expect([...passed].filter((kind) => !likeAnEye.includes(kind))).toEqual([]);
});

test('what passes is no one: no score reaches the threshold for a false-match rate of 1 in 10,000', () => {
  const templates = nonEyes.flatMap(({ extraction }) => (extraction.ok ? [extraction.template] : []));
  const eyes = [1, 2, 3, 4].flatMap((identity) => {
    const extraction = extractIris(drawEye({ identity }));
    return extraction.ok ? [extraction.template] : [];
  });
  expect(eyes).toHaveLength(4);
  const scores = templates.flatMap((template) => eyes.map((eye) => matchIris(template, eye)));
  expect(Math.max(0, ...scores)).toBeLessThan(irisThreshold(1e-4));
});
