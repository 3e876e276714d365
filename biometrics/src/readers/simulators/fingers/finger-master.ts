import type { FingerPosition } from '../../../codes.ts';
import { seededRandom, type SeededRandom } from '../seeded-random.ts';
import { drawRidgeFlow } from './ridge-flow.ts';
import { growRidges, type RidgeHeights } from './ridge-growth.ts';
import { drawRidgePattern, type PatternClass } from './ridge-pattern.ts';

/** The whole skin of one finger at 500 ppi, from which every impression is taken. */
export interface FingerMaster extends RidgeHeights {
  readonly kind: PatternClass;
}

/** 18.3 x 23.6 mm: a large finger tip, nail to joint. */
const WIDTH = 360;
const HEIGHT = 464;
const PIXELS_PER_MM = 500 / 25.4;
const MOST_CREASES = 3;

/** Grows one finger; the same seed and position always give the same one. About a second. */
export function growFinger(seed: string, position: FingerPosition): FingerMaster {
  const random = seededRandom(seed, position, 'ridges');
  const pattern = drawRidgePattern(random, position);
  const grid = { width: WIDTH / 2, height: HEIGHT / 2, pixelsPerMm: PIXELS_PER_MM / 2 };
  const ridges = growRidges(random, drawRidgeFlow(random, pattern, grid));
  const creases = random.index(MOST_CREASES + 1);
  for (let i = 0; i < creases; i++) cutCrease(random, ridges);
  return { ...ridges, kind: pattern.kind };
}

/** A line across the ridges that this finger always has. */
function cutCrease(random: SeededRandom, { width, height, heights }: RidgeHeights): void {
  const from = { x: random.between(0.1, 0.9) * width, y: random.between(0.1, 0.9) * height };
  const angle = random.between(-0.6, 0.6);
  const length = random.between(40, 140);
  const half = random.between(0.6, 1.4);
  for (let step = 0; step < length; step += 0.5) {
    const bend = 4 * Math.sin(step / 30);
    const x = Math.round(from.x + step * Math.cos(angle) - bend * Math.sin(angle));
    const y = from.y + step * Math.sin(angle) + bend * Math.cos(angle);
    for (let row = Math.ceil(y - half); row <= y + half; row++) {
      if (x >= 0 && row >= 0 && x < width && row < height) heights[row * width + x] = -110;
    }
  }
}
