import type { GrayImage } from '../../images/gray-image.ts';

/** "SYN!" in the lowest bits of the first row, over and over: survives PNG and lossless JPEG 2000. */
const MARK = 0x53594e21;
/** Times that the mark must be found whole before a picture counts as synthetic. */
const ENOUGH = 4;

/** Writes the mark that says "drawn by a program" into the first row. */
export function watermark(pixels: Uint8Array, width: number): void {
  for (let x = 0; x < width; x++) pixels[x] = (pixels[x]! & 0xfe) | markBit(x);
}

/** True for a picture that this simulator drew and nobody has cropped or compressed with loss since. */
export function isWatermarked(image: GrayImage): boolean {
  const needed = 32 * ENOUGH;
  if (image.width < needed) return false;
  for (let x = 0; x < image.width; x++) if ((image.pixels[x]! & 1) !== markBit(x)) return false;
  return true;
}

function markBit(x: number): number {
  return (MARK >>> (31 - (x % 32))) & 1;
}

/** 3x5 letters, a bit a pixel, rows from the top. */
const LETTERS = { S: 0x79cf, Y: 0x5a92, N: 0x7b6d, T: 0x7492, H: 0x5bed, E: 0x79e7, I: 0x7497, C: 0x7927 };

/** Writes SYNTHETIC in letters of 6x10 pixels at the lower left, a little darker than what lies there. */
export function writeSynthetic(pixels: Uint8Array, width: number, height: number): void {
  [...'SYNTHETIC'].forEach((letter, i) => {
    const bits = LETTERS[letter as keyof typeof LETTERS];
    for (let dot = 0; dot < 60; dot++) {
      const [x, y] = [dot % 6, Math.floor(dot / 6)];
      if (((bits >> (14 - ((y >> 1) * 3 + (x >> 1)))) & 1) === 0) continue;
      const at = (height - 14 + y) * width + 6 + i * 8 + x;
      pixels[at] = Math.max(0, pixels[at]! - 60);
    }
  });
}
