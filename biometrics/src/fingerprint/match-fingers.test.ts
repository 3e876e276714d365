import { expect, test } from '@jest/globals';
import { drawnPrint } from './drawn-print.fixture.ts';
import { extractFinger } from './extract-finger.ts';
import { fingerThreshold, matchEvidence, matchFingers } from './match-fingers.ts';
import { preparedPrint } from './prepared-print.ts';

type Drawing = Parameters<typeof drawnPrint>[0];

const made = new Map<string, Uint8Array>();

function templateOf(drawing: Drawing): Uint8Array {
  const key = JSON.stringify(drawing);
  const template = made.get(key) ?? extracted(drawing);
  made.set(key, template);
  return template;
}

function extracted(drawing: Drawing): Uint8Array {
  const extraction = extractFinger(drawnPrint(drawing));
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  return extraction.template;
}

test('the same finger, turned, moved and at another resolution, is above the threshold of one in ten thousand', () => {
  const enrolled = templateOf({ seed: 1 });
  const limit = fingerThreshold(1e-4);
  expect(matchFingers(enrolled, templateOf({ seed: 1, turn: 0.4, shift: { x: 12, y: -9 } }))).toBeGreaterThan(
    limit,
  );
  expect(matchFingers(enrolled, templateOf({ seed: 1, turn: -0.2, ppi: 569 }))).toBeGreaterThan(limit);
});

test('other fingers stay below it', () => {
  const limit = fingerThreshold(1e-4);
  const enrolled = templateOf({ seed: 1 });
  for (const seed of [2, 3, 4, 5]) expect(matchFingers(enrolled, templateOf({ seed }))).toBeLessThan(limit);
});

test('which print comes first hardly matters', () => {
  const [a, b] = [templateOf({ seed: 1 }), templateOf({ seed: 1, turn: -0.2, ppi: 569 })];
  const [there, back] = [matchFingers(a, b), matchFingers(b, a)];
  expect(Math.abs(there - back)).toBeLessThan(0.15 * Math.max(there, back));
});

test('a threshold grows as fewer false matches are allowed, and nonsense is refused', () => {
  const limits = [0.05, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6].map(fingerThreshold);
  expect(limits).toEqual([...limits].sort((a, b) => a - b));
  expect(() => fingerThreshold(0)).toThrow(RangeError);
  expect(() => matchFingers(new Uint8Array(40), new Uint8Array(40))).toThrow(RangeError);
});

test('more minutiae of the same finger find their partner than of any other', () => {
  const print = preparedPrint(templateOf({ seed: 1 }));
  const shareWith = (drawing: Drawing) => matchEvidence(print, preparedPrint(templateOf(drawing))).share;
  const own = shareWith({ seed: 1, turn: 0.4, shift: { x: 12, y: -9 } });
  expect(own).toBeGreaterThan(0.4);
  for (const seed of [2, 3, 4]) expect(shareWith({ seed })).toBeLessThan(0.8 * own);
});
