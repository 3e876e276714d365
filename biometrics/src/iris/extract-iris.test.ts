import { expect, test } from '@jest/globals';
import { grayImage } from '../images/gray-image.ts';
import { drawEye, type DrawnEye } from './draw-eye.ts';
import { extractIris } from './extract-iris.ts';
import { irisThreshold } from './iris-calibration.ts';
import { matchIris } from './iris-distance.ts';

function templateOf(eye: DrawnEye): Uint8Array {
  const extraction = extractIris(drawEye(eye));
  if (!extraction.ok) throw new Error(`not enrolled: ${extraction.reason}`);
  return extraction.template;
}

const ACCEPTED = irisThreshold(1e-4);

test('an eye matches itself with another pupil, place, tilt and size, and other eyes do not', () => {
  const enrolled = templateOf({ identity: 1 });
  const again = [
    templateOf({ identity: 1, pupilRadius: 30, x: 150, y: 130 }),
    templateOf({ identity: 1, tilt: 0.04, grain: 6 }),
    templateOf({ identity: 1, width: 640, height: 480, irisRadius: 140, pupilRadius: 60 }),
    templateOf({ identity: 1, width: 640, height: 480, irisRadius: 65, pupilRadius: 24 }),
  ];
  for (const template of again) expect(matchIris(enrolled, template)).toBeGreaterThan(ACCEPTED);
  for (const identity of [2, 3, 4, 5, 6])
    expect(matchIris(enrolled, templateOf({ identity }))).toBeLessThan(ACCEPTED);
});

test('the order of two templates does not matter, and a template is at the top of the scale with itself', () => {
  const [a, b] = [templateOf({ identity: 7 }), templateOf({ identity: 7, tilt: 0.02 })];
  expect(matchIris(a, b)).toBe(matchIris(b, a));
  expect(matchIris(a, a)).toBeGreaterThan(0.8);
  expect(matchIris(a, a)).toBeLessThanOrEqual(1);
});

test('the same image gives the same template, byte for byte', () => {
  expect(templateOf({ identity: 9 })).toEqual(templateOf({ identity: 9 }));
});

test('an image too small, too large or too stretched to be an eye is refused unread', () => {
  const blank = (width: number, height: number) => grayImage(width, height, new Uint8Array(width * height));
  expect(extractIris(blank(1, 1))).toEqual({ ok: false, reason: 'too-small' });
  expect(extractIris(blank(640, 99))).toEqual({ ok: false, reason: 'too-small' });
  expect(extractIris(blank(2000, 120))).toEqual({ ok: false, reason: 'not-an-eye' });
  expect(extractIris(blank(10_000, 10_000))).toEqual({ ok: false, reason: 'not-an-eye' });
});

test('what is no template of this engine has nothing alike with anything', () => {
  const template = templateOf({ identity: 3 });
  const newer = template.slice();
  newer[3] = 99;
  for (const other of [new Uint8Array(0), new Uint8Array(3080), template.slice(0, -1), newer]) {
    expect(matchIris(template, other)).toBe(0);
  }
});
