import type { Region } from './wsq-bands.ts';

/** Right halves, from the centre tap outwards, of the synthesis filters (odd lengths, symmetric). */
export interface SynthesisFilters {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * The synthesis pair of the transmitted analysis pair: each is the other's mirror with alternating signs,
 * low from the analysis high-pass and high from the analysis low-pass (IAFIS-IC-0110 annex A).
 */
export function synthesisFilters(
  analysisLow: readonly number[],
  analysisHigh: readonly number[],
): SynthesisFilters {
  const alternate = (taps: readonly number[]) => taps.map((tap, i) => (i % 2 === 0 ? tap : -tap));
  return { low: alternate(analysisHigh), high: alternate(analysisLow) };
}

/** Joins the four quarters of a region into one band, columns first, in place. */
export function joinRegion(
  plane: Float32Array,
  stride: number,
  region: Region,
  filters: SynthesisFilters,
): void {
  const line = new LineJoiner(filters, Math.max(region.width, region.height));
  for (let x = 0; x < region.width; x++) {
    line.join(plane, {
      start: region.y * stride + region.x + x,
      step: stride,
      count: region.height,
      turned: region.turnedY,
    });
  }
  for (let y = 0; y < region.height; y++) {
    line.join(plane, {
      start: (region.y + y) * stride + region.x,
      step: 1,
      count: region.width,
      turned: region.turnedX,
    });
  }
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly turned: boolean;
}

/** One-dimensional synthesis with whole-sample symmetric extension at both ends. */
class LineJoiner {
  readonly #filters: SynthesisFilters;
  readonly #reach: number;
  /** The low and high samples in turn (low on even places), with mirrored margins. */
  readonly #woven: Float32Array;

  constructor(filters: SynthesisFilters, longest: number) {
    this.#filters = filters;
    this.#reach = Math.max(filters.low.length, filters.high.length);
    this.#woven = new Float32Array(longest + 2 * this.#reach);
  }

  join(plane: Float32Array, line: Line): void {
    this.#weave(plane, line);
    this.#mirror(line.count);
    for (let n = 0; n < line.count; n++) plane[line.start + n * line.step] = this.#sampleAt(n);
  }

  #weave(plane: Float32Array, { start, step, count, turned }: Line): void {
    const lows = Math.ceil(count / 2);
    const highs = count - lows;
    const lowAt = turned ? highs : 0;
    const highAt = turned ? 0 : lows;
    for (let i = 0; i < lows; i++) this.#woven[this.#reach + 2 * i] = plane[start + (lowAt + i) * step]!;
    for (let i = 0; i < highs; i++)
      this.#woven[this.#reach + 2 * i + 1] = plane[start + (highAt + i) * step]!;
  }

  #mirror(count: number): void {
    const woven = this.#woven;
    const period = 2 * (count - 1);
    for (let i = 1; i <= this.#reach; i++) {
      if (count === 1) {
        // A lone sample is a constant line: its low-pass value repeats, its high-pass is nothing.
        const value = i % 2 === 0 ? woven[this.#reach]! : 0;
        woven[this.#reach - i] = value;
        woven[this.#reach + i] = value;
        continue;
      }
      const before = i % period;
      woven[this.#reach - i] = woven[this.#reach + Math.min(before, period - before)]!;
      const behind = (count - 1 + i) % period;
      if (i < this.#reach)
        woven[this.#reach + count - 1 + i] = woven[this.#reach + Math.min(behind, period - behind)]!;
    }
  }

  #sampleAt(n: number): number {
    const { low, high } = this.#filters;
    const woven = this.#woven;
    const centre = n + this.#reach;
    const [same, other] = n % 2 === 0 ? [low, high] : [high, low];
    let sum = same[0]! * woven[centre]!;
    for (let k = 2; k < same.length; k += 2) sum += same[k]! * (woven[centre - k]! + woven[centre + k]!);
    for (let k = 1; k < other.length; k += 2) sum += other[k]! * (woven[centre - k]! + woven[centre + k]!);
    return sum;
  }
}
