import { expect, test } from '@jest/globals';
import { faultOf } from '../formats/fault-of.fixture.ts';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { decodeBmp, encodeBmp } from './bmp.ts';
import { grayImage } from './gray-image.ts';
import { decodePgm, encodePgm } from './pgm.ts';
import { unpackRaster } from './raw-raster.ts';
import { readImage } from './read-image.ts';
import { samplePicture } from './sample-picture.ts';
import { encodeTiff } from './sharp-image.ts';

const text = (content: string) => new TextEncoder().encode(content);

test('a plain PGM with comments reads like a binary one', () => {
  const read = decodePgm(text('P2 # made by hand\n3 2\n# the largest\n15\n0 5 10\n15 15 0\n'));
  expect(read).toEqual(grayImage(3, 2, Uint8Array.of(0, 85, 170, 255, 255, 0)));
});

test('a PGM of 16 bits keeps the upper 8', () => {
  const raster = Uint8Array.of(0x00, 0x00, 0xff, 0xff, 0x80, 0x00);
  const read = decodePgm(new Uint8Array(Buffer.concat([text('P5 3 1 65535\n'), raster])));
  expect([...read.pixels]).toEqual([0, 255, 128]);
});

test.each([
  ['P5 3 2 255\nabc', 'needs 6 bytes, 3 are left'],
  ['P5 0 2 255\n', 'has no pixels'],
  ['P5 three 2 255\n', 'width of the PGM is not a number'],
  ['P5 3 2 70000\n', 'is not possible'],
  ['P2 300 300 255\n1 2 3', 'too short'],
  ['P5 9000000 9000000 255\n', 'over the limit'],
  ['P5', 'not a number'],
])('the PGM "%s" is refused: %s', (content, reason) => {
  const fault = faultOf(() => decodePgm(text(content)));
  expect(fault).toBeInstanceOf(MalformedRecordError);
  expect((fault as Error).message).toContain(reason);
});

test('a bitmap whose rows run from the top, in colour, reads the same as its grey twin', () => {
  const picture = samplePicture(5, 3);
  const stride = 16;
  const bytes = new Uint8Array(54 + stride * 3);
  bytes.set(encodeBmp(picture).subarray(0, 54));
  const view = new DataView(bytes.buffer);
  view.setUint32(10, 54, true);
  view.setInt32(22, -3, true);
  view.setUint16(28, 24, true);
  picture.pixels.forEach((value, i) => {
    const at = 54 + Math.floor(i / 5) * stride + (i % 5) * 3;
    bytes.fill(value, at, at + 3);
  });
  expect(decodeBmp(bytes)).toEqual(picture);
});

test('a bitmap of one bit a pixel uses its palette', () => {
  const bytes = new Uint8Array(54 + 8 + 4);
  bytes.set(encodeBmp(samplePicture(3, 1)).subarray(0, 54));
  const view = new DataView(bytes.buffer);
  view.setUint32(10, 62, true);
  view.setUint16(28, 1, true);
  bytes.fill(200, 54, 57);
  bytes[62] = 0b0100_0000;
  expect([...decodeBmp(bytes).pixels]).toEqual([200, 0, 200]);
});

test.each([
  [14, 12, 'a BMP header of 12 bytes'],
  [28, 7, 'of 7 bits a pixel'],
  [30, 1, 'a compressed BMP'],
  [10, 60_000, 'the BMP raster'],
  [18, 0, 'no pixels'],
])('a bitmap with byte %i changed to %i is refused: %s', (at, value, reason) => {
  const bytes = encodeBmp(samplePicture(8, 8));
  new DataView(bytes.buffer).setUint16(at, value, true);
  expect(String(faultOf(() => decodeBmp(bytes)))).toContain(reason);
});

test('a truncated bitmap is refused within the file', () => {
  const bytes = encodeBmp(samplePicture(8, 8));
  for (const length of [3, 53, 60, bytes.length - 1]) {
    const fault = faultOf(() => decodeBmp(bytes.slice(0, length))) as MalformedRecordError;
    expect(fault).toBeInstanceOf(MalformedRecordError);
    expect(fault.offset).toBeLessThanOrEqual(length);
  }
});

test('packed rasters of 1 to 8 bits spread over the whole grey range', () => {
  expect([...unpackRaster(Uint8Array.of(0b1010_0000), 3, 1)]).toEqual([255, 0, 255]);
  expect([...unpackRaster(Uint8Array.of(0xf0, 0x80), 3, 4)]).toEqual([255, 0, 136]);
  expect([...unpackRaster(Uint8Array.of(0b1111_1100, 0b0001_1111), 3, 5)].slice(0, 2)).toEqual([255, 132]);
  expect(String(faultOf(() => unpackRaster(Uint8Array.of(1), 2, 8)))).toContain('must have 2 bytes');
  expect(String(faultOf(() => unpackRaster(Uint8Array.of(1), 1, 12)))).toContain('12 bits');
});

test('writing PGM and BMP and reading them back changes nothing, whatever the width', () => {
  for (let width = 1; width < 10; width++) {
    const picture = samplePicture(width, 4);
    expect(decodePgm(encodePgm(picture))).toEqual(picture);
    expect(decodeBmp(encodeBmp(picture))).toEqual(picture);
  }
});

test('a TIFF cut anywhere is refused, even where only a value of its directory is lost', async () => {
  const whole = await encodeTiff(samplePicture(30, 20, 500));
  for (const length of [9, Math.floor(whole.length / 2), whole.length - 20, whole.length - 1]) {
    const fault = await readImage(whole.slice(0, length)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(MalformedRecordError);
  }
});
