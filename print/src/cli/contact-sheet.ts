import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createCardRenderer } from '../render/render-card.ts';
import { sampleCards } from '../sample-cards.ts';

/** Draws the sample cards, single and on two sheets, into a folder for a person to look at. */
const folder = process.argv[2] ?? 'artifacts/cards';
const COLUMNS = 4;
const SCALE = 0.5;

await mkdir(folder, { recursive: true });
const renderCard = createCardRenderer();
const sides: Record<'front' | 'back', Uint8Array[]> = { front: [], back: [] };
for (const [at, faces] of (await sampleCards()).entries()) {
  const card = await renderCard(faces);
  sides.front.push(card.front);
  sides.back.push(card.back);
  await writeFile(join(folder, `${at + 1}-front.png`), card.front);
  await writeFile(join(folder, `${at + 1}.pdf`), card.pdf);
  if (card.belowLeast.length > 0) console.log(`${at + 1}: very small: ${card.belowLeast.join(', ')}`);
}
for (const side of ['front', 'back'] as const) {
  await sheet(sides[side]).toFile(join(folder, `sheet-${side}.png`));
}
for (let at = 0; at < sides.front.length; at += 8) {
  await sheet(sides.front.slice(at, at + 8), 2, 0.75).toFile(join(folder, `sheet-front-${at / 8 + 1}.png`));
}

function sheet(pictures: readonly Uint8Array[], columns = COLUMNS, scale = SCALE) {
  const [width, height] = [Math.round(1011 * scale), Math.round(638 * scale)];
  const gap = 12;
  const rows = Math.ceil(pictures.length / columns);
  const tiles = pictures.map(async (picture, at) => ({
    input: await sharp(picture).resize(width, height).toBuffer(),
    left: gap + (at % columns) * (width + gap),
    top: gap + Math.floor(at / columns) * (height + gap),
  }));
  const size = { width: gap + columns * (width + gap), height: gap + rows * (height + gap) };
  const ground = sharp({ create: { ...size, channels: 3, background: '#7a8290' } });
  return {
    toFile: async (path: string) =>
      ground
        .composite(await Promise.all(tiles))
        .png()
        .toFile(path),
  };
}
