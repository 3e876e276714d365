import type { GrayImage } from '../images/gray-image.ts';

/**
 * Grey opening with a square of `2 * radius + 1` pixels (the darkest of the neighbourhood, then the
 * brightest of that): lamps and lash gaps narrower than the square vanish, dark areas stay.
 */
export function openGrey(image: GrayImage, radius: number): GrayImage {
  const dark = sweep(image, radius, true);
  return sweep(dark, radius, false);
}

function sweep(image: GrayImage, radius: number, darkest: boolean): GrayImage {
  const { width, height } = image;
  const across = new Uint8Array(width * height);
  const line = new Uint8Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    const row = image.pixels.subarray(y * width, (y + 1) * width);
    line.fill(row[0] as number, 0, radius);
    line.set(row, radius);
    line.fill(row[width - 1] as number, radius + width);
    slide(line, { stride: 1, window: 2 * radius + 1, darkest });
    across.set(line.subarray(0, width), y * width);
  }
  return { width, height, pixels: slideRows({ width, height, pixels: across }, radius, darkest) };
}

/**
 * In place: values[i] = extreme of the values at i, i + stride, … (`window` of them), by doubling the window. The
 * extremes are taken without branches: (d & (d >> 31)) is d where it is negative and 0 elsewhere, and which of two
 * neighbouring pixels is darker no processor can guess.
 */
function slide(
  values: Uint8Array,
  { stride, window, darkest }: { stride: number; window: number; darkest: boolean },
): void {
  let reach = 1;
  while (reach < window) {
    const step = Math.min(reach, window - reach);
    const shift = step * stride;
    const end = values.length - shift;
    if (darkest) {
      for (let i = 0, j = shift; i < end; i++, j++) {
        const value = values[i] as number;
        const d = (values[j] as number) - value;
        values[i] = value + (d & (d >> 31));
      }
    } else {
      for (let i = 0, j = shift; i < end; i++, j++) {
        const other = values[j] as number;
        const d = other - (values[i] as number);
        values[i] = other - (d & (d >> 31));
      }
    }
    reach += step;
  }
}

function slideRows(image: GrayImage, radius: number, darkest: boolean): Uint8Array {
  const { width, height } = image;
  const padded = new Uint8Array(width * (height + 2 * radius));
  for (let k = 0; k < radius; k++) {
    padded.set(image.pixels.subarray(0, width), k * width);
    padded.set(image.pixels.subarray((height - 1) * width), (radius + height + k) * width);
  }
  padded.set(image.pixels, radius * width);
  slide(padded, { stride: width, window: 2 * radius + 1, darkest });
  return padded.slice(0, width * height);
}
