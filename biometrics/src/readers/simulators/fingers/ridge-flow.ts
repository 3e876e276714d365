import type { SeededRandom } from '../seeded-random.ts';
import { noiseAt, valueNoise } from '../value-noise.ts';
import type { RidgePattern, Singularity } from './ridge-pattern.ts';

// Taken out once: in a test's own context each `Math` costs a search.
const { PI, abs, atan, atan2, exp, min, sin, tanh } = Math;

/** Where ridges run and how wide they are, on a grid of half the master's resolution. */
export interface RidgeFlow {
  readonly width: number;
  readonly height: number;
  /** Direction of the ridge, radians, counter-clockwise with y up, any multiple of pi. */
  readonly direction: Float32Array;
  /** Distance from ridge to ridge in pixels of this grid. */
  readonly period: Float32Array;
}

/** Mean ridge distance of adults: 9 px at 500 ppi = 0.457 mm (Maltoni et al., Handbook, ch. 6). */
const MEAN_PERIOD_MM = 0.457;
const PERSON_SPREAD = 0.075;
const LOCAL_SPREAD = 0.12;
const FINE_SPREAD = 0.1;
/** Radians by which ridges stray from the ideal flow, over centimetres and over millimetres. */
const SWAY = 0.2;
const WOBBLE = 0.2;
/** Ridges above the core and below the deltas stand wider apart. */
const WIDER_OUTSIDE = 0.1;
/** Towards the nail ridges bend down on both sides: radians at 8 mm from the middle. */
const BOW_LOW = 0.35;
const BOW_HIGH = 0.65;

/**
 * Zero-pole flow (Sherlock and Monro, 1993): each core adds and each delta takes half the angle
 * under which it is seen.
 */
export function drawRidgeFlow(
  random: SeededRandom,
  pattern: RidgePattern,
  grid: { readonly width: number; readonly height: number; readonly pixelsPerMm: number },
): RidgeFlow {
  const { width, height, pixelsPerMm } = grid;
  const direction = new Float32Array(width * height);
  const period = new Float32Array(width * height);
  const sway = valueNoise(random, 4, 5);
  const swell = valueNoise(random, 6, 7);
  const wobble = valueNoise(random, 11, 14);
  const fineSwell = valueNoise(random, 13, 16);
  const bow = random.between(BOW_LOW, BOW_HIGH);
  const base = MEAN_PERIOD_MM * pixelsPerMm * (1 + PERSON_SPREAD * random.normal());
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const point = { x: (x - width / 2) / pixelsPerMm, y: (y - height / 2) / pixelsPerMm };
      const [u, v] = [x / width, y / height];
      direction[at] =
        directionAt(pattern, point) -
        bow * bowAt(point) +
        SWAY * noiseAt(sway, u, v) +
        WOBBLE * noiseAt(wobble, u, v);
      const outside = min(1, abs(point.y) / 9);
      period[at] =
        base *
        (1 +
          LOCAL_SPREAD * noiseAt(swell, u, v) +
          FINE_SPREAD * noiseAt(fineSwell, u, v) +
          WIDER_OUTSIDE * outside * outside);
    }
  }
  return { width, height, direction, period };
}

function directionAt(pattern: RidgePattern, point: { readonly x: number; readonly y: number }): number {
  if (pattern.kind === 'arch') return archDirection(pattern.archHeight, point);
  let sum = 0;
  for (const singularity of pattern.singularities) sum += singularity.sign * seenUnder(singularity, point);
  return sum / 2;
}

function seenUnder(from: Singularity, point: { readonly x: number; readonly y: number }): number {
  const angle = atan2(from.y - point.y, point.x - from.x);
  let bent = angle;
  for (const { order, size, phase } of from.bends) {
    bent += size * (sin(order * angle + phase) - sin(phase));
  }
  return bent;
}

/** Strong at the tip, gone under the core; odd from left to right. */
function bowAt({ x, y }: { readonly x: number; readonly y: number }): number {
  return (tanh(x / 8) * 1.3) / (1 + exp((y - 1) / 2.5));
}

/** Ridges rise to the middle and fall again; flat at the foot, steepest where the bow stands. */
function archDirection(bow: number, { x, y }: { readonly x: number; readonly y: number }): number {
  const high = exp(-((y / 6) ** 2));
  return atan(-bow * high * sin((PI * x) / 9));
}
