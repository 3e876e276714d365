import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { irisParameters } from './iris-parameters.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { floor, min, sqrt } = Math;

/** Radii (tiny pixels) that share one accumulator; each gives one proposal. */
const BANDS = [
  [3, 5],
  [5, 8],
  [8, 12],
  [12, 18],
  [18, 26],
  [26, 36],
] as const;

/**
 * Centres that many edges point away from (after Loy and Zelinsky's fast radial symmetry, dark inside):
 * every edge pixel votes for the places a radius behind it, on the dark side.
 */
export function radialSymmetry(image: GrayImage): Circle[] {
  const edges = edgePixels(image);
  const largest = irisParameters.pupil.largestShare * min(image.width, image.height);
  return BANDS.filter(([from]) => from <= largest).map(([from, to]) => strongest(image, edges, from, to));
}

interface Edges {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

function edgePixels({ width, height, pixels }: GrayImage): Edges {
  const size = width * height;
  const edges = {
    x: new Float32Array(size),
    y: new Float32Array(size),
    dx: new Float32Array(size),
    dy: new Float32Array(size),
  };
  let count = 0;
  const at = (i: number) => pixels[i] as number;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      // Differences of the corners serve both directions.
      const falling = at(i + 1 + width) - at(i - 1 - width);
      const rising = at(i + 1 - width) - at(i - 1 + width);
      const gx = falling + rising + 2 * (at(i + 1) - at(i - 1));
      const gy = falling - rising + 2 * (at(i + width) - at(i - width));
      const square = gx * gx + gy * gy;
      // 10 grey levels a pixel: weaker ones are skin and iris texture.
      if (square < 6400) continue;
      const length = sqrt(square);
      edges.x[count] = x;
      edges.y[count] = y;
      edges.dx[count] = gx / length;
      edges.dy[count] = gy / length;
      count++;
    }
  }
  return { count, ...edges };
}

function strongest(image: GrayImage, edges: Edges, from: number, to: number): Circle {
  const { width, height } = image;
  const votes = new Float32Array(width * height);
  for (let r = from; r <= to; r++) {
    for (let e = 0; e < edges.count; e++) {
      // As Math.round has it, in one instruction.
      const x = floor((edges.x[e] as number) - r * (edges.dx[e] as number) + 0.5);
      const y = floor((edges.y[e] as number) - r * (edges.dy[e] as number) + 0.5);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      votes[y * width + x] = (votes[y * width + x] as number) + 1;
    }
  }
  const best = fullestNeighbourhood(votes, width);
  return { x: best % width, y: floor(best / width), r: (from + to) / 2 };
}

/** The first place whose 3 x 3 neighbourhood holds most votes. */
function fullestNeighbourhood(votes: Float32Array, width: number): number {
  const column = (i: number): number =>
    (votes[i - width] as number) + (votes[i] as number) + (votes[i + width] as number);
  let best = width + 1;
  let most = -1;
  let before = column(width);
  let here = column(width + 1);
  for (let i = width + 1; i < votes.length - width - 1; i++) {
    const after = column(i + 1);
    const sum = before + here + after;
    if (sum > most) {
      best = i;
      most = sum;
    }
    before = here;
    here = after;
  }
  return best;
}
