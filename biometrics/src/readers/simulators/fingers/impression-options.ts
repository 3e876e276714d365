import type { SeededRandom } from '../seeded-random.ts';

/** How one finger meets the platen. All severities are 0 (none) to 1 (as bad as it gets). */
export interface ImpressionOptions {
  /** Which time this finger is shown: pose and noise differ from take to take. */
  readonly take: number;
  readonly width: number;
  readonly height: number;
  readonly rotationDegrees: number;
  /** Millimetres by which the finger lies right of and below the middle. */
  readonly shiftXmm: number;
  readonly shiftYmm: number;
  /** -1 hardly touching to 1 pressed flat. */
  readonly pressure: number;
  readonly dryness: number;
  readonly wetness: number;
  readonly distortion: number;
  readonly scratches: number;
  readonly wear: number;
  readonly partial: number;
  readonly dirt: number;
  readonly noise: number;
}

const SIZE = { width: 388, height: 374 };

/**
 * Options of one take: drawn from its stream, scaled by `severity` (0 a model pupil, 1 a hard case),
 * with whatever the caller fixes put on top.
 */
export function impressionOptions(
  random: SeededRandom,
  fixed: Partial<ImpressionOptions> & { readonly severity?: number },
): ImpressionOptions {
  const { severity = 0.25, ...given } = fixed;
  const some = (share: number): number => (random.next() < share ? random.next() * severity : 0);
  const drawn = {
    ...SIZE,
    take: 0,
    rotationDegrees: random.normal() * (2 + 8 * severity),
    shiftXmm: random.normal() * (0.3 + 1.2 * severity),
    shiftYmm: random.normal() * (0.4 + 1.5 * severity),
    pressure: random.normal() * (0.1 + 0.45 * severity),
    dryness: 0,
    wetness: 0,
    distortion: severity * random.between(0.2, 1),
    scratches: some(0.6),
    wear: some(0.5),
    partial: some(0.4),
    dirt: severity * random.between(0.2, 1),
    noise: 0.15 + 0.6 * severity * random.next(),
  };
  const skin = random.next() < 0.55 ? 'dryness' : 'wetness';
  return { ...drawn, [skin]: severity * random.between(0.3, 1), ...given };
}
