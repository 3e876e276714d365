/** How much of each pixel a shape covers, 0 to 255, and where the picture of it lies. */
export interface Mask {
  /** Pixels from the shape's own origin to the mask's upper left corner; y downwards. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array;
}

/** `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Closed outlines as points, one number pair after the other. */
export type Contours = readonly (readonly number[])[];

/**
 * Smooth coverage of a shape by exact signed areas: every edge adds, cell by cell, how much area lies to its right;
 * the running sum along a row is then the coverage. Overlapping outlines of one winding do not show.
 */
export function coverageOf(contours: Contours): Mask | undefined {
  const bounds = boundsOf(contours);
  if (!bounds) return undefined;
  const { left, top, width, height } = bounds;
  // One column more than the mask: an edge in the last column spills its rest into the next.
  const areas = new Float32Array((width + 1) * height + 1);
  for (const points of contours) addContour(areas, width + 1, points, left, top);
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += areas[y * (width + 1) + x]!;
      alpha[y * width + x] = Math.min(255, Math.round(Math.abs(sum) * 255));
    }
  }
  return { left, top, width, height, alpha };
}

function boundsOf(contours: Contours): Omit<Mask, 'alpha'> | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of contours) {
    for (let at = 0; at < points.length; at += 2) {
      left = Math.min(left, points[at]!);
      right = Math.max(right, points[at]!);
      top = Math.min(top, points[at + 1]!);
      bottom = Math.max(bottom, points[at + 1]!);
    }
  }
  if (!(right > left && bottom > top)) return undefined;
  [left, top] = [Math.floor(left), Math.floor(top)];
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top };
}

// eslint-disable-next-line max-params -- the inner loop of all drawing: an object a call would cost more than it.
function addContour(
  areas: Float32Array,
  stride: number,
  points: readonly number[],
  left: number,
  top: number,
): void {
  const last = points.length - 2;
  let [x0, y0] = [points[last]! - left, points[last + 1]! - top];
  for (let at = 0; at <= last; at += 2) {
    const [x1, y1] = [points[at]! - left, points[at + 1]! - top];
    if (y0 < y1) addEdge(areas, stride, [x0, y0, x1, y1], 1);
    else if (y0 > y1) addEdge(areas, stride, [x1, y1, x0, y0], -1);
    [x0, y0] = [x1, y1];
  }
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** Edges flatter than this cover nothing that 255 steps could show, and their slope would leave the numbers. */
const FLATTEST = 1e-6;

/** An edge that runs down, row by row. */
function addEdge(areas: Float32Array, stride: number, [x0, y0, x1, y1]: Edge, sign: number): void {
  if (y1 - y0 < FLATTEST) return;
  const [least, most] = [Math.min(x0, x1), Math.max(x0, x1)];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row += 1) {
    const height = Math.min(row + 1, y1) - Math.max(row, y0);
    // Rounding must not carry the edge beyond its own ends: the mask ends there.
    const next = Math.max(least, Math.min(most, x + slope * height));
    addRow(areas, row * stride, [Math.min(x, next), Math.max(x, next)], sign * height);
    x = next;
  }
}

/** Spreads the area of an edge's part in one row over the pixels that it crosses. */
function addRow(
  areas: Float32Array,
  row: number,
  [from, to]: readonly [number, number],
  height: number,
): void {
  const first = Math.floor(from);
  if (to <= first + 1) {
    const share = (from + to) / 2 - first;
    areas[row + first]! += height * (1 - share);
    areas[row + first + 1]! += height * share;
    return;
  }
  const perPixel = height / (to - from);
  let before = 0;
  for (let x = first; x < to; x += 1) {
    // Area to the right of the edge inside the columns up to and including x.
    const covered = areaUpTo(x + 1, from, to) * perPixel;
    areas[row + x]! += covered - before;
    before = covered;
    if (x + 1 >= to) areas[row + x + 1]! += height - covered;
  }
}

/** Integral of the edge's progress (0 at `from`, full at `to`) over the column that ends at `x`. */
function areaUpTo(x: number, from: number, to: number): number {
  const start = x - 1;
  const [a, b] = [Math.max(from, start), Math.min(to, x)];
  const ramp = ((a - from + (b - from)) / 2) * (b - a);
  const full = Math.max(0, x - to) * (to - from);
  return ramp + full;
}
