import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { irisParameters } from './iris-parameters.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { abs, floor, max, min, round } = Math;

/** A lid's edge: y = y0 + slope (x - x0) + bow (x - x0)^2, in pixels of the image it was found in. */
export interface LidCurve {
  readonly x0: number;
  readonly y0: number;
  readonly slope: number;
  readonly bow: number;
  /** Mean step in grey levels along it. */
  readonly step: number;
}

/** The lids that cover part of the iris; undefined where none was seen. */
export interface Eyelids {
  readonly upper: LidCurve | undefined;
  readonly lower: LidCurve | undefined;
}

/**
 * Looks for the parabolas along which the image steps most, always in the same direction, above and
 * below the pupil: skin is brighter than the iris and lashes are darker, but a lid does not change its
 * mind along its edge, while iris texture does.
 */
export function findEyelids(image: GrayImage, pupil: Circle, limbus: Circle): Eyelids {
  const steps = verticalSteps(image, limbus);
  return { upper: findLid(steps, { pupil, limbus }, -1), lower: findLid(steps, { pupil, limbus }, 1) };
}

/** Whether a point lies behind a lid. */
export function isBehindLid({ upper, lower }: Eyelids, x: number, y: number): boolean {
  return (upper !== undefined && y < heightAt(upper, x)) || (lower !== undefined && y > heightAt(lower, x));
}

function heightAt({ x0, y0, slope, bow }: LidCurve, x: number): number {
  const dx = x - x0;
  return y0 + slope * dx + bow * dx * dx;
}

interface VerticalSteps {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Mean of the pixels above minus mean of the pixels below. */
  readonly values: Float32Array;
}

function verticalSteps(image: GrayImage, limbus: Circle): VerticalSteps {
  const reach = max(2, round(irisParameters.eyelid.reachShare * limbus.r));
  const left = max(0, floor(limbus.x - limbus.r));
  const top = max(0, floor(limbus.y - limbus.r));
  const width = max(0, min(image.width - 1, floor(limbus.x + limbus.r)) - left);
  const height = max(0, min(image.height - 1, floor(limbus.y + limbus.r)) - top);
  const values = new Float32Array(width * height);
  const sums = new Uint32Array(image.height + 1);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < image.height; y++) {
      sums[y + 1] = (sums[y] as number) + (image.pixels[y * image.width + left + x] as number);
    }
    for (let y = 0; y < height; y++) {
      const at = top + y;
      if (at < reach || at + reach > image.height) continue;
      const above = (sums[at] as number) - (sums[at - reach] as number);
      const below = (sums[at + reach] as number) - (sums[at] as number);
      values[y * width + x] = (above - below) / reach;
    }
  }
  return { left, top, width, height, values };
}

/** `side` -1 looks above the pupil, 1 below; heights are in iris radii from the iris centre, coarse then finer. */
function findLid(
  steps: VerticalSteps,
  eye: { pupil: Circle; limbus: Circle },
  side: 1 | -1,
): LidCurve | undefined {
  const { heights, leastStep } = irisParameters.eyelid;
  let best = { height: 0, curve: { x0: 0, y0: 0, slope: 0, bow: 0, step: 0 } };
  for (let height = heights.from; height <= heights.to; height += heights.step) {
    const curve = bestAtHeight(steps, eye, side * height);
    if (curve.step > best.curve.step) best = { height, curve };
  }
  if (best.curve.step < leastStep) return undefined;
  const finer = [best.height - heights.finer, best.height + heights.finer].map((height) =>
    bestAtHeight(steps, eye, side * height),
  );
  return finer.reduce((a, b) => (b.step > a.step ? b : a), best.curve);
}

function bestAtHeight(
  steps: VerticalSteps,
  eye: { pupil: Circle; limbus: Circle },
  height: number,
): LidCurve {
  const { bows, slopes } = irisParameters.eyelid;
  const { x, y, r } = eye.limbus;
  let best: LidCurve = { x0: x, y0: y + height * r, slope: 0, bow: 0, step: 0 };
  for (const bowShare of bows) {
    for (const slope of slopes) {
      const curve = {
        x0: x,
        y0: y + height * r,
        slope,
        bow: ((height < 0 ? 1 : -1) * bowShare) / r,
        step: 0,
      };
      const step = meanStep(steps, curve, eye);
      if (step > best.step) best = { ...curve, step };
    }
  }
  return best;
}

/**
 * Mean signed step along the part of a curve inside the iris, averaged with that of its weaker half; 0
 * where the halves disagree or too little of the curve is there to judge.
 */
function meanStep(
  steps: VerticalSteps,
  curve: LidCurve,
  { pupil, limbus }: { pupil: Circle; limbus: Circle },
): number {
  const { mostStep, pupilMargin, leastColumns } = irisParameters.eyelid;
  const stride = max(1, floor(limbus.r / 30));
  const keepOff = pupilMargin * pupilMargin * pupil.r * pupil.r;
  const within = 0.92 * limbus.r * limbus.r;
  const { x0, y0, slope, bow } = curve;
  let leftSum = 0;
  let leftSeen = 0;
  let sum = 0;
  let seen = 0;
  let inside = 0;
  for (let x = 0; x < steps.width; x += stride) {
    const px = steps.left + x;
    const py = y0 + (slope + bow * (px - x0)) * (px - x0);
    const dx = px - limbus.x;
    const dy = py - limbus.y;
    if (dx * dx + dy * dy > within) continue;
    inside++;
    const y = round(py) - steps.top;
    const ex = px - pupil.x;
    const ey = py - pupil.y;
    if (y < 0 || y >= steps.height || ex * ex + ey * ey < keepOff) continue;
    const step = steps.values[y * steps.width + x] as number;
    const cut = step > mostStep ? mostStep : step < -mostStep ? -mostStep : step;
    sum += cut;
    seen++;
    if (dx >= 0) continue;
    leftSum += cut;
    leftSeen++;
  }
  if (seen < (leastColumns * limbus.r) / stride || seen < 0.5 * inside) return 0;
  const left = leftSum / max(1, leftSeen);
  const right = (sum - leftSum) / max(1, seen - leftSeen);
  return left * right > 0 ? (min(abs(left), abs(right)) + abs(sum / seen)) / 2 : 0;
}
