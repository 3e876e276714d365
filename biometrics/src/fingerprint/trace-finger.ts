import { colourOf, plot, type ColourImage, type Trace } from '../trace.ts';
import type { PrintAnalysis } from './analyse-print.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { Minutia } from './minutia.ts';
import type { Plane } from './plane.ts';

const ENDING = [230, 0, 0];
const FORK = [0, 150, 0];
const RIDGE = [0, 110, 255];
const FIELD = [255, 120, 0];

/** Hands the picture of every stage to the trace: what the errors of an extraction are found with. */
export function traceFinger(print: PrintAnalysis, trace: Trace): void {
  trace(
    'normalised',
    grey(print.normalised, (value) => 128 - 75 * value),
  );
  trace('field', drawField(print));
  trace(
    'enhanced',
    grey(print.enhanced, (value) => 128 - 100 * value),
  );
  trace('minutiae', drawMinutiae(print));
}

function grey({ width, height, data }: Plane, shade: (value: number) => number): ColourImage {
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.max(0, Math.min(255, shade(data[i]!)));
  return colourOf({ width, height, pixels });
}

/** The print, pale outside the mask, with a stroke along the ridges in every other cell. */
function drawField(print: PrintAnalysis): ColourImage {
  const picture = grey(print.working, (value) => 255 - value);
  const { cell } = fingerprintParameters;
  const { width, data } = print.mask.cells;
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== 1 || (i % width) % 2 === 1 || Math.floor(i / width) % 2 === 1) continue;
    const angle = Math.atan2(print.field.sin.data[i]!, print.field.cos.data[i]!) / 2;
    const [x, y] = [((i % width) + 0.5) * cell, (Math.floor(i / width) + 0.5) * cell];
    for (let k = -6; k <= 6; k++)
      plot(picture, { x: x + k * Math.cos(angle), y: y + k * Math.sin(angle) }, FIELD);
  }
  return picture;
}

function drawMinutiae(print: PrintAnalysis): ColourImage {
  const picture = grey(print.working, (value) => 255 - value / 2);
  const { width } = print.working;
  for (let i = 0; i < print.skeleton.length; i++) {
    if (print.skeleton[i] === 1) plot(picture, { x: i % width, y: Math.floor(i / width) }, RIDGE);
  }
  for (const minutia of print.minutiae) drawMinutia(picture, minutia);
  return picture;
}

function drawMinutia(picture: ColourImage, { x, y, direction, type }: Minutia): void {
  const colour = type === 1 ? ENDING : FORK;
  for (let k = 0; k < 24; k++) {
    plot(
      picture,
      { x: x + 4 * Math.cos((k * Math.PI) / 12), y: y + 4 * Math.sin((k * Math.PI) / 12) },
      colour,
    );
  }
  for (let k = 4; k < 13; k++)
    plot(picture, { x: x + k * Math.cos(direction), y: y - k * Math.sin(direction) }, colour);
}
