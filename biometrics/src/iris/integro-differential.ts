import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { percentile } from './dark-components.ts';
import { irisParameters } from './iris-parameters.ts';
import { unitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { floor, max, min, round } = Math;

const RING = unitCircle(16);
const STRIDE = 3;
const PROPOSALS = 3;

/**
 * Daugman's operator on the small image: the circles across which the mean brightness of the ring
 * steps up most, for centres on a grid over the darker third of the image.
 */
export function integroDifferential(image: GrayImage): Circle[] {
  const { width, height, pixels } = image;
  const dark = percentile(image, 0.35);
  const best: { circle: Circle; step: number }[] = [];
  for (let y = STRIDE; y < height - STRIDE; y += STRIDE) {
    for (let x = STRIDE; x < width - STRIDE; x += STRIDE) {
      if ((pixels[y * width + x] as number) > dark) continue;
      const found = largestStep(image, x, y);
      keepBest(best, found);
    }
  }
  return best.map(({ circle }) => circle);
}

function keepBest(best: { circle: Circle; step: number }[], found: { circle: Circle; step: number }): void {
  const near = best.findIndex(({ circle: c }) => {
    const [dx, dy] = [c.x - found.circle.x, c.y - found.circle.y];
    return dx * dx + dy * dy < 36;
  });
  if (near >= 0) {
    if ((best[near] as { step: number }).step < found.step) best[near] = found;
  } else best.push(found);
  best.sort((a, b) => b.step - a.step);
  if (best.length > PROPOSALS) best.length = PROPOSALS;
}

function largestStep(image: GrayImage, x: number, y: number): { circle: Circle; step: number } {
  const { smallestRadius, largestShare } = irisParameters.pupil;
  const largest = floor(largestShare * min(image.width, image.height));
  let older = ringMean(image, x, y, smallestRadius - 1);
  let old = ringMean(image, x, y, smallestRadius);
  let [r0, most] = [smallestRadius, 0];
  for (let r = smallestRadius; r <= largest; r++) {
    const next = ringMean(image, x, y, r + 1);
    const step = next - older;
    if (step > most) [r0, most] = [r, step];
    [older, old] = [old, next];
  }
  return { circle: { x, y, r: r0 }, step: most };
}

function ringMean({ width, height, pixels }: GrayImage, x: number, y: number, r: number): number {
  let sum = 0;
  for (let a = 0; a < RING.count; a++) {
    const px = min(width - 1, max(0, round(x + r * (RING.cos[a] as number))));
    const py = min(height - 1, max(0, round(y + r * (RING.sin[a] as number))));
    sum += pixels[py * width + px] as number;
  }
  return sum / RING.count;
}
