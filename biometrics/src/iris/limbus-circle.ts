import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { irisParameters } from './iris-parameters.ts';
import { samplePolar } from './polar-image.ts';
import { unitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { abs, ceil, floor, max, min, round } = Math;

const CIRCLE = unitCircle(128);

export interface LimbusProposal {
  readonly circle: Circle;
  /** Mean step in grey levels over the lateral sectors, the weaker side counting more. */
  readonly step: number;
}

/** Every second angle of a sector, with its direction: flat arrays, for the innermost loop of the search. */
interface Sector {
  readonly angles: Int32Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Angles at the left and the right of the iris where lids seldom reach: 27 degrees up, 49 down. */
const [RIGHT, LEFT] = [lateral(1), lateral(-1)];

function lateral(side: 1 | -1): Sector {
  const { up, down } = irisParameters.limbus.sector;
  const angles: number[] = [];
  for (let a = 0; a < CIRCLE.count; a += 2) {
    const s = CIRCLE.sin[a] as number;
    if ((CIRCLE.cos[a] as number) * side > 0 && s >= -up && s <= down) angles.push(a);
  }
  return {
    angles: Int32Array.from(angles),
    cos: Float64Array.from(angles, (a) => CIRCLE.cos[a] as number),
    sin: Float64Array.from(angles, (a) => CIRCLE.sin[a] as number),
  };
}

/**
 * The best circles for the outer edge of the iris, about a known pupil: for each radius the best centre
 * near the pupil's, then the separate peaks over the radius, best first.
 */
export function proposeLimbus(coarse: GrayImage, pupil: Circle): LimbusProposal[] {
  const bounds = limbusBounds(coarse, pupil);
  if (bounds.to - bounds.from < 4) return [];
  const field = riseField(coarse, pupil, bounds);
  const best: LimbusProposal[] = [];
  for (let r = bounds.from; r < bounds.to; r += 2) best.push(bestCentre(field, pupil, r));
  return peaks(best);
}

function limbusBounds(coarse: GrayImage, pupil: Circle): { from: number; to: number } {
  const { smallestRadius, largestShare, smallestRatio, largestRatio } = irisParameters.limbus;
  const from = ceil(max(smallestRadius, pupil.r / largestRatio));
  const most = largestShare * max(coarse.width, coarse.height);
  return { from, to: floor(min(most, pupil.r / smallestRatio)) };
}

interface RiseField {
  readonly from: number;
  readonly radii: number;
  readonly rise: Float32Array;
  /** Where steps are cut, grey levels. */
  readonly typical: number;
}

/**
 * Outward steps about the pupil's centre; the window grows with the radius, as the limbus blurs with it.
 * Steps are cut at what a limbus of this eye may show: the edge of a lid is several times as strong.
 */
function riseField(coarse: GrayImage, pupil: Circle, bounds: { from: number; to: number }): RiseField {
  const from = max(1, floor(bounds.from * 0.75));
  const radii = ceil(bounds.to * 1.25) - from;
  const { values } = samplePolar(coarse, pupil, { circle: CIRCLE, radii, from, step: 1 });
  const rise = growingRise(values, from, radii);
  const most = typicalStep(rise, radii);
  for (let i = 0; i < rise.length; i++) rise[i] = min(most, max(-most, rise[i] as number));
  return { from, radii, rise, typical: most };
}

function growingRise(values: Float32Array, from: number, radii: number): Float32Array {
  const rise = new Float32Array(values.length);
  const sums = new Float64Array(radii + 1);
  const reaches = Int32Array.from({ length: radii }, (_, k) =>
    max(2, round(irisParameters.limbus.reachShare * (from + k))),
  );
  const at = (k: number) => sums[k] as number;
  for (let start = 0; start < values.length; start += radii) {
    for (let k = 0; k < radii; k++) sums[k + 1] = at(k) + (values[start + k] as number);
    for (let k = 0; k < radii; k++) {
      const reach = reaches[k] as number;
      if (k < reach || k + reach >= radii) continue;
      rise[start + k] = (at(k + 1 + reach) - at(k + 1) - at(k) + at(k - reach)) / reach;
    }
  }
  return rise;
}

/** The median over the lateral angles of the largest step there, within reason. */
function typicalStep(rise: Float32Array, radii: number): number {
  const largest = [...LEFT.angles, ...RIGHT.angles].map((a) => {
    let most = 0;
    for (let k = a * radii; k < (a + 1) * radii; k++) most = max(most, rise[k] as number);
    return most;
  });
  largest.sort((a, b) => a - b);
  const { least, most } = irisParameters.limbus.typicalStep;
  return min(most, max(least, largest[largest.length >> 1] as number));
}

function bestCentre(field: RiseField, pupil: Circle, r: number): LimbusProposal {
  const { offsetShare, shiftCost } = irisParameters.limbus;
  const reach = max(2, round(offsetShare * r));
  const stride = max(1, round(r / 50));
  const cost = field.typical / (r * r);
  let bestX = 0;
  let bestY = 0;
  let most = -Infinity;
  for (let dy = -reach; dy <= reach; dy += 2 * stride) {
    for (let dx = -reach; dx <= reach; dx += stride) {
      const shift = cost * (shiftCost.x * dx * dx + shiftCost.y * dy * dy);
      if (field.typical - shift <= most) continue;
      const right = sectorStep(field, RIGHT, r, dx, dy);
      const left = sectorStep(field, LEFT, r, dx, dy);
      const step = 0.35 * (left + right) + 0.3 * min(left, right) - shift;
      if (step <= most) continue;
      most = step;
      bestX = dx;
      bestY = dy;
    }
  }
  return { circle: { x: pupil.x + bestX, y: pupil.y + bestY, r }, step: most };
}

/** Mean step over a sector for a circle moved by (dx, dy): to first order the radius changes by the cosine. */
// eslint-disable-next-line max-params -- innermost loop
function sectorStep(
  { from, radii, rise }: RiseField,
  sector: Sector,
  r: number,
  dx: number,
  dy: number,
): number {
  const { angles, cos, sin } = sector;
  let sum = 0;
  for (let i = 0; i < angles.length; i++) {
    const k = floor(r + dx * (cos[i] as number) + dy * (sin[i] as number) + 0.5) - from;
    if (k >= 0 && k < radii) sum += rise[(angles[i] as number) * radii + k] as number;
  }
  return sum / angles.length;
}

function peaks(byRadius: readonly LimbusProposal[]): LimbusProposal[] {
  const sorted = [...byRadius].sort((a, b) => b.step - a.step);
  const kept: LimbusProposal[] = [];
  for (const proposal of sorted) {
    const apart = kept.every((k) => abs(k.circle.r - proposal.circle.r) > 0.09 * k.circle.r);
    if (apart) kept.push(proposal);
    if (kept.length === 3) break;
  }
  return kept;
}
