import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { fitCircle, smoothRadii, type ClosedContour } from './closed-contour.ts';
import { closedPath } from './closed-path.ts';
import { irisParameters } from './iris-parameters.ts';
import { outwardRise, samplePolar } from './polar-image.ts';
import { unitCircle, type UnitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { abs, max, min } = Math;

export interface LimbusOutline {
  readonly circle: Circle;
  readonly contour: ClosedContour;
  /** Median step in grey levels at the lateral angles. */
  readonly contrast: number;
  /** Share of the lateral angles where the step is clearly there. */
  readonly support: number;
}

/** Follows the outer edge from a circle: polar dynamic programming, trusted at the sides more than at the lids. */
export function refineLimbus(image: GrayImage, proposal: Circle): LimbusOutline {
  const first = followLimbus(image, proposal);
  return followLimbus(image, first.circle);
}

function followLimbus(image: GrayImage, about: Circle): LimbusOutline {
  const { angles, radii, spread, reach, bend, harmonics, unseenWeight } = irisParameters.limbusContour;
  const circle = unitCircle(angles);
  const from = about.r * (1 - spread);
  const step = (2 * spread * about.r) / (radii - 1);
  const rise = outwardRise(samplePolar(image, about, { circle, radii, from, step }), reach);
  const most = typicalStep(rise, circle, radii);
  const gain = rise.map((value) => min(value, most));
  const path = closedPath(gain, angles, radii, bend * most);
  const raw = Float32Array.from(path, (k) => from + k * step);
  const steps = Float32Array.from(path, (k, a) => rise[a * radii + k] as number);
  const lateral = steps.filter((_, a) => isLateral(circle, a)).sort();
  const contrast = lateral[lateral.length >> 1] as number;
  const weights = trust({ circle, raw, steps, about, contrast });
  const support = weights.filter((w, a) => w === 1 && isLateral(circle, a)).length / lateral.length;
  const contour = { x: about.x, y: about.y, radii: smoothRadii(raw, weights, harmonics) };
  const fitted =
    support > 0.2
      ? fitCircle(
          contour,
          weights.map((w) => max(w, unseenWeight)),
          circle,
        )
      : about;
  return { circle: near(fitted, about) ? fitted : about, contour, contrast, support };
}

/** Lateral angles count where the step is seen; those under the lids only where it also lies on the circle. */
function trust(edge: {
  circle: UnitCircle;
  raw: Float32Array;
  steps: Float32Array;
  about: Circle;
  contrast: number;
}): Float32Array {
  const seen = max(3, 0.4 * edge.contrast);
  return edge.raw.map((r, a) => {
    if ((edge.steps[a] as number) < seen) return 0;
    if (isLateral(edge.circle, a)) return 1;
    return abs(r - edge.about.r) < irisParameters.limbusContour.lidTolerance * edge.about.r ? 0.5 : 0;
  });
}

/** The median over the lateral angles of the largest step there: stronger edges are lids and count no more. */
function typicalStep(rise: Float32Array, circle: UnitCircle, radii: number): number {
  const largest: number[] = [];
  for (let a = 0; a < circle.count; a++) {
    if (isLateral(circle, a))
      largest.push(rise.subarray(a * radii, (a + 1) * radii).reduce((x, y) => max(x, y), 0));
  }
  largest.sort((a, b) => a - b);
  const { least, most } = irisParameters.limbus.typicalStep;
  return min(most, max(least, largest[largest.length >> 1] as number));
}

function isLateral(circle: UnitCircle, a: number): boolean {
  const { up, down } = irisParameters.limbus.sector;
  const s = circle.sin[a] as number;
  return s >= -up && s <= down;
}

function near(fitted: Circle, about: Circle): boolean {
  const [dx, dy] = [fitted.x - about.x, fitted.y - about.y];
  const moved = dx * dx + dy * dy < 0.04 * about.r * about.r;
  return moved && abs(fitted.r - about.r) < 0.2 * about.r;
}
