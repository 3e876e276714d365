import type { SeededRandom } from '../seeded-random.ts';

/** The opening between the lids as two parabolas, in pixels from the middle of the iris, y down. */
export interface Eyelids {
  upperAt(x: number): number;
  lowerAt(x: number): number;
}

/** Corners stand this far out and low, in iris radii. */
const CORNER = 2.35;
const CORNER_DROP = 0.28;

export function drawEyelids(random: SeededRandom, irisRadius: number, shut: number): Eyelids {
  const corner = CORNER * irisRadius * random.between(0.95, 1.08);
  const drop = CORNER_DROP * irisRadius;
  const open = 1 - shut;
  const top = drop - (0.38 + open * 0.98) * irisRadius * random.between(0.97, 1.03);
  const bottom = drop + (0.12 + 0.62 * open) * irisRadius * random.between(0.97, 1.03);
  const tilt = random.normal() * 0.03;
  const slope = (x: number): number => (x / corner) ** 2;
  return {
    upperAt: (x) => top + (drop - top) * slope(x) + tilt * x,
    lowerAt: (x) => bottom + (drop - bottom) * slope(x) + tilt * x,
  };
}
