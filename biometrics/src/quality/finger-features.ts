import { ALONG, REGION, type FingerBlock } from './finger-blocks.ts';

/** Mean over the 16 pixels along the ridges: one grey for each of the 32 steps across them. */
export function acrossProfile(turned: Float32Array): Float32Array {
  const profile = new Float32Array(REGION);
  for (let row = 0, k = 0; row < REGION; row++)
    for (const end = k + ALONG; k < end; k++) profile[row]! += turned[k]! / ALONG;
  return profile;
}

/**
 * Frequency domain analysis (ISO/IEC 29794-4): the strongest wave of the profile, with 0.3 of its two neighbours,
 * as a share of all; 1 where it is the first or last.
 */
export function frequencyAnalysis(profile: Float32Array): number {
  const half = REGION / 2;
  const amplitude = Array.from({ length: half }, (_, n) => waveAmplitude(profile, n + 1));
  const top = amplitude.indexOf(Math.max(...amplitude));
  if (top === 0 || top === half - 1) return 1;
  const sum = amplitude.reduce((total, value) => total + value, 0);
  return sum > 0 ? (amplitude[top]! + 0.3 * (amplitude[top - 1]! + amplitude[top + 1]!)) / sum : 0;
}

const COSINES = Float32Array.from({ length: REGION }, (_, k) => Math.cos((2 * Math.PI * k) / REGION));

function waveAmplitude(profile: Float32Array, cycles: number): number {
  let re = 0;
  let im = 0;
  for (let k = 0; k < REGION; k++) {
    re += profile[k]! * COSINES[(cycles * k) & (REGION - 1)]!;
    im += profile[k]! * COSINES[(cycles * k + (3 * REGION) / 4) & (REGION - 1)]!;
  }
  return Math.sqrt(re * re + im * im);
}

/** Greys on the least-squares line through the profile: what is darker is ridge. */
export function ridgeThreshold(profile: Float32Array): Float32Array {
  const middle = (REGION - 1) / 2;
  let sum = 0;
  for (let k = 0; k < REGION; k++) sum += profile[k]!;
  const mean = sum / REGION;
  let slope = 0;
  let square = 0;
  for (let k = 0; k < REGION; k++) {
    slope += (k - middle) * (profile[k]! - mean);
    square += (k - middle) ** 2;
  }
  const limits = new Float32Array(REGION);
  for (let k = 0; k < REGION; k++) limits[k] = mean + (slope / square) * (k - middle);
  return limits;
}

/** Widths of the ridges and valleys that lie wholly inside the profile, in order. */
export function ridgeRuns(profile: Float32Array): { readonly ridge: boolean; readonly width: number }[] {
  const limit = ridgeThreshold(profile);
  const runs: { ridge: boolean; width: number }[] = [];
  for (let k = 0; k < REGION; k++) {
    const ridge = profile[k]! < limit[k]!;
    const last = runs[runs.length - 1];
    if (last?.ridge === ridge) last.width++;
    else runs.push({ ridge, width: 1 });
  }
  return runs.slice(1, -1);
}

/** Widths at 500 ppi that a ridge and a valley may have (29794-4: 5 px at 125 ppi is 1, ridges 3-10, valleys 2-10). */
const WIDTHS = { ridge: { least: 3, most: 10 }, valley: { least: 2, most: 10 } } as const;

/** Local clarity score: 1 less the mean share of pixels on the wrong side of the threshold; 0 at implausible widths. */
export function localClarity(turned: Float32Array, profile: Float32Array): number {
  const runs = ridgeRuns(profile);
  const [ridge, valley] = [meanWidth(runs, true), meanWidth(runs, false)];
  if (!plausible(ridge, WIDTHS.ridge) || !plausible(valley, WIDTHS.valley)) return 0;
  const limit = ridgeThreshold(profile);
  const count = { ridge: 0, wrongRidge: 0, valley: 0, wrongValley: 0 };
  for (let row = 0; row < REGION; row++) {
    const dark = darkIn(turned, row, limit[row]!);
    if (profile[row]! < limit[row]!) {
      count.ridge += ALONG;
      count.wrongRidge += ALONG - dark;
    } else {
      count.valley += ALONG;
      count.wrongValley += dark;
    }
  }
  return (
    1 - (count.wrongRidge / Math.max(1, count.ridge) + count.wrongValley / Math.max(1, count.valley)) / 2
  );
}

/** Pixels of a row that are darker than the limit. */
function darkIn(turned: Float32Array, row: number, limit: number): number {
  let dark = 0;
  for (let k = row * ALONG; k < (row + 1) * ALONG; k++) if (turned[k]! < limit) dark++;
  return dark;
}

function meanWidth(runs: readonly { ridge: boolean; width: number }[], ridge: boolean): number {
  const own = runs.filter((run) => run.ridge === ridge);
  return own.reduce((sum, run) => sum + run.width, 0) / Math.max(1, own.length);
}

function plausible(
  width: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return width >= least && width <= most;
}

/** Ridge width by the width of the valley beside it, for each neighbouring pair. */
export function widthRatios(profile: Float32Array): number[] {
  const runs = ridgeRuns(profile);
  return runs.slice(1).map((run, k) => (run.ridge ? run.width / runs[k]!.width : runs[k]!.width / run.width));
}

/** Orientation flow: mean turn against the neighbours beyond 4 degrees, 0 (smooth) to 1 (a right angle). */
export function orientationFlow(
  block: FingerBlock,
  at: ReadonlyMap<string, FingerBlock>,
): number | undefined {
  const turns: number[] = [];
  for (let k = 0; k < 9; k++) {
    const other = at.get(`${block.col + (k % 3) - 1},${block.row + Math.floor(k / 3) - 1}`);
    if (k === 4 || !other) continue;
    const turn =
      Math.abs(
        Math.atan2(Math.sin(2 * (block.angle - other.angle)), Math.cos(2 * (block.angle - other.angle))),
      ) / 2;
    turns.push((turn * 180) / Math.PI);
  }
  if (turns.length === 0) return undefined;
  const mean = turns.reduce((sum, turn) => sum + turn, 0) / turns.length;
  return Math.max(0, mean - 4) / (90 - 4);
}
