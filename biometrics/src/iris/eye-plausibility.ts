import { irisParameters } from './iris-parameters.ts';
import type { EyeSegmentation } from './segment-eye.ts';
import type { GrayImage } from '../images/gray-image.ts';
import type { UnwrappedIris } from './unwrap-iris.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { ceil, floor, max, min } = Math;

/**
 * Whether a reading looks like an eye at all: a closed dark pupil that is even inside, a limbus on both
 * sides, and an iris between them that is brighter than the pupil and not a pattern of black and white.
 * The limits leave real eyes a wide margin (README); what passes by chance is still no one's iris.
 */
export function isPlausibleEye(
  calm: GrayImage,
  { pupil, limbus }: EyeSegmentation,
  iris: UnwrappedIris,
): boolean {
  const { leastPupil, leastLimbus, leastDarker, mostPupilSpread, mostIrisSpread } =
    irisParameters.plausibility;
  if (pupil.support < leastPupil.support || pupil.contrast < leastPupil.contrast) return false;
  if (limbus.support < leastLimbus.support || limbus.contrast < leastLimbus.contrast) return false;
  const inside = spreadOf(pupilLevels(calm, pupil.circle));
  const around = spreadOf(usableLevels(iris));
  const darker = around.middle - inside.middle;
  if (darker < leastDarker || inside.wide > mostPupilSpread * darker) return false;
  return around.narrow <= mostIrisSpread;
}

interface Spread {
  readonly middle: number;
  /** Between the 16th and 84th percentile, halved. */
  readonly narrow: number;
  /** Between the 10th and 90th percentile. */
  readonly wide: number;
}

function spreadOf(levels: readonly number[]): Spread {
  const sorted = Float32Array.from(levels).sort();
  const at = (share: number) => sorted[floor(share * (sorted.length - 1))] ?? 0;
  return { middle: at(0.5), narrow: (at(0.84) - at(0.16)) / 2, wide: at(0.9) - at(0.1) };
}

/** Every second pixel of the inner three quarters of the pupil. */
function pupilLevels(
  { width, height, pixels }: GrayImage,
  circle: EyeSegmentation['pupil']['circle'],
): number[] {
  const reach = 0.75 * circle.r;
  const levels: number[] = [];
  for (let y = max(0, ceil(circle.y - reach)); y <= min(height - 1, circle.y + reach); y += 2) {
    for (let x = max(0, ceil(circle.x - reach)); x <= min(width - 1, circle.x + reach); x += 2) {
      const [dx, dy] = [x - circle.x, y - circle.y];
      if (dx * dx + dy * dy <= reach * reach) levels.push(pixels[y * width + x] as number);
    }
  }
  return levels;
}

function usableLevels({ values, usable }: UnwrappedIris): number[] {
  const levels: number[] = [];
  for (let i = 0; i < values.length; i += 3) if (usable[i] === 1) levels.push(values[i] as number);
  return levels;
}
