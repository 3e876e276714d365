import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { code128 } from '@permit/domain/cards/code-128.ts';
import { payInBarcode } from '@permit/domain/money/promptpay.ts';
import { baht } from '@permit/domain/money/satang.ts';
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

test('the bar code of a pay-in slip is read back with its line ends', async () => {
  const bill = { billerId: '099999999999901', ref1: '691200000000010132', ref2: '000000000000195' };
  const text = payInBarcode({ ...bill, amount: baht(1900.5) });
  const widths = code128(text);
  let at = 20;
  const bars = widths.map((width, index) => {
    const bar = index % 2 === 0 ? `<rect x="${at}" y="10" width="${width * 2}" height="90"/>` : '';
    at += width * 2;
    return bar;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${at + 20}" height="110"><rect width="100%" height="100%" fill="#fff"/>${bars.join('')}</svg>`;
  const [found] = await readBarcodes(
    new Blob([new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())]),
    {
      formats: ['Code128'],
      tryHarder: true,
    },
  );
  expect(Buffer.from(found!.bytes).toString('latin1')).toBe(text);
});
