import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { sampleCards } from '../sample-cards.ts';
import { createCardRenderer } from './render-card.ts';

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = readFileSync(path);
  await prepareZXingModule({
    overrides: { wasmBinary: wasmBinary.buffer as ArrayBuffer },
    fireImmediately: true,
  });
});

/** As a phone sees a card: a little blurred, two degrees askew, on a grey table. */
async function photographed(png: Uint8Array): Promise<Uint8Array> {
  const background = '#8a8f98';
  const framed = await sharp(png).extend({ top: 40, bottom: 40, left: 40, right: 40, background }).toBuffer();
  return sharp(framed).rotate(2, { background }).blur(1.1).png().toBuffer();
}

async function codesIn(picture: Uint8Array): Promise<Record<string, string>> {
  const found = await readBarcodes(new Blob([new Uint8Array(picture)]), {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
  });
  return Object.fromEntries(found.map(({ format, text }) => [format, text]));
}

test('QR and barcode of long and short cards are read back after blur and two degrees of rotation', async () => {
  const renderCard = createCardRenderer();
  const cards = await sampleCards();
  for (const faces of [cards[0]!, cards[7]!, cards[12]!]) {
    const { back } = await renderCard(faces);
    expect(await codesIn(await photographed(back))).toEqual({ QRCode: faces.qr, Code128: faces.cardSerial });
  }
});
