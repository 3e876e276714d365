import { grayImage, type GrayImage } from '../images/gray-image.ts';
import type { PrintAnalysis } from './analyse-print.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { WorkingPlane } from './working-plane.ts';

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
  const { data, width } = mask.cells;
  const [inside, outside] = [
    { grey: 0, pixels: 0 },
    { grey: 0, pixels: 0 },
  ];
  for (let at = width; at < data.length - width; at++) {
    const near = data[at - 1]! + data[at + 1]! + data[at - width]! + data[at + width]!;
    const sum = data[at] === 1 ? inside : near === 0 ? outside : undefined;
    if (sum) addCell(working, { col: at % width, row: Math.floor(at / width) }, sum);
  }
  return { inside, outside };
}

/** Adds what the sensor saw in a cell. */
function addCell(working: WorkingPlane, { col, row }: { col: number; row: number }, to: GreySum): void {
  const { cell } = fingerprintParameters;
  const { left, top, width, height } = working.inner;
  const [fromX, toX] = [Math.max(left, col * cell), Math.min(left + width, (col + 1) * cell)];
  const [fromY, toY] = [Math.max(top, row * cell), Math.min(top + height, (row + 1) * cell)];
  if (toX <= fromX || toY <= fromY) return;
  let grey = 0;
  for (let y = fromY; y < toY; y++)
    for (let i = y * working.width + fromX, end = i - fromX + toX; i < end; i++)
      grey += 255 - working.data[i]!;
  to.grey += grey;
  to.pixels += (toX - fromX) * (toY - fromY);
}
