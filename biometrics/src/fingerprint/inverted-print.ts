import { grayImage, type GrayImage } from '../images/gray-image.ts';
import type { PrintAnalysis } from './analyse-print.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';

/**
 * Whether ridges are the light ones: told by a background that is much darker than the print. A sensor's empty glass
 * is light, or grey as the print's mean; without background in the picture nothing tells them apart.
 */
export function isInverted(print: PrintAnalysis): boolean {
  const { leastBackground, darker } = fingerprintParameters.inverted;
  const { inside, outside } = greySums(print);
  const enough = outside.pixels > leastBackground * (inside.pixels + outside.pixels);
  return enough && inside.pixels > 0 && mean(inside) - mean(outside) > darker;
}

export function invertedImage(image: GrayImage): GrayImage {
  const pixels = image.pixels.map((grey) => 255 - grey);
  return grayImage(image.width, image.height, pixels, image.ppi);
}

interface GreySum {
  grey: number;
  pixels: number;
}

const mean = ({ grey, pixels }: GreySum): number => grey / pixels;

/** Greys of the print, and of what lies more than a cell away from it. */
function greySums({ working, mask }: PrintAnalysis): { inside: GreySum; outside: GreySum } {
  const { cell } = fingerprintParameters;
  const { data, width } = mask.cells;
  const [inside, outside] = [
    { grey: 0, pixels: 0 },
    { grey: 0, pixels: 0 },
  ];
  const { left, top, width: columns, height: rows } = working.inner;
  for (let y = top; y < top + rows; y++) {
    for (let x = left; x < left + columns; x++) {
      const at = Math.floor(y / cell) * width + Math.floor(x / cell);
      const near = data[at - 1]! + data[at + 1]! + data[at - width]! + data[at + width]!;
      const sum = data[at] === 1 ? inside : near === 0 ? outside : undefined;
      if (!sum) continue;
      sum.grey += 255 - working.data[y * working.width + x]!;
      sum.pixels++;
    }
  }
  return { inside, outside };
}
