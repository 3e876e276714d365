import { FIELD_CELL, OUTSIDE, PATTERN_STEP, mapSize, type FingerTemplate } from './finger-template.ts';

/** A template's field and pattern, ready for look-ups at any pixel. */
export interface RidgePicture {
  readonly cols: number;
  readonly rows: number;
  /** +1 ridge, -1 valley, 0 outside the print; one per PATTERN_STEP pixels. */
  readonly dots: Int8Array;
  /** The same blurred over its neighbours, -16..16, so that sampling between dots loses less; 0 outside. */
  readonly soft: Int8Array;
  readonly fieldCols: number;
  readonly fieldRows: number;
  /** Doubled-angle cosine and sine of the ridge direction (counter-clockwise on the screen); both 0 outside. */
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  /** Unit vector across the ridges of each cell, y downwards. */
  readonly acrossX: Float64Array;
  readonly acrossY: Float64Array;
}

export function ridgePicture(template: FingerTemplate): RidgePicture {
  const { cols, rows } = mapSize(template, PATTERN_STEP);
  const field = mapSize(template, FIELD_CELL);
  const per = FIELD_CELL / PATTERN_STEP;
  const dots = new Int8Array(cols * rows);
  for (let k = 0; k < dots.length; k++) {
    const cell = ((((k / cols) | 0) / per) | 0) * field.cols + (((k % cols) / per) | 0);
    if (template.orientation[cell] !== OUTSIDE) dots[k] = template.pattern[k] === 1 ? 1 : -1;
  }
  const wave = (turn: (angle: number) => number): Float32Array =>
    Float32Array.from(template.orientation, (degrees) =>
      degrees === OUTSIDE ? 0 : turn((degrees * Math.PI) / 90),
    );
  const [cos, sin] = [wave(Math.cos), wave(Math.sin)];
  const across = Float64Array.from(cos, (c, k) => Math.atan2(sin[k]!, c) / 2 + Math.PI / 2);
  return {
    cols,
    rows,
    dots,
    soft: soften(dots, cols),
    fieldCols: field.cols,
    fieldRows: field.rows,
    cos,
    sin,
    acrossX: across.map(Math.cos),
    acrossY: across.map((angle) => -Math.sin(angle)),
  };
}

/** +1, -1 or 0 at a pixel of the print; 0 beyond its sides. */
export function dotAt(picture: RidgePicture, x: number, y: number): number {
  const col = (x / PATTERN_STEP + 0.5) | 0;
  const row = (y / PATTERN_STEP + 0.5) | 0;
  if (x < 0 || y < 0 || col >= picture.cols || row >= picture.rows) return 0;
  return picture.dots[row * picture.cols + col]!;
}

/** Ridge direction at a pixel in 1/256 of half a turn, counter-clockwise; -1 outside. */
export function directionByteAt(picture: RidgePicture, x: number, y: number): number {
  const u = Math.max(0, Math.min(picture.fieldCols - 1.001, (x + 0.5) / FIELD_CELL - 0.5));
  const v = Math.max(0, Math.min(picture.fieldRows - 1.001, (y + 0.5) / FIELD_CELL - 0.5));
  if (x < 0 || y < 0 || x >= picture.fieldCols * FIELD_CELL || y >= picture.fieldRows * FIELD_CELL) return -1;
  const at = (v | 0) * picture.fieldCols + (u | 0);
  const [fx, fy, s] = [u - (u | 0), v - (v | 0), picture.fieldCols];
  const weights = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  let [cos, sin, weight] = [0, 0, 0];
  [at, at + 1, at + s, at + s + 1].forEach((cell, k) => {
    const [c, d] = [picture.cos[cell] ?? 0, picture.sin[cell] ?? 0];
    cos += weights[k]! * c;
    sin += weights[k]! * d;
    if (c !== 0 || d !== 0) weight += weights[k]!;
  });
  if (weight < 0.4 || (cos === 0 && sin === 0)) return -1;
  return Math.round((Math.atan2(sin, cos) * 128) / Math.PI) & 255;
}

/** Binomial 3 x 3 weights; a dot outside stays 0. */
function soften(dots: Int8Array, cols: number): Int8Array {
  const soft = new Int8Array(dots.length);
  for (let i = cols + 1; i < dots.length - cols - 1; i++) {
    if (dots[i] === 0) continue;
    const sides = dots[i - 1]! + dots[i + 1]! + dots[i - cols]! + dots[i + cols]!;
    const corners = dots[i - cols - 1]! + dots[i - cols + 1]! + dots[i + cols - 1]! + dots[i + cols + 1]!;
    soft[i] = 4 * dots[i]! + 2 * sides + corners;
  }
  return soft;
}
