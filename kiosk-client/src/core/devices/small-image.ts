import { type GrayImage, grayImage } from '@permit/biometrics/images/gray-image.ts';

/** The picture at most `side` pixels long, every n-th pixel taken: good enough for a live view, and quick. */
export function smallImage(image: GrayImage, side = 480): GrayImage {
  const step = Math.ceil(Math.max(image.width, image.height) / side);
  if (step <= 1) return image;
  const width = Math.floor(image.width / step);
  const height = Math.floor(image.height / step);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[y * width + x] = image.pixels[y * step * image.width + x * step]!;
  }
  return grayImage(width, height, pixels);
}
