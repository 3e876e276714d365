import type { GrayImage } from '../images/gray-image.ts';
import { irisParameters } from '../iris/iris-parameters.ts';

/** The upper left quarter, with centre row and column, of the 9x9 band-pass filter of ISO/IEC 29794-6 6.2.10. */
const QUARTER = [
  [0, 1, 1, 2, 2],
  [1, 2, 4, 5, 5],
  [1, 4, 5, 3, 0],
  [2, 5, 3, -12, -24],
  [2, 5, 0, -24, -40],
] as const;

/** The filter, row by row. */
const FILTER = Int16Array.from({ length: 81 }, (_, i) => {
  const [row, column] = [Math.floor(i / 9), i % 9];
  const quarter = QUARTER[row < 5 ? row : 8 - row] as readonly number[];
  return quarter[column < 5 ? column : 8 - column] as number;
});

/** 6.2.10: power of the filtered image, every fourth pixel of every fourth row, on a scale from 0 to 100. */
export function irisSharpness(image: GrayImage): number {
  const { width, height } = image;
  let [power, samples] = [0, 0];
  for (let y = 4; y < height - 4; y += 4) {
    for (let x = 4; x < width - 4; x += 4) {
      const value = filtered(image, x, y);
      power += value * value;
      samples++;
    }
  }
  const mean = samples === 0 ? 0 : power / samples;
  const half = irisParameters.quality.halfSharpPower;
  return (100 * mean * mean) / (mean * mean + half * half);
}

function filtered({ pixels, width }: GrayImage, x: number, y: number): number {
  let sum = 0;
  for (let row = 0, f = 0; row < 9; row++) {
    let i = (y + row - 4) * width + x - 4;
    for (let column = 0; column < 9; column++) sum += (FILTER[f++] as number) * (pixels[i++] as number);
  }
  return sum;
}
