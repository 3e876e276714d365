import type { GrayImage } from '../images/gray-image.ts';
import type { Circle } from './circle.ts';
import { fitCircle, smoothRadii, type ClosedContour } from './closed-contour.ts';
import { closedPath } from './closed-path.ts';
import { irisParameters } from './iris-parameters.ts';
import { outwardRise, samplePolar } from './polar-image.ts';
import { unitCircle } from './unit-circle.ts';

/** A pupil outline with the evidence for it. */
export interface PupilOutline {
  readonly circle: Circle;
  readonly contour: ClosedContour;
  /** Median step in grey levels across the outline. */
  readonly contrast: number;
  /** Share of angles where the step is clearly there. */
  readonly support: number;
}

/** How far the outline is looked for: wide for a proposal, then nearer and nearer, in shares of the radius so far. */
const PASSES = [
  { from: 0.45, to: 1.75 },
  { from: 0.65, to: 1.4 },
  { from: 0.75, to: 1.28 },
] as const;

/** A quick look at a proposed circle, with few angles: enough to see whether a pupil is there. */
export function glancePupil(image: GrayImage, proposal: Circle): PupilOutline {
  const { glanceAngles, glanceRadii } = irisParameters.pupilContour;
  const [wide, narrow] = PASSES;
  const first = followEdge(image, proposal, { ...wide, angles: glanceAngles, radii: glanceRadii });
  return followEdge(image, first.circle, { ...narrow, angles: glanceAngles, radii: glanceRadii });
}

/** Follows the pupil's edge from a circle near it: two passes, the second about the circle of the first. */
export function refinePupil(image: GrayImage, near: Circle): PupilOutline {
  const { angles, radii } = irisParameters.pupilContour;
  const [, middle, narrow] = PASSES;
  const first = followEdge(image, near, { ...middle, angles, radii });
  return followEdge(image, first.circle, { ...narrow, angles, radii });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly angles: number;
  readonly radii: number;
}

function followEdge(image: GrayImage, about: Circle, span: Span): PupilOutline {
  const { reach, bend, mostStep, harmonics } = irisParameters.pupilContour;
  const { angles, radii } = span;
  const circle = unitCircle(angles);
  const from = about.r * span.from;
  const step = (about.r * (span.to - span.from)) / (radii - 1);
  const rise = outwardRise(samplePolar(image, about, { circle, radii, from, step }), reach);
  const gain = rise.map((value) => (value < mostStep ? value : mostStep));
  const path = closedPath(gain, angles, radii, bend);
  const steps = Float32Array.from(path, (k, a) => rise[a * radii + k] as number);
  const contrast = steps.slice().sort()[angles >> 1] as number;
  const seen = Math.max(6, 0.35 * contrast);
  const weights = steps.map((value) => (value > seen ? 1 : 0));
  const support = weights.reduce((sum, w) => sum + w, 0) / angles;
  const raw = Float32Array.from(path, (k) => from + k * step);
  const contour = { x: about.x, y: about.y, radii: smoothRadii(raw, weights, harmonics) };
  const fitted = support > 0.2 ? fitCircle(contour, weights, circle) : about;
  return { circle: limit(fitted, about), contour, contrast, support };
}

/** A fit from few points must not run away: half a radius is as far as a pass may move. */
function limit(fitted: Circle, about: Circle): Circle {
  const [dx, dy] = [fitted.x - about.x, fitted.y - about.y];
  const far = dx * dx + dy * dy > 0.25 * about.r * about.r;
  return far || fitted.r > 2 * about.r || fitted.r < 0.4 * about.r ? about : fitted;
}
