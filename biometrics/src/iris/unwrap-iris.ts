import type { GrayImage } from '../images/gray-image.ts';
import type { ClosedContour } from './closed-contour.ts';
import { isBehindLid, type Eyelids } from './eyelids.ts';
import { irisParameters } from './iris-parameters.ts';
import { readBilinear } from './polar-image.ts';
import { unitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { floor, round } = Math;

/** The iris as a rectangle: row 0 at the pupil, columns clockwise from the right (3 o'clock). */
export interface UnwrappedIris {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
  /** 1 where the texture can be used, 0 under lids, lashes, lamps and outside the image. */
  readonly usable: Uint8Array;
  /** Samples that lie outside the image. */
  readonly outside: number;
}

/** Rubber sheet between the two outlines (Daugman), each about its own centre. */
export function unwrapIris(eye: {
  fine: GrayImage;
  calm: GrayImage;
  pupil: ClosedContour;
  limbus: ClosedContour;
  lids: Eyelids;
}): UnwrappedIris {
  const { columns, rows } = irisParameters.unwrap;
  const circle = unitCircle(columns);
  const values = new Float32Array(columns * rows);
  const usable = new Uint8Array(columns * rows);
  let outside = 0;
  for (let c = 0; c < columns; c++) {
    const inner = pointOn(eye.pupil, circle.cos[c] as number, circle.sin[c] as number, c / columns);
    const outer = pointOn(eye.limbus, circle.cos[c] as number, circle.sin[c] as number, c / columns);
    for (let r = 0; r < rows; r++) {
      const t = (r + 0.5) / rows;
      const x = inner.x + t * (outer.x - inner.x);
      const y = inner.y + t * (outer.y - inner.y);
      const i = r * columns + c;
      values[i] = readBilinear(eye.calm, x, y);
      if (!isInside(eye.fine, x, y)) outside++;
      else if (!isLamp(eye, x, y) && !isBehindLid(eye.lids, x, y)) usable[i] = 1;
    }
  }
  return { columns, rows, values, usable, outside };
}

function pointOn(contour: ClosedContour, cos: number, sin: number, turns: number): { x: number; y: number } {
  const n = contour.radii.length;
  const at = turns * n;
  const i = floor(at);
  const f = at - i;
  const r = (contour.radii[i % n] as number) * (1 - f) + (contour.radii[(i + 1) % n] as number) * f;
  return { x: contour.x + r * cos, y: contour.y + r * sin };
}

function isInside(image: GrayImage, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x <= image.width - 1 && y <= image.height - 1;
}

function isLamp({ fine, calm }: { fine: GrayImage; calm: GrayImage }, x: number, y: number): boolean {
  const i = round(y) * fine.width + round(x);
  return (fine.pixels[i] as number) > (calm.pixels[i] as number);
}
