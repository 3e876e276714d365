import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { GrayImage } from '../../images/gray-image.ts';
import { drawRidgePattern, PATTERN_CLASSES } from './fingers/ridge-pattern.ts';
import { seededRandom } from './seeded-random.ts';
import { syntheticPerson } from './synthetic-person.ts';
import { isWatermarked } from './watermark.ts';

const anong = syntheticPerson('anong');
const bunma = syntheticPerson('bunma');

/** Share of neighbouring pixels that differ strongly: ridges, not a flat field. */
function edges({ pixels, width }: GrayImage): number {
  let strong = 0;
  for (let i = width; i < pixels.length; i++) if (Math.abs(pixels[i]! - pixels[i - width]!) > 20) strong++;
  return strong / pixels.length;
}

describe('the fingers of somebody who does not exist', () => {
  let print: GrayImage;
  beforeAll(() => {
    print = anong.finger('right-index', { take: 1 });
  });

  test('are the same to the byte for the same seed, finger and take', () => {
    expect(syntheticPerson('anong').finger('right-index', { take: 1 })).toEqual(print);
  });

  test('differ from take to take and from person to person', () => {
    expect(anong.finger('right-index', { take: 2 }).pixels).not.toEqual(print.pixels);
    expect(bunma.finger('right-index', { take: 1 }).pixels).not.toEqual(print.pixels);
  });

  test('show ridges at 500 ppi and say that they are drawn', () => {
    expect([print.width, print.height, print.ppi]).toEqual([388, 374, 500]);
    expect(edges(print)).toBeGreaterThan(0.15);
    expect(isWatermarked(print)).toBe(true);
  });

  test('leave less and less on the platen as the touch becomes partial', () => {
    const ridged = [0, 0.5, 1].map((partial) =>
      edges(anong.finger('right-index', { take: 1, severity: 0, partial })),
    );
    expect(ridged[0]!).toBeGreaterThan(ridged[1]!);
    expect(ridged[1]!).toBeGreaterThan(ridged[2]!);
  });

  test('have the pattern classes in the shares of nature', () => {
    const counts = Object.fromEntries(PATTERN_CLASSES.map((kind) => [kind, 0]));
    for (let i = 0; i < 4000; i++) {
      const hand = i % 2 === 0 ? 'right-index' : 'left-index';
      counts[drawRidgePattern(seededRandom('class', i), hand).kind]! += 1 / 40;
    }
    expect(counts['arch']!).toBeCloseTo(3.7, -0.5);
    expect(counts['whorl']!).toBeGreaterThan(25);
    expect(counts['whorl']!).toBeLessThan(31);
    expect(Math.abs(counts['left-loop']! - counts['right-loop']!)).toBeLessThan(5);
  });
});

describe('the eyes of somebody who does not exist', () => {
  const eye = anong.eye('left-iris', { take: 1 });

  test('are the same to the byte for the same seed and take, and say that they are drawn', () => {
    expect(syntheticPerson('anong').eye('left-iris', { take: 1 })).toEqual(eye);
    expect(isWatermarked(eye)).toBe(true);
  });

  test('differ between left and right', () => {
    expect(anong.eye('right-iris', { take: 1 }).pixels).not.toEqual(eye.pixels);
  });

  test('lose detail when the lens is out of focus', () => {
    const [sharpEye, softEye] = [0, 1].map((defocus) =>
      edges(anong.eye('left-iris', { severity: 0, defocus })),
    );
    expect(sharpEye!).toBeGreaterThan(2 * softEye!);
  });

  test('have a dark pupil as large as asked', () => {
    const dark = (dilation: number): number =>
      anong.eye('left-iris', { severity: 0, dilation }).pixels.filter((value) => value < 45).length;
    expect(dark(0.6) / dark(0.3)).toBeGreaterThan(2.5);
  });
});

describe('the face of somebody who does not exist', () => {
  test('is a colour portrait of 3:4 that differs by person and keeps by seed', async () => {
    const [first, again, other] = await Promise.all([
      anong.face(),
      syntheticPerson('anong').face(),
      bunma.face(),
    ]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
    const { width, height, channels, format } = await sharp(first).metadata();
    expect({ ratio: height / width, channels, format }).toEqual({ ratio: 4 / 3, channels: 3, format: 'png' });
  });
});

test('a picture without the mark is not taken for a synthetic one', () => {
  const eye = anong.eye('left-iris', { take: 1 });
  expect(isWatermarked({ ...eye, pixels: eye.pixels.map((value) => value & 0xfe) })).toBe(false);
});
