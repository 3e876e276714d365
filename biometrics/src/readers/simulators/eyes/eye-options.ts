import type { SeededRandom } from '../seeded-random.ts';

/** How one eye is seen by the camera. Severities are 0 (none) to 1 (as bad as it gets). */
export interface EyeOptions {
  readonly take: number;
  readonly width: number;
  readonly height: number;
  /** Radius of the iris in pixels of a 640-wide picture, before the eye's own size. */
  readonly irisRadius: number;
  /** Centre of the eye relative to the middle of the picture, in pixels. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Pupil radius over iris radius, 0.2-0.65. */
  readonly dilation: number;
  readonly gazeXdegrees: number;
  readonly gazeYdegrees: number;
  readonly rollDegrees: number;
  /** 0 wide open to 1 shut. */
  readonly eyelids: number;
  readonly lashes: number;
  readonly reflections: number;
  readonly glasses: number;
  readonly defocus: number;
  readonly motion: number;
  readonly noise: number;
}

const SIZE = { width: 640, height: 480 };

/** Options of one take, drawn from its stream and scaled by `severity`; what the caller fixes comes on top. */
export function eyeOptions(
  random: SeededRandom,
  fixed: Partial<EyeOptions> & { readonly severity?: number },
): EyeOptions {
  const { severity = 0.25, ...given } = fixed;
  const some = (share: number): number => (random.next() < share ? random.next() * severity : 0);
  return {
    ...SIZE,
    take: 0,
    irisRadius: 118 + random.normal() * (2 + 4 * severity),
    shiftX: random.normal() * (6 + 18 * severity),
    shiftY: random.normal() * (5 + 12 * severity),
    dilation: Math.min(0.65, Math.max(0.2, 0.38 + random.normal() * (0.03 + 0.1 * severity))),
    gazeXdegrees: random.normal() * (1 + 13 * severity),
    gazeYdegrees: random.normal() * (1 + 7 * severity),
    rollDegrees: random.normal() * (1.2 + 4 * severity),
    eyelids: 0.12 + 0.55 * severity * random.next(),
    lashes: 0.25 + 0.7 * severity * random.next(),
    reflections: some(0.6),
    glasses: some(0.25),
    defocus: 0.08 + 0.75 * severity * random.next(),
    motion: some(0.5),
    noise: 0.15 + 0.8 * severity * random.next(),
    ...given,
  };
}
