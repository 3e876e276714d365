import { expect, test } from '@jest/globals';
import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { drawnPrint } from './drawn-print.fixture.ts';
import { extractFinger } from './extract-finger.ts';
import { repeatedFinger } from './repeated-finger.ts';
import { splitSlap } from './split-slap.ts';

const prints = new Map<number, GrayImage>();

function printOf(seed: number): GrayImage {
  const print = prints.get(seed) ?? drawnPrint({ seed });
  prints.set(seed, print);
  return print;
}

/** Fingers side by side on a white platen, their tops where a right hand has them unless told otherwise. */
function platen(seeds: readonly number[], tops = [70, 10, 50, 190]): GrayImage {
  const [width, height] = [seeds.length * 260 + 20, 500];
  const pixels = new Uint8Array(width * height).fill(225);
  seeds.forEach((seed, k) => {
    const print = printOf(seed);
    for (let y = 0; y < print.height; y++) {
      const row = print.pixels.subarray(y * print.width, (y + 1) * print.width);
      pixels.set(row, (y + tops[k]!) * width + 20 + k * 260);
    }
  });
  return grayImage(width, height, pixels, 500);
}

test('four fingers of a right hand come out in order, each with its own print', () => {
  const split = splitSlap(platen([11, 12, 13, 14]), 'right-four');
  if (!split.ok) throw new Error(split.reason);
  const names = ['right-index', 'right-middle', 'right-ring', 'right-little'];
  expect(split.fingers.map(({ position }) => position)).toEqual(names);
  for (const [k, { box }] of split.fingers.entries()) {
    expect(Math.abs(box.x + box.width / 2 - (140 + 260 * k))).toBeLessThan(30);
  }
  const templates = split.fingers
    .map(({ image }) => extractFinger(image))
    .flatMap((made) => (made.ok ? [made.template] : []));
  expect(templates).toHaveLength(4);
  expect(repeatedFinger(templates)).toBeUndefined();
  expect(repeatedFinger([...templates, templates[1]!])).toEqual([1, 4]);
});

test('the other hand is noticed by where the little finger ends', () => {
  expect(splitSlap(platen([11, 12, 13, 14]), 'left-four')).toEqual({ ok: false, reason: 'wrong-hand' });
  expect(splitSlap(platen([11, 12, 13, 14], [190, 50, 10, 70]), 'left-four').ok).toBe(true);
});

test('three fingers, or none, are the wrong count', () => {
  expect(splitSlap(platen([11, 12, 13]), 'right-four')).toEqual({ ok: false, reason: 'wrong-count' });
  expect(splitSlap(platen([]), 'two-thumbs')).toEqual({ ok: false, reason: 'wrong-count' });
});
