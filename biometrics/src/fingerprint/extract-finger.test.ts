import { expect, test } from '@jest/globals';
import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { readIsoMinutiae2005, writeIsoMinutiae2005 } from '../formats/iso-minutiae-2005.ts';
import { toIsoMinutiae } from './to-iso-minutiae.ts';
import { drawnPrint, randomOf } from './drawn-print.fixture.ts';
import { extractFinger } from './extract-finger.ts';
import { invertedImage } from './inverted-print.ts';
import { decodeFingerTemplate, encodeFingerTemplate } from './finger-template.ts';

function painted(width: number, height: number, greyAt: (x: number, y: number) => number): GrayImage {
  return grayImage(
    width,
    height,
    Uint8Array.from({ length: width * height }, (_, i) => greyAt(i % width, Math.floor(i / width))),
    500,
  );
}

test('a drawn print gives a template with minutiae inside the picture, and a quality', () => {
  const made = extractFinger(drawnPrint({ seed: 3 }));
  if (!made.ok) throw new Error(made.reason);
  const template = decodeFingerTemplate(made.template);
  expect(template).toMatchObject({ width: 240, height: 280, sourcePpi: 500, quality: made.quality });
  expect(made.minutiae).toBeGreaterThan(12);
  for (const { x, y } of template.minutiae) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThan(240);
    expect(y).toBeLessThan(280);
  }
  expect(encodeFingerTemplate(template)).toEqual(made.template);
});

test('the same picture gives the same bytes', () => {
  const image = drawnPrint({ seed: 4 });
  expect(extractFinger(image)).toEqual(extractFinger(image));
});

test('an inverted print is noticed by its dark ground and gives the same template', () => {
  const image = drawnPrint({ seed: 3 });
  const inverted = invertedImage(image);
  const [made, other] = [extractFinger(image), extractFinger(inverted)];
  if (!made.ok || !other.ok) throw new Error('refused');
  expect([made.inverted, other.inverted]).toEqual([false, true]);
  expect(other.template).toEqual(made.template);
});

test('pictures that hold no finger are refused with the reason', () => {
  const grain = randomOf(5);
  const refusals = {
    blank: painted(300, 300, () => 200),
    noise: painted(300, 300, () => 256 * grain()),
    stripes: painted(300, 300, (x) => 128 + 100 * Math.sin(x / 1.5)),
    dot: painted(1, 1, () => 0),
    sliver: painted(2000, 3, () => 0),
  };
  const reasons = Object.entries(refusals).map(([name, image]) => [name, extractFinger(image)]);
  expect(Object.fromEntries(reasons)).toEqual({
    blank: { ok: false, reason: 'not-a-finger' },
    noise: { ok: false, reason: 'not-a-finger' },
    stripes: { ok: false, reason: 'too-few-details' },
    dot: { ok: false, reason: 'too-small' },
    sliver: { ok: false, reason: 'too-small' },
  });
});

test('a resolution that cannot be, and a picture larger than a hand, are refused before any work', () => {
  const image = painted(300, 300, () => 128);
  for (const ppi of [0, -500, 40, 1e9, Number.NaN]) {
    expect(extractFinger({ ...image, ppi })).toEqual({ ok: false, reason: 'wrong-resolution' });
  }
  const huge = { width: 10_000, height: 10_000, pixels: new Uint8Array(0), ppi: 500 };
  expect(extractFinger(huge)).toEqual({ ok: false, reason: 'too-large' });
});

test('the minutiae leave as an ISO/IEC 19794-2 record that reads back', () => {
  const made = extractFinger(drawnPrint({ seed: 3 }));
  if (!made.ok) throw new Error(made.reason);
  const record = toIsoMinutiae(decodeFingerTemplate(made.template), 2);
  const read = readIsoMinutiae2005(writeIsoMinutiae2005(record));
  expect(read).toEqual(record);
  expect(read.views[0]?.minutiae).toHaveLength(made.minutiae);
});

test('template bytes of another version or length are refused', () => {
  const made = extractFinger(drawnPrint({ seed: 3 }));
  if (!made.ok) throw new Error(made.reason);
  const older = made.template.slice();
  older[3] = 0;
  expect(() => decodeFingerTemplate(older)).toThrow(/version 0 must be extracted again/);
  for (const length of [0, 4, 11, 100, made.template.length - 1]) {
    expect(() => decodeFingerTemplate(made.template.slice(0, length))).toThrow(RangeError);
  }
});
