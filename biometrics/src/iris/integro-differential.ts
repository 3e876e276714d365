import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { percentile } from './dark-components.ts';
import { irisParameters } from './iris-parameters.ts';
import { unitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { floor, min, round } = Math;

const RING = unitCircle(16);
const STRIDE = 3;
const DARK_SHARE = 0.2;
const PROPOSALS = 3;

/**
 * Daugman's operator on the small image: the circles across which the mean brightness of the ring
 * steps up most, for centres on a grid over the darkest part of the image.
 */
export function integroDifferential(image: GrayImage): Circle[] {
  const { width, height, pixels } = image;
  const rings = ringOffsets(floor(irisParameters.pupil.largestShare * min(width, height)));
  const dark = percentile(image, DARK_SHARE);
  const best: Found[] = [];
  for (let y = STRIDE; y < height - STRIDE; y += STRIDE) {
    for (let x = STRIDE; x < width - STRIDE; x += STRIDE) {
      if ((pixels[y * width + x] as number) <= dark) keepBest(best, largestStep(image, rings, { x, y }));
    }
  }
  return best.map(({ circle }) => circle);
}

interface Found {
  readonly circle: Circle;
  readonly step: number;
}

function keepBest(best: Found[], found: Found): void {
  if (best.length === PROPOSALS && found.step <= (best[PROPOSALS - 1] as Found).step) return;
  const near = best.findIndex(({ circle: c }) => {
    const [dx, dy] = [c.x - found.circle.x, c.y - found.circle.y];
    return dx * dx + dy * dy < 36;
  });
  if (near >= 0) {
    if ((best[near] as Found).step < found.step) best[near] = found;
  } else best.push(found);
  best.sort((a, b) => b.step - a.step);
  if (best.length > PROPOSALS) best.length = PROPOSALS;
}

/** For each radius the offsets of the ring's samples, x then y. */
function ringOffsets(largest: number): Int8Array[] {
  return Array.from({ length: largest + 2 }, (_, r) =>
    Int8Array.from({ length: 2 * RING.count }, (_, i) =>
      round(r * ((i < RING.count ? RING.cos[i] : RING.sin[i - RING.count]) as number)),
    ),
  );
}

function largestStep(image: GrayImage, rings: readonly Int8Array[], at: { x: number; y: number }): Found {
  const { smallestRadius } = irisParameters.pupil;
  let older = ringSum(image, rings[smallestRadius - 1] as Int8Array, at.x, at.y);
  let old = ringSum(image, rings[smallestRadius] as Int8Array, at.x, at.y);
  let radius = smallestRadius;
  let most = 0;
  for (let r = smallestRadius; r < rings.length - 1; r++) {
    const next = ringSum(image, rings[r + 1] as Int8Array, at.x, at.y);
    if (next - older > most) {
      radius = r;
      most = next - older;
    }
    older = old;
    old = next;
  }
  return { circle: { x: at.x, y: at.y, r: radius }, step: most };
}

function ringSum({ width, height, pixels }: GrayImage, ring: Int8Array, x: number, y: number): number {
  let sum = 0;
  for (let a = 0; a < RING.count; a++) {
    const px = x + (ring[a] as number);
    const py = y + (ring[a + RING.count] as number);
    const cx = px < 0 ? 0 : px >= width ? width - 1 : px;
    const cy = py < 0 ? 0 : py >= height ? height - 1 : py;
    sum += pixels[cy * width + cx] as number;
  }
  return sum;
}
