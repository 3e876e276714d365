import { quarters, type Region } from './wsq-bands.ts';

/** Right halves, from the centre tap outwards, of the filters that IAFIS-IC-0110 uses (9 and 7 taps). */
export const ANALYSIS_LOW = [
  0.852698679009, 0.377402855613, -0.110624404418, -0.023849465019, 0.037828455507,
];
export const ANALYSIS_HIGH = [0.788485616406, -0.418092273222, -0.040689417609, 0.064538882629];

/** Splits a region into its four quarters, rows first, in place: the inverse of `joinRegion`. */
export function splitRegion(plane: Float32Array, stride: number, region: Region): void {
  const [first] = quarters(region);
  for (let y = 0; y < region.height; y++) {
    const start = (region.y + y) * stride + region.x;
    splitLine(plane, { start, step: 1, count: region.width, turned: region.turnedX, first: first.width });
  }
  for (let x = 0; x < region.width; x++) {
    const start = region.y * stride + region.x + x;
    splitLine(plane, {
      start,
      step: stride,
      count: region.height,
      turned: region.turnedY,
      first: first.height,
    });
  }
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly turned: boolean;
  /** Length of the first half. */
  readonly first: number;
}

function splitLine(plane: Float32Array, { start, step, count, turned, first }: Line): void {
  const line = new Float32Array(count);
  for (let i = 0; i < count; i++) line[i] = plane[start + i * step]!;
  for (let n = 0; n < count; n++) {
    const isLow = n % 2 === 0;
    const value = filtered(line, n, isLow ? ANALYSIS_LOW : ANALYSIS_HIGH);
    const place = (isLow === turned ? first : 0) + (n >> 1);
    plane[start + place * step] = value;
  }
}

function filtered(line: Float32Array, centre: number, taps: readonly number[]): number {
  const inside = centre >= taps.length && centre + taps.length <= line.length;
  let sum = taps[0]! * line[centre]!;
  for (let k = 1; k < taps.length; k++) {
    const before = inside ? centre - k : mirrored(centre - k, line.length);
    const behind = inside ? centre + k : mirrored(centre + k, line.length);
    sum += taps[k]! * (line[before]! + line[behind]!);
  }
  return sum;
}

/** Whole-sample symmetric extension. */
function mirrored(n: number, count: number): number {
  if (count === 1) return 0;
  const period = 2 * (count - 1);
  const within = ((n % period) + period) % period;
  return Math.min(within, period - within);
}
