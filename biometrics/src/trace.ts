import type { GrayImage } from './images/gray-image.ts';

/** A colour picture, three bytes (red, green, blue) a pixel. */
export interface ColourImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/**
 * Receives the picture of a stage. Pictures made from real prints and eyes are for the engineer's eyes:
 * they go to the git-ignored `artifacts/` and nowhere else.
 */
export type Trace = (stage: string, picture: ColourImage) => void;

/** A grey image as a picture to draw on. */
export function colourOf({ width, height, pixels }: GrayImage): ColourImage {
  const rgb = new Uint8Array(3 * width * height);
  pixels.forEach((value, i) => rgb.fill(value, 3 * i, 3 * i + 3));
  return { width, height, rgb };
}

/** Sets one pixel; outside the picture nothing happens. */
export function plot(picture: ColourImage, at: { x: number; y: number }, colour: readonly number[]): void {
  const [x, y] = [Math.round(at.x), Math.round(at.y)];
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return;
  picture.rgb.set(colour, 3 * (y * picture.width + x));
}
