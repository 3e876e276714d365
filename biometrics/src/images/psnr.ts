import type { GrayImage } from './gray-image.ts';

/** Peak signal-to-noise ratio of two pictures of one size, in dB against 255; Infinity where they are equal. */
export function psnr(a: GrayImage, b: GrayImage): number {
  if (a.width !== b.width || a.height !== b.height) throw new RangeError('pictures of different sizes');
  const sum = a.pixels.reduce((total, value, i) => total + (value - b.pixels[i]!) ** 2, 0);
  return 10 * Math.log10((255 * 255 * a.pixels.length) / sum);
}
