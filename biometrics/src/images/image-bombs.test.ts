import { expect, test } from '@jest/globals';
import { crc32, deflateSync } from 'node:zlib';
import { ByteWriter } from '../formats/byte-writer.ts';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { encodeJpeg2000 } from './jpeg2000.ts';
import { readImage } from './read-image.ts';
import { samplePicture } from './sample-picture.ts';

const SIZE = 0x51;
const QUANTISATION = 0x5c;
const COMMENT = 0x64;

test('a PNG of 31 kB that unfolds to 16,000 x 16,000 is refused from its header, memory flat', async () => {
  const bomb = blankPng(16_000, 16_000);
  expect(bomb.length).toBeLessThan(35_000);
  const before = process.memoryUsage.rss();
  const fault = await faultOfReading(bomb);
  expect(fault.offset).toBe(16);
  expect(fault.reason).toContain('16000x16000 is over the limit');
  expect(process.memoryUsage.rss() - before).toBeLessThan(20 * 2 ** 20);
});

test('the same PNG within the limit is read', async () => {
  const { width, height, pixels } = await readImage(blankPng(400, 300));
  expect([width, height, pixels[0]]).toEqual([400, 300, 0]);
});

test('a JPEG 2000 that claims 10,000 x 10,000 is refused before the codec sees it', async () => {
  expect((await faultOfReading(await claiming(10_000, 10_000))).reason).toContain('over the limit');
});

test('a JPEG 2000 cut into a million tiles is refused', async () => {
  expect((await faultOfReading(await claiming(2000, 2000, 2))).reason).toBe('too many tiles');
});

test('the JPEG 2000 codec still works after it refused a picture', async () => {
  const good = await encodeJpeg2000(samplePicture());
  for (let round = 0; round < 3; round++) {
    const broken = good.slice();
    broken[markerAt(broken, QUANTISATION) + 1] = COMMENT;
    expect((await faultOfReading(broken)).reason).toContain('refuses the codestream');
    expect((await readImage(good)).pixels).toEqual(samplePicture().pixels);
  }
});

test('boxes nested a hundred thousand deep do not exhaust the stack', async () => {
  const nested = (await encodeJpeg2000(samplePicture())).subarray(0, 32);
  const boxes = new Uint8Array(8 * 100_000);
  const view = new DataView(boxes.buffer);
  for (let at = 0; at < boxes.length; at += 8) {
    view.setUint32(at, boxes.length - at);
    boxes.set([0x6a, 0x70, 0x32, 0x68], at + 4);
  }
  const whole = new Uint8Array(Buffer.concat([nested, boxes]));
  expect((await faultOfReading(whole)).reason).toContain('no codestream');
});

/** The sample picture whose size fields claim something else. */
async function claiming(width: number, height: number, tile?: number): Promise<Uint8Array> {
  const bytes = await encodeJpeg2000(samplePicture());
  const view = new DataView(bytes.buffer, markerAt(bytes, SIZE));
  view.setUint32(6, width);
  view.setUint32(10, height);
  view.setUint32(22, tile ?? width);
  view.setUint32(26, tile ?? height);
  return bytes;
}

function markerAt(bytes: Uint8Array, marker: number): number {
  return bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === marker);
}

/** A black picture of one bit a pixel, which deflates a thousandfold. */
function blankPng(width: number, height: number): Uint8Array {
  const header = new ByteWriter().u32(width).u32(height).u8(1).u8(0).u8(0).u8(0).u8(0).build();
  const rows = deflateSync(new Uint8Array(height * (1 + Math.ceil(width / 8))), { level: 9 });
  const writer = new ByteWriter().u32(0x89504e47).u32(0x0d0a1a0a);
  for (const [kind, data] of [
    ['IHDR', header],
    ['IDAT', rows],
    ['IEND', new Uint8Array(0)],
  ] as const) {
    const body = new ByteWriter().ascii(kind).bytes(data).build();
    writer.u32(data.length).bytes(body).u32(crc32(body));
  }
  return writer.build();
}

async function faultOfReading(bytes: Uint8Array): Promise<MalformedRecordError> {
  const fault: unknown = await readImage(bytes).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(MalformedRecordError);
  return fault as MalformedRecordError;
}
