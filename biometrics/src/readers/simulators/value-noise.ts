import type { SeededRandom } from './seeded-random.ts';

/** Smooth random hills: values in -1..1 on a coarse grid, read in between by smooth weights. */
export interface ValueNoise {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

export function valueNoise(random: SeededRandom, columns: number, rows: number): ValueNoise {
  const values = new Float32Array(columns * rows);
  for (let i = 0; i < values.length; i++) values[i] = random.next() * 2 - 1;
  return { columns, rows, values };
}

/** Height at (u, v), both 0..1 over the whole grid; beyond the rim the rim's height goes on. */
export function noiseAt(noise: ValueNoise, u: number, v: number): number {
  const { columns, rows, values } = noise;
  const x = inside(u) * (columns - 1);
  const y = inside(v) * (rows - 1);
  // Read for every pixel of every picture: `| 0` is the floor of what is never negative.
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = smooth(x - x0);
  const fy = smooth(y - y0);
  const at = y0 * columns + x0;
  const top = values[at]! + (values[at + 1]! - values[at]!) * fx;
  const bottom = values[at + columns]! + (values[at + columns + 1]! - values[at + columns]!) * fx;
  return top + (bottom - top) * fy;
}

function inside(t: number): number {
  return t < 0 ? 0 : t > 0.999999 ? 0.999999 : t;
}

/** Hermite weight: no edges along the grid. */
function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

const GRAIN = 1 << 16;

/** A long strip of normal noise that pictures read from a random place: far cheaper than new numbers for every pixel. */
export function grainStrip(random: SeededRandom): Float32Array {
  const strip = new Float32Array(GRAIN);
  for (let i = 0; i < GRAIN; i++) strip[i] = random.normal();
  return strip;
}
