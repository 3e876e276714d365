import { grayImage, type GrayImage } from './gray-image.ts';

/**
 * A synthetic picture of wavy ridges with a gradient, the same on every machine: what tests and proofs
 * encode when no real sample may be used. It is not meant to look like anybody's finger.
 */
export function samplePicture(width = 96, height = 72, ppi?: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ridge = Math.sin((x + 6 * Math.sin(y / 17)) / 1.6 + y / 5);
      pixels[y * width + x] = Math.round(128 + 90 * ridge + (20 * x) / width - (15 * y) / height);
    }
  }
  return grayImage(width, height, pixels, ppi);
}
