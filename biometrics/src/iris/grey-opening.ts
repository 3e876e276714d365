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
    slide(line, 2 * radius + 1, darkest);
    across.set(line.subarray(0, width), y * width);
  }
  return { width, height, pixels: slideRows({ width, height, pixels: across }, radius, darkest) };
}

/** In place: line[i] = extreme of line[i .. i + window - 1], by doubling the window. */
function slide(line: Uint8Array, window: number, darkest: boolean): void {
  let reach = 1;
  while (reach < window) {
    const step = Math.min(reach, window - reach);
    const end = line.length - step;
    if (darkest) {
      for (let i = 0; i < end; i++)
        if ((line[i + step] as number) < (line[i] as number)) line[i] = line[i + step] as number;
    } else {
      for (let i = 0; i < end; i++)
        if ((line[i + step] as number) > (line[i] as number)) line[i] = line[i + step] as number;
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
  slideByRow(padded, { width, window: 2 * radius + 1, darkest });
  return padded.slice(0, width * height);
}

function slideByRow(
  padded: Uint8Array,
  { width, window, darkest }: { width: number; window: number; darkest: boolean },
): void {
  let reach = 1;
  while (reach < window) {
    const step = Math.min(reach, window - reach);
    const shift = step * width;
    const end = padded.length - shift;
    if (darkest) {
      for (let i = 0; i < end; i++)
        if ((padded[i + shift] as number) < (padded[i] as number)) padded[i] = padded[i + shift] as number;
    } else {
      for (let i = 0; i < end; i++)
        if ((padded[i + shift] as number) > (padded[i] as number)) padded[i] = padded[i + shift] as number;
    }
    reach += step;
  }
}
