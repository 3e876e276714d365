import type { PrintAnalysis } from '../fingerprint/analyse-print.ts';
import { fingerBlocks } from './finger-blocks.ts';
import {
  acrossProfile,
  frequencyAnalysis,
  localClarity,
  orientationFlow,
  widthRatios,
} from './finger-features.ts';

/** A local feature over the whole print: mean, deviation, and counts in ten bins. */
export interface LocalFeature {
  readonly mean: number;
  readonly deviation: number;
  readonly histogram: readonly number[];
}

/** Native features in the sense of ISO/IEC 29794-4 (the ones that NFIQ 2 feeds to its forest), plus our own. */
export interface FingerMeasures {
  /** Frequency domain analysis, local clarity, orientation certainty, orientation flow, ridge by valley width. */
  readonly FDA: LocalFeature;
  readonly LCS: LocalFeature;
  readonly OCL: LocalFeature;
  readonly OF: LocalFeature;
  readonly RVUP: LocalFeature;
  /** Mean grey of the picture, and mean of the means of the print's regions. */
  readonly mu: number;
  readonly MMB: number;
  /** Regions that hold ridges, the sum of their coherence, and their share of the picture. */
  readonly regions: number;
  readonly coherenceSum: number;
  readonly area: number;
  readonly minutiae: number;
  /** Share of minutiae whose surroundings are clear. */
  readonly clearMinutiae: number;
}

/** Upper edges of the first nine bins of each feature (29794-4). */
const BINS = {
  FDA: [0.268, 0.304, 0.33, 0.355, 0.38, 0.407, 0.44, 0.5, 1],
  LCS: [0, 0.7, 0.74, 0.77, 0.79, 0.81, 0.83, 0.85, 0.87],
  OCL: [0.337, 0.479, 0.579, 0.655, 0.716, 0.766, 0.81, 0.852, 0.898],
  OF: [0.01715, 0.035, 0.0557, 0.081, 0.115, 0.1718, 0.2569, 0.4758, 0.748],
  RVUP: [0.5, 0.667, 0.8, 1, 1.25, 1.5, 2, 24, 30],
} as const;

export function fingerMeasures(print: PrintAnalysis): FingerMeasures {
  const blocks = fingerBlocks(print.working);
  const at = new Map(blocks.map((block) => [`${block.col},${block.row}`, block]));
  const windows = blocks.flatMap(({ turned }) =>
    turned ? [{ turned, profile: acrossProfile(turned) }] : [],
  );
  const { inner } = print.working;
  return {
    FDA: summary(
      'FDA',
      windows.map(({ profile }) => frequencyAnalysis(profile)),
    ),
    LCS: summary(
      'LCS',
      windows.map(({ turned, profile }) => localClarity(turned, profile)),
    ),
    OCL: summary(
      'OCL',
      blocks.map((block) => block.certainty),
    ),
    OF: summary(
      'OF',
      blocks.flatMap((block) => orientationFlow(block, at) ?? []),
    ),
    RVUP: summary(
      'RVUP',
      windows.flatMap(({ profile }) => widthRatios(profile)),
    ),
    mu: 255 - meanInside(print),
    MMB: mean(blocks.map((block) => block.mean)),
    regions: blocks.length,
    coherenceSum: blocks.reduce((sum, block) => sum + block.certainty, 0),
    area: (print.mask.count * 64) / (inner.width * inner.height),
    minutiae: print.minutiae.length,
    clearMinutiae: mean(print.minutiae.map((minutia) => (minutia.quality >= 70 ? 1 : 0))),
  };
}

function meanInside({ working }: PrintAnalysis): number {
  const { left, top, width, height } = working.inner;
  let sum = 0;
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) sum += working.data[y * working.width + x]!;
  return sum / (width * height);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function summary(feature: keyof typeof BINS, values: readonly number[]): LocalFeature {
  const average = mean(values);
  const histogram = new Array<number>(10).fill(0);
  for (const value of values) {
    const bin = BINS[feature].findIndex((edge) => value <= edge);
    histogram[bin < 0 ? 9 : bin]!++;
  }
  return {
    mean: average,
    deviation: Math.sqrt(mean(values.map((value) => (value - average) ** 2))),
    histogram,
  };
}
