/**
 * An 8-bit grey image, row by row, 0 = black. The one shape that travels between readers, formats,
 * quality and the extractors.
 */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  /** width * height bytes. */
  readonly pixels: Uint8Array;
  /** Pixels per inch where the source says so; fingerprints without it are taken as 500. */
  readonly ppi?: number;
}

/** Builds an image after checking that the pixels fit its size; throws RangeError otherwise. */
export function grayImage(width: number, height: number, pixels: Uint8Array, ppi?: number): GrayImage {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`image size ${width}x${height} is not a positive whole number`);
  }
  if (pixels.length !== width * height) {
    throw new RangeError(`${pixels.length} pixels do not fill ${width}x${height}`);
  }
  return ppi === undefined ? { width, height, pixels } : { width, height, pixels, ppi };
}
