import type { QualityReason } from '../codes.ts';
import type { PrintAnalysis } from '../fingerprint/analyse-print.ts';
import { fingerMeasures, type FingerMeasures } from './finger-measures.ts';
import { directionalContrast } from './finger-movement.ts';
import { fingerQualityParameters as p } from './finger-quality-parameters.ts';

export interface FingerQuality {
  /** 0-100, higher is better: predicts this engine's genuine scores. It is no NFIQ 2 score. */
  readonly score: number;
  /** Mean share 0..1 of the energy of the print's cells that one wave explains. */
  readonly clarity: number;
  /** What would make the next try better; empty for a good print. */
  readonly reasons: readonly QualityReason[];
  readonly measures: FingerMeasures;
}

/** Measures one analysed print. */
export function fingerQuality(print: PrintAnalysis): FingerQuality {
  const measures = fingerMeasures(print);
  const clarity = meanClarity(print);
  const predicted =
    p.fit.bias +
    p.fit.clarity * clarity +
    p.fit.cells * Math.sqrt(print.mask.count / 1000) +
    p.fit.clearMinutiae * Math.sqrt((measures.clearMinutiae * measures.minutiae) / 30) +
    p.fit.localClarity * measures.LCS.mean;
  const share = (predicted - p.range.worst) / (p.range.best - p.range.worst);
  const score = Math.round(100 * Math.max(0, Math.min(1, share)));
  return { score, clarity, reasons: reasonsOf(print, measures, clarity), measures };
}

function meanClarity({ mask, clarity }: PrintAnalysis): number {
  let sum = 0;
  for (let i = 0; i < mask.cells.data.length; i++) sum += mask.cells.data[i]! * clarity.data[i]!;
  return mask.count > 0 ? sum / mask.count : 0;
}

function reasonsOf(print: PrintAnalysis, measures: FingerMeasures, clarity: number): QualityReason[] {
  const { limits } = p;
  const ratio = measures.RVUP.mean;
  const unclear = clarity < limits.clarity;
  const seen = (reason: QualityReason, holds: boolean): QualityReason[] => (holds ? [reason] : []);
  return [
    ...seen('too-small', print.mask.count < limits.tooSmallCells),
    ...seen('partial', print.mask.count >= limits.tooSmallCells && print.mask.count < limits.partialCells),
    ...seen('off-centre', offCentre(print) > limits.offCentre),
    ...seen('dry', unclear && ratio < limits.dryRatio),
    ...seen('wet', unclear && ratio > limits.wetRatio),
    ...seen('blurred', unclear && ratio >= limits.dryRatio && ratio <= limits.wetRatio),
    ...seen('moved', directionalContrast(print) > limits.movement),
    ...seen('light', measures.MMB > limits.lightGrey),
    ...seen('dark', measures.MMB < limits.darkGrey),
    ...seen('too-few-details', measures.clearMinutiae * measures.minutiae < limits.clearMinutiae),
  ];
}

/** Distance of the print's middle from the picture's, as a share of half the picture. */
function offCentre({ mask, working }: PrintAnalysis): number {
  const { cells, count } = mask;
  if (count === 0) return 0;
  let [x, y] = [0, 0];
  for (let i = 0; i < cells.data.length; i++) {
    x += cells.data[i]! * ((i % cells.width) + 0.5) * 8;
    y += cells.data[i]! * (Math.floor(i / cells.width) + 0.5) * 8;
  }
  const { left, top, width, height } = working.inner;
  const [dx, dy] = [
    (x / count - left - width / 2) / (width / 2),
    (y / count - top - height / 2) / (height / 2),
  ];
  return Math.max(Math.abs(dx), Math.abs(dy));
}
