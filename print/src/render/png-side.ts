import sharp from 'sharp';
import type { PlacedSide } from '../layout/placed.ts';
import type { FontBook } from './font-book.ts';
import type { CutPortrait } from './portrait.ts';
import { svgSide } from './svg-side.ts';

const DOTS_PER_MM = 300 / 25.4;

/** A side at 300 dpi (CR80: 1011 x 638), RGB, with its resolution written in. */
export async function pngSide(
  side: PlacedSide,
  book: FontBook,
  portrait: CutPortrait | undefined,
): Promise<Uint8Array> {
  const place = side.items.find((item) => item.kind === 'portrait')?.box;
  const drawing = sharp(Buffer.from(svgSide(side, book, DOTS_PER_MM))).removeAlpha();
  const raw = portrait && { width: portrait.width, height: portrait.height, channels: 3 as const };
  if (place && portrait && raw) {
    const [left, top] = [Math.round(place.x * DOTS_PER_MM), Math.round(place.y * DOTS_PER_MM)];
    drawing.composite([{ input: portrait.rgb, raw, left, top }]);
  }
  return drawing.withMetadata({ density: 300 }).png({ compressionLevel: 6 }).toBuffer();
}

/** Pixels of a box on the card, for cutting the portrait. */
export function pixelsOf(box: { readonly width: number; readonly height: number }): [number, number] {
  return [Math.round(box.width * DOTS_PER_MM), Math.round(box.height * DOTS_PER_MM)];
}
