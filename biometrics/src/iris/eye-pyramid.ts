import type { GrayImage } from '../images/gray-image.ts';
import { irisParameters } from './iris-parameters.ts';
import { openGrey } from './grey-opening.ts';
import { areaShrink } from './area-shrink.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { ceil, max, min } = Math;

/** One eye at the three sizes that the stages work on. */
export interface EyePyramid {
  /** The image the contours and the texture are read from; longest side at most 800. */
  readonly fine: GrayImage;
  /** Fine with bright spots (lamps) cut down to their surroundings: contours do not stick to them. */
  readonly calm: GrayImage;
  /** Longest side at most 400, bright spots opened away. */
  readonly coarse: GrayImage;
  /** Half of coarse: where the pupil is proposed. */
  readonly tiny: GrayImage;
  /** Input pixels per fine pixel. */
  readonly inputPerFine: number;
  /** Fine pixels per coarse pixel. */
  readonly finePerCoarse: number;
}

/** Fine pixels that outshine the opened surroundings are cut to them. */
function calmDown(fine: GrayImage, coarse: GrayImage, factor: number): GrayImage {
  const { width, height } = fine;
  const pixels = new Uint8Array(width * height);
  const excess = irisParameters.specular.excess;
  for (let y = 0; y < height; y++) {
    const row = min(coarse.height - 1, (y / factor) | 0) * coarse.width;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const value = fine.pixels[i] as number;
      const around = coarse.pixels[row + min(coarse.width - 1, (x / factor) | 0)] as number;
      pixels[i] = value > around + excess ? around : value;
    }
  }
  return { width, height, pixels };
}

/** Builds the sizes; the caller has checked that the image is not too small or too large. */
export function eyePyramid(image: GrayImage): EyePyramid {
  const { fineSide, coarseSide, openingRadius } = irisParameters.pyramid;
  const longest = max(image.width, image.height);
  const inputPerFine = ceil(longest / fineSide);
  const fine = areaShrink(image, inputPerFine);
  const finePerCoarse = ceil(max(fine.width, fine.height) / coarseSide);
  const coarse = openGrey(areaShrink(fine, finePerCoarse), openingRadius);
  const calm = calmDown(fine, coarse, finePerCoarse);
  return { fine, calm, coarse, tiny: areaShrink(coarse, 2), inputPerFine, finePerCoarse };
}
