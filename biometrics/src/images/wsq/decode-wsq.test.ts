import { expect, test } from '@jest/globals';
import { sharedBytes, testWithSharedData } from '../../formats/shared-samples.fixture.ts';
import { psnr } from '../psnr.ts';
import { readImage } from '../read-image.ts';
import { samplePicture } from '../sample-picture.ts';
import { decodeWsq } from './decode-wsq.ts';
import { sampleWsq } from './sample-wsq.ts';
import { splitRegion } from './wsq-analysis.ts';
import { wsqBands, type Region } from './wsq-bands.ts';
import { MalformedRecordError } from '../../formats/malformed-record-error.ts';
import { faultOf } from '../../formats/fault-of.fixture.ts';

test.each([
  [96, 72],
  [97, 71],
  [5, 3],
  [1, 1],
  [33, 1],
])('a fine quantiser gives back a picture of %ix%i almost unchanged', (width, height) => {
  const picture = samplePicture(width, height);
  const read = decodeWsq(sampleWsq(picture, 1));
  expect([read.width, read.height, read.ppi]).toEqual([width, height, 500]);
  expect(psnr(read, picture)).toBeGreaterThan(30);
});

test('a coarser quantiser loses more', () => {
  const picture = samplePicture();
  const at = (bin: number) => psnr(decodeWsq(sampleWsq(picture, bin)), picture);
  expect(at(1)).toBeGreaterThan(at(16) + 3);
});

test('the comment block may say another resolution than 500 ppi', () => {
  expect(decodeWsq(sampleWsq(samplePicture(40, 30, 1000))).ppi).toBe(1000);
});

test('every prefix of a file is refused inside the file, never crashes', () => {
  const whole = sampleWsq(samplePicture(24, 20));
  for (let length = 0; length < whole.length; length += 3) {
    const fault = faultOf(() => decodeWsq(whole.slice(0, length)));
    expect(fault).toBeInstanceOf(MalformedRecordError);
    expect((fault as MalformedRecordError).offset).toBeLessThanOrEqual(length);
  }
});

test('the 64 bands tile the plane without gap or overlap', () => {
  for (const [width, height] of [
    [350, 427],
    [17, 33],
    [1, 1],
    [2, 7],
  ] as const) {
    const seen = new Uint8Array(width * height);
    for (const band of wsqBands(width, height).bands) mark(seen, width, band);
    expect(seen.every((count) => count === 1)).toBe(true);
  }
});

testWithSharedData.each(['Left_Thumb', 'Right_Index'])(
  'the WSQ of %s agrees with its lossless JPEG 2000 in every band that was sent',
  async (name) => {
    const wsq = await readImage(sharedBytes(`iso-samples/authentication/${name}_wsq.iso`));
    const lossless = await readImage(sharedBytes(`iso-samples/registration/${name}.iso`));
    expect(psnr(wsq, lossless)).toBeGreaterThan(21.5);
    const { bands } = wsqBands(wsq.width, wsq.height);
    const planes = [wsq, lossless].map(coefficients);
    for (const band of bands.slice(0, 51)) {
      expect(correlation(planes[0]!, planes[1]!, wsq.width, band)).toBeGreaterThan(0.8);
    }
  },
);

function mark(seen: Uint8Array, stride: number, band: Region): void {
  eachPlace(stride, band, (at) => seen[at]!++);
}

function coefficients(image: { width: number; height: number; pixels: Uint8Array }): Float32Array {
  const plane = Float32Array.from(image.pixels);
  for (const region of [...wsqBands(image.width, image.height).joins].reverse()) {
    splitRegion(plane, image.width, region);
  }
  return plane;
}

function correlation(a: Float32Array, b: Float32Array, stride: number, band: Region): number {
  let [aa, bb, ab] = [0, 0, 0];
  eachPlace(stride, band, (at) => {
    aa += a[at]! * a[at]!;
    bb += b[at]! * b[at]!;
    ab += a[at]! * b[at]!;
  });
  return ab / Math.sqrt(aa * bb);
}

function eachPlace(stride: number, band: Region, visit: (at: number) => void): void {
  for (let y = band.y; y < band.y + band.height; y++) {
    for (let x = band.x; x < band.x + band.width; x++) visit(y * stride + x);
  }
}
