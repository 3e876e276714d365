import type { GrayImage } from '../images/gray-image.ts';

/** Shrinks by a whole factor, each pixel the rounded mean of its block; what does not fill a block is left out. */
export function areaShrink(image: GrayImage, factor: number): GrayImage {
  if (factor === 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const area = factor * factor;
  for (let y = 0; y < height; y++) {
    sums.fill(area >> 1);
    for (let dy = 0; dy < factor; dy++) addRow(image, y * factor + dy, factor, sums);
    for (let x = 0; x < width; x++) pixels[y * width + x] = ((sums[x] as number) / area) | 0;
  }
  return { width, height, pixels };
}

function addRow(image: GrayImage, y: number, factor: number, sums: Uint32Array): void {
  let i = y * image.width;
  for (let x = 0; x < sums.length; x++) {
    let sum = 0;
    for (let k = 0; k < factor; k++) sum += image.pixels[i++] as number;
    sums[x] = (sums[x] as number) + sum;
  }
}
