import { scaleCircle } from './circle.ts';
import type { EyePyramid } from './eye-pyramid.ts';
import { irisParameters } from './iris-parameters.ts';
import { proposeLimbus } from './limbus-circle.ts';
import { refineLimbus, type LimbusOutline } from './limbus-contour.ts';
import { glancePupil, refinePupil, type PupilOutline } from './pupil-contour.ts';
import { proposePupils, type ProposalSource } from './pupil-proposals.ts';

/** One reading of where pupil and iris end, in pixels of the fine image. */
export interface EyeSegmentation {
  readonly pupil: PupilOutline;
  readonly limbus: LimbusOutline;
  readonly source: ProposalSource;
  /** 0-1: how much the edges speak for this reading. */
  readonly belief: number;
}

interface SeenPupil {
  readonly outline: PupilOutline;
  readonly source: ProposalSource;
  readonly belief: number;
}

/** The readings worth encoding, best first; empty where nothing looks like an eye. */
export function segmentEye(eye: EyePyramid): EyeSegmentation[] {
  const readings = bestPupils(eye).flatMap((pupil) => limbusReadings(eye, pupil));
  readings.sort((a, b) => b.belief - a.belief);
  const { mostReadings, leastShareOfBest } = irisParameters.segmentation;
  const best = readings[0]?.belief ?? 0;
  return readings.filter(({ belief }) => belief >= leastShareOfBest * best).slice(0, mostReadings);
}

function bestPupils(eye: EyePyramid): SeenPupil[] {
  const { mostPupils, leastPupilBelief } = irisParameters.segmentation;
  const glances = proposePupils(eye.tiny).map(({ circle, source }) => {
    return seenPupil(glancePupil(eye.calm, scaleCircle(circle, 2 * eye.finePerCoarse)), source);
  });
  glances.sort((a, b) => b.belief - a.belief);
  const promising = apart(glances.filter(({ belief }) => belief >= leastPupilBelief)).slice(0, mostPupils);
  return promising.map(({ outline, source }) => seenPupil(refinePupil(eye.calm, outline.circle), source));
}

function seenPupil(outline: PupilOutline, source: ProposalSource): SeenPupil {
  return { outline, source, belief: pupilBelief(outline) };
}

function pupilBelief({ contrast, support }: PupilOutline): number {
  const { fullPupilContrast } = irisParameters.segmentation;
  return support * support * Math.min(1, contrast / fullPupilContrast);
}

/** Proposals that ended on the same edge are one: centres within a fifth of the radius. */
function apart(pupils: readonly SeenPupil[]): SeenPupil[] {
  const kept: SeenPupil[] = [];
  for (const pupil of pupils) {
    const { x, y, r } = pupil.outline.circle;
    const same = kept.some(({ outline: { circle: c } }) => {
      const close = (c.x - x) * (c.x - x) + (c.y - y) * (c.y - y) < 0.04 * r * r;
      return close && Math.abs(c.r - r) < 0.15 * r;
    });
    if (!same) kept.push(pupil);
  }
  return kept;
}

function limbusReadings(eye: EyePyramid, pupil: SeenPupil): EyeSegmentation[] {
  const coarsePupil = scaleCircle(pupil.outline.circle, 1 / eye.finePerCoarse);
  return proposeLimbus(eye.coarse, coarsePupil)
    .filter(({ step }) => step >= irisParameters.segmentation.leastLimbusStep)
    .map(({ circle }) => {
      const limbus = refineLimbus(eye.calm, scaleCircle(circle, eye.finePerCoarse));
      return {
        pupil: pupil.outline,
        limbus,
        source: pupil.source,
        belief: pupil.belief * limbusBelief(limbus),
      };
    })
    .filter(isNested);
}

function limbusBelief({ contrast, support }: LimbusOutline): number {
  return support * Math.min(1, Math.max(0, contrast) / irisParameters.segmentation.fullLimbusContrast);
}

/** The pupil must lie inside the iris, as in a living eye. */
function isNested({ pupil, limbus }: EyeSegmentation): boolean {
  const [dx, dy] = [pupil.circle.x - limbus.circle.x, pupil.circle.y - limbus.circle.y];
  const ratio = pupil.circle.r / limbus.circle.r;
  const { smallestRatio, largestRatio } = irisParameters.limbus;
  return (
    dx * dx + dy * dy < 0.06 * limbus.circle.r * limbus.circle.r &&
    ratio > smallestRatio &&
    ratio < largestRatio
  );
}
