import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { encodeBmp } from './bmp.ts';
import { encodeJpeg2000 } from './jpeg2000.ts';
import { encodePgm } from './pgm.ts';
import { readImage } from './read-image.ts';
import { samplePicture } from './sample-picture.ts';
import { encodeJpeg, encodePng, encodeTiff } from './sharp-image.ts';

const picture = samplePicture(97, 71, 508);

test.each([
  ['PNG', encodePng],
  ['TIFF', encodeTiff],
  ['JPEG 2000', encodeJpeg2000],
  ['BMP', encodeBmp],
])('%s gives back every pixel and the resolution', async (_kind, encode) => {
  expect(await readImage(await encode(picture))).toEqual(picture);
});

test.each([
  [1, 1],
  [2, 3],
  [31, 33],
  [200, 5],
])('lossless JPEG 2000 works at %ix%i too', async (width, height) => {
  const small = samplePicture(width, height, 500);
  expect(await readImage(await encodeJpeg2000(small))).toEqual(small);
});

test('PGM gives back every pixel and says nothing about the resolution', async () => {
  const { ppi: _ppi, ...unknown } = picture;
  expect(await readImage(encodePgm(picture))).toEqual(unknown);
});

test('JPEG stays within a few grey levels', async () => {
  const read = await readImage(await encodeJpeg(picture, 98));
  const worst = Math.max(...read.pixels.map((value, i) => Math.abs(value - picture.pixels[i]!)));
  expect(worst).toBeLessThan(12);
  expect(read.ppi).toBe(508);
});

test('colour becomes luma and transparency white paper', async () => {
  const red = { r: 200, g: 10, b: 30, alpha: 1 };
  const png = await sharp({ create: { width: 3, height: 2, channels: 4, background: red } })
    .png()
    .toBuffer();
  expect([...(await readImage(png)).pixels]).toEqual(Array(6).fill(69));
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const empty = await sharp({ create: { width: 1, height: 1, channels: 4, background: clear } })
    .png()
    .toBuffer();
  expect([...(await readImage(empty)).pixels]).toEqual([255]);
});

test('the 72 ppi that programs write when they do not know is not believed', async () => {
  expect((await readImage(await encodePng(samplePicture(8, 8, 72)))).ppi).toBeUndefined();
});

test('JPEG 2000 that claims 1,000 ppi is believed only where the sensor would not be absurdly narrow', async () => {
  expect((await readImage(await encodeJpeg2000(samplePicture(800, 750, 1000)))).ppi).toBe(1000);
  expect((await readImage(await encodeJpeg2000(samplePicture(280, 448, 1000)))).ppi).toBeUndefined();
});

test('what is no picture is refused at its first byte', async () => {
  await expect(readImage(new TextEncoder().encode('hello, world'))).rejects.toThrow(MalformedRecordError);
  await expect(readImage(new Uint8Array(0))).rejects.toThrow('the file is empty');
});

test('a truncated PNG is refused where its chunk runs out', async () => {
  const whole = await encodePng(picture);
  const fault = await readImage(whole.subarray(0, whole.length - 40)).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(MalformedRecordError);
  expect((fault as MalformedRecordError).reason).toContain('longer than the file');
});
