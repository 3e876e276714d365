import type { SeededRandom } from '../seeded-random.ts';
import type { RidgeFlow } from './ridge-flow.ts';

// Taken out once: in a test's own context each `Math` costs a search.
const { PI, ceil, cos, exp, floor, max, min, round, sin } = Math;

/** Ridges as heights: -127 the bottom of a valley, 127 the top of a ridge. */
export interface RidgeHeights {
  readonly width: number;
  readonly height: number;
  readonly heights: Int8Array;
}

const DIRECTIONS = 48;
const PERIODS = 14;
/** Passes on the half grid: enough for the start noise to settle into ridges with natural minutiae. */
const SETTLE_PASSES = 9;
const REFINE_PASSES = 1;
/** Gaussian of the filter in ridge periods; about three ridges lie under it (SFinGe). */
const SPREAD = 0.46;

interface FilterBank {
  readonly radius: number;
  readonly shortest: number;
  readonly longest: number;
  readonly kernels: Float32Array;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  readonly stride: number;
  readonly values: Float32Array;
}

/**
 * Grows ridges out of noise by a Gabor filter that follows the flow (Cappelli, SFinGe): where
 * ridges must spread or close in, endings and bifurcations appear by themselves. The first passes
 * run on the half grid, the last on the full one.
 */
export function growRidges(random: SeededRandom, flow: RidgeFlow): RidgeHeights {
  const coarse = filterBank(flow, 1);
  let canvas = emptyCanvas(flow.width, flow.height, coarse.radius);
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) canvas.values[inside(canvas, x, y)] = random.next() * 2 - 1;
  }
  const choice = chooseKernels(flow, coarse);
  for (let pass = 0; pass < SETTLE_PASSES; pass++) canvas = filterOnce(canvas, coarse, choice, 1);
  const fine = filterBank(flow, 2);
  canvas = enlarge(canvas, fine.radius);
  for (let pass = 0; pass < REFINE_PASSES; pass++) canvas = filterOnce(canvas, fine, choice, 2);
  return toHeights(canvas);
}

function filterBank(flow: RidgeFlow, scale: number): FilterBank {
  let [shortest, longest] = [Infinity, 0];
  for (const period of flow.period) {
    shortest = min(shortest, period * scale);
    longest = max(longest, period * scale);
  }
  const radius = ceil(longest * SPREAD * 2.3);
  const size = (2 * radius + 1) ** 2;
  const kernels = new Float32Array(DIRECTIONS * PERIODS * size);
  for (let d = 0; d < DIRECTIONS; d++) {
    for (let p = 0; p < PERIODS; p++) {
      const period = shortest + ((longest - shortest) * (p + 0.5)) / PERIODS;
      const into = kernels.subarray((d * PERIODS + p) * size, (d * PERIODS + p + 1) * size);
      drawKernel(into, { radius, period, direction: (d * PI) / DIRECTIONS });
    }
  }
  return { radius, shortest, longest, kernels };
}

/** Even Gabor wave across the ridge, without a constant part, scaled so that a full wave passes at gain 1. */
function drawKernel(
  into: Float32Array,
  shape: { readonly radius: number; readonly period: number; readonly direction: number },
): void {
  const { radius, period, direction } = shape;
  const [acrossX, acrossY] = [-sin(direction), -cos(direction)];
  const sigma = SPREAD * period;
  const size = 2 * radius + 1;
  let [sum, weights] = [0, 0];
  const bell = new Float32Array(into.length);
  for (let i = 0; i < into.length; i++) {
    const [x, y] = [(i % size) - radius, floor(i / size) - radius];
    bell[i] = exp(-(x * x + y * y) / (2 * sigma * sigma));
    into[i] = bell[i]! * cos((2 * PI * (x * acrossX + y * acrossY)) / period);
    sum += into[i]!;
    weights += bell[i]!;
  }
  let gain = 0;
  for (let i = 0; i < into.length; i++) {
    const [x, y] = [(i % size) - radius, floor(i / size) - radius];
    into[i] = into[i]! - (bell[i]! * sum) / weights;
    gain += into[i]! * cos((2 * PI * (x * acrossX + y * acrossY)) / period);
  }
  for (let i = 0; i < into.length; i++) into[i] = into[i]! / gain;
}

/** Offset of each half-grid pixel's kernel in units of kernels. */
function chooseKernels(flow: RidgeFlow, bank: FilterBank): Uint16Array {
  const choice = new Uint16Array(flow.width * flow.height);
  const span = max(1e-6, bank.longest - bank.shortest);
  for (let i = 0; i < choice.length; i++) {
    const turn = flow.direction[i]! / PI;
    const d = round((turn - floor(turn)) * DIRECTIONS) % DIRECTIONS;
    const p = min(PERIODS - 1, floor(((flow.period[i]! - bank.shortest) / span) * PERIODS));
    choice[i] = d * PERIODS + p;
  }
  return choice;
}

function filterOnce(from: Canvas, bank: FilterBank, choice: Uint16Array, scale: number): Canvas {
  const to = emptyCanvas(from.width, from.height, from.pad);
  const side = 2 * bank.radius + 1;
  const choiceWidth = from.width / scale;
  const { values, stride } = from;
  const { kernels } = bank;
  for (let y = 0; y < from.height; y++) {
    const choiceRow = floor(y / scale) * choiceWidth;
    for (let x = 0; x < from.width; x++) {
      let k = choice[choiceRow + ((x / scale) | 0)]! * side * side;
      let row = y * stride + x;
      let sum = 0;
      for (let j = 0; j < side; j++, row += stride) {
        for (let i = 0; i < side; i++, k++) sum += values[row + i]! * kernels[k]!;
      }
      // Stretch and clip: waves grow to full height, but never beyond.
      const grown = sum * 2.2;
      to.values[inside(to, x, y)] = grown > 1 ? 1 : grown < -1 ? -1 : grown;
    }
  }
  return to;
}

function emptyCanvas(width: number, height: number, pad: number): Canvas {
  const stride = width + 2 * pad;
  return { width, height, pad, stride, values: new Float32Array(stride * (height + 2 * pad)) };
}

function inside(canvas: Canvas, x: number, y: number): number {
  return (y + canvas.pad) * canvas.stride + x + canvas.pad;
}

/** Twice the size, bilinear. */
function enlarge(from: Canvas, pad: number): Canvas {
  const to = emptyCanvas(from.width * 2, from.height * 2, pad);
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const [sx, sy] = [x < 1 ? 0 : x / 2 - 0.25, y < 1 ? 0 : y / 2 - 0.25];
      const [x0, y0] = [sx | 0, sy | 0];
      const at = inside(from, x0, y0);
      const [fx, fy] = [sx - x0, sy - y0];
      const top = from.values[at]! * (1 - fx) + from.values[at + 1]! * fx;
      const below = at + from.stride;
      const bottom = from.values[below]! * (1 - fx) + from.values[below + 1]! * fx;
      to.values[inside(to, x, y)] = top * (1 - fy) + bottom * fy;
    }
  }
  return to;
}

function toHeights(canvas: Canvas): RidgeHeights {
  const { width, height } = canvas;
  const heights = new Int8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // 127.5 up and down again rounds without a call.
      heights[y * width + x] = ((127 * canvas.values[inside(canvas, x, y)]! + 127.5) | 0) - 127;
    }
  }
  return { width, height, heights };
}
