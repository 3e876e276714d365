import { expect, test } from '@jest/globals';
import { grayImage, type GrayImage } from '../images/gray-image.ts';
import { drawEye, type DrawnEye } from '../iris/draw-eye.ts';
import { extractIris } from '../iris/extract-iris.ts';
import { irisSharpness } from './iris-sharpness.ts';

function judged(image: GrayImage) {
  const extraction = extractIris(image);
  if (!extraction.ok) throw new Error(`not enrolled: ${extraction.reason}`);
  return extraction;
}
const judge = (eye: Omit<DrawnEye, 'identity'> = {}) => judged(drawEye({ identity: 1, ...eye }));

/** Mean over a square of `2 * radius + 1` pixels. */
function blurred(image: GrayImage, radius: number): GrayImage {
  const { width, height, pixels } = image;
  const soft = Uint8Array.from(pixels, (_, i) => {
    const [x, y] = [i % width, (i - (i % width)) / width];
    let [sum, count] = [0, 0];
    for (let v = y - radius; v <= y + radius; v++) {
      for (let u = x - radius; u <= x + radius; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        sum += pixels[v * width + u] as number;
        count++;
      }
    }
    return sum / count;
  });
  return grayImage(width, height, soft);
}

test('the measures of a drawn eye are those it was drawn with', () => {
  const { measures } = judge({ width: 640, height: 480, irisRadius: 100, pupilRadius: 40, lidOpen: 1.2 });
  expect(measures.irisRadius).toBeGreaterThan(97);
  expect(measures.irisRadius).toBeLessThan(103);
  expect(measures.pupilIrisRatio).toBeCloseTo(40, -0.5);
  expect(measures.concentricity).toBeGreaterThan(97);
  expect(measures.marginAdequacy).toBe(100);
  // Pupil 35 and iris about 120: Weber contrast 85 / 55, bent to 100 w / (0.75 + w) = 67.
  expect(measures.irisPupilContrast).toBeGreaterThan(60);
  expect(measures.irisPupilContrast).toBeLessThan(74);
  // Sclera 175: 100 |175 - 120| / (175 + 120 - 70) = 24.
  expect(measures.irisScleraContrast).toBeGreaterThan(18);
  expect(measures.irisScleraContrast).toBeLessThan(30);
});

test('a lid over the iris takes area and score away and is named', () => {
  const [open, covered] = [judge({ lidOpen: 1.2 }), judge({ lidOpen: 0.35 })];
  expect(covered.measures.usableIrisArea).toBeLessThan(open.measures.usableIrisArea - 10);
  expect(covered.quality).toBeLessThan(open.quality);
  expect(covered.reasons).toContain('eyelid');
  expect(open.reasons).not.toContain('eyelid');
});

test('a small iris and one at the border are named', () => {
  expect(judge({ irisRadius: 60, pupilRadius: 24 }).reasons).toContain('too-small');
  expect(judge({ x: 105 }).reasons).toContain('off-centre');
  const fine = judge({ width: 640, height: 480, lidOpen: 1.2 });
  expect(fine.reasons).not.toContain('too-small');
  expect(fine.reasons).not.toContain('off-centre');
});

test('a blurred eye scores lower and, when blurred enough, is named', () => {
  const sharp = drawEye({ identity: 1, grain: 4 });
  const soft = judged(blurred(sharp, 6));
  expect(soft.measures.sharpness).toBeLessThan(judged(sharp).measures.sharpness);
  expect(soft.quality).toBeLessThan(judged(sharp).quality);
  expect(soft.reasons).toContain('blurred');
});

test('the sharpness filter answers detail of a few pixels, and neither flat areas nor slopes', () => {
  const image = (level: (x: number, y: number) => number) =>
    grayImage(
      64,
      64,
      Uint8Array.from({ length: 4096 }, (_, i) => level(i % 64, i >> 6)),
    );
  expect(irisSharpness(image(() => 90))).toBe(0);
  expect(irisSharpness(image((x, y) => x + 2 * y))).toBe(0);
  expect(irisSharpness(image((x) => ((x >> 2) % 2 === 0 ? 20 : 220)))).toBeGreaterThan(90);
});
