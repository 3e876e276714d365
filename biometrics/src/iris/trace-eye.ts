import { colourOf, plot, type ColourImage, type Trace } from '../trace.ts';
import type { ClosedContour } from './closed-contour.ts';
import type { EyeReading } from './extract-iris.ts';
import type { EyePyramid } from './eye-pyramid.ts';
import { unitCircle } from './unit-circle.ts';
import type { UnwrappedIris } from './unwrap-iris.ts';

const GREEN = [0, 255, 0];
const RED = [255, 0, 0];
const BLUE = [60, 120, 255];

/** Pictures of one extraction: the outlines over the eye, and the unwrapped iris with what is masked. */
export function traceEye(eye: EyePyramid, readings: readonly EyeReading[], trace: Trace): void {
  readings.forEach(({ segmentation, unwrapped }, i) => {
    const picture = colourOf(eye.fine);
    drawMask(picture, unwrapped, segmentation);
    drawContour(picture, segmentation.pupil.contour, GREEN);
    drawContour(picture, segmentation.limbus.contour, RED);
    trace(`outlines-${i + 1}`, picture);
    trace(`unwrapped-${i + 1}`, drawUnwrapped(unwrapped));
  });
}

function drawContour(picture: ColourImage, { x, y, radii }: ClosedContour, colour: readonly number[]): void {
  const circle = unitCircle(8 * radii.length);
  for (let a = 0; a < circle.count; a++) {
    const i = a >> 3;
    const f = (a & 7) / 8;
    const r = (radii[i] as number) * (1 - f) + (radii[(i + 1) % radii.length] as number) * f;
    plot(picture, { x: x + r * (circle.cos[a] as number), y: y + r * (circle.sin[a] as number) }, colour);
  }
}

function drawMask(
  picture: ColourImage,
  { columns, rows, usable }: UnwrappedIris,
  { pupil, limbus }: EyeReading['segmentation'],
): void {
  const circle = unitCircle(columns);
  for (let c = 0; c < columns; c++) {
    const [cos, sin] = [circle.cos[c] as number, circle.sin[c] as number];
    const p = pupil.contour.radii[Math.floor((c * pupil.contour.radii.length) / columns)] as number;
    const l = limbus.contour.radii[Math.floor((c * limbus.contour.radii.length) / columns)] as number;
    const [px, py] = [pupil.contour.x + p * cos, pupil.contour.y + p * sin];
    const [lx, ly] = [limbus.contour.x + l * cos, limbus.contour.y + l * sin];
    for (let r = 0; r < rows; r++) {
      const t = (r + 0.5) / rows;
      if (usable[r * columns + c] === 0)
        plot(picture, { x: px + t * (lx - px), y: py + t * (ly - py) }, BLUE);
    }
  }
}

function drawUnwrapped({ columns, rows, values, usable }: UnwrappedIris): ColourImage {
  const scale = 3;
  const picture = {
    width: columns * scale,
    height: rows * scale,
    rgb: new Uint8Array(9 * columns * rows * 3),
  };
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const i = Math.floor(y / scale) * columns + Math.floor(x / scale);
      const grey = values[i] as number;
      plot(picture, { x, y }, usable[i] === 1 ? [grey, grey, grey] : [grey / 2, grey / 2, 255]);
    }
  }
  return picture;
}
