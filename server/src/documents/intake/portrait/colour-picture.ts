/** A picture of three bytes a pixel, red, green, blue, row by row from the top. */
export interface ColourPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Grey values (0-255) of a colour picture, by the weights of BT.601. */
export function greyOf({ width, height, data }: ColourPicture): Float32Array {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = 0.299 * data[3 * at]! + 0.587 * data[3 * at + 1]! + 0.114 * data[3 * at + 2]!;
  return grey;
}

/** Part of the height, and of the width from either side, that is taken for wall: hair often reaches the middle. */
const CORNER = { height: 0.06, width: 0.3 } as const;

/** Indices of the pixels in the two upper corners. */
export function* wallPixels({ width, height }: Pick<ColourPicture, 'width' | 'height'>): Iterable<number> {
  const rows = Math.min(height, Math.max(2, Math.round(height * CORNER.height)));
  const columns = Math.max(1, Math.round(width * CORNER.width));
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      yield y * width + x;
      yield (y + 1) * width - 1 - x;
    }
}

/** Mean and standard deviation of the values of some pixels. */
export function spreadOver(
  pixels: Iterable<number>,
  valueOf: (at: number) => number,
): { readonly mean: number; readonly deviation: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (const at of pixels) {
    const value = valueOf(at);
    count += 1;
    sum += value;
    squares += value * value;
  }
  const mean = sum / Math.max(1, count);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) };
}
