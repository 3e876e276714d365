import type { EyePosition, FingerPosition } from '../../codes.ts';
import type { GrayImage } from '../../images/gray-image.ts';
import { eyeOptions, type EyeOptions } from './eyes/eye-options.ts';
import { takeEyePicture } from './eyes/eye-picture.ts';
import { growIris, type IrisMaster } from './eyes/iris-texture.ts';
import { drawPortrait, type PortraitOptions } from './faces/drawn-portrait.ts';
import { takeImpression } from './fingers/finger-impression.ts';
import { growFinger, type FingerMaster } from './fingers/finger-master.ts';
import { impressionOptions, type ImpressionOptions } from './fingers/impression-options.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * A person who does not exist: the same seed always has the same fingers, eyes and face, and the
 * same take of them is the same picture to the byte. Every picture is watermarked.
 */
export interface SyntheticPerson {
  readonly seed: string;
  /** 388x374 at 500 ppi unless asked otherwise. The first call of a finger grows it (about a second). */
  finger(position: FingerPosition, options?: Takes<ImpressionOptions>): GrayImage;
  /** 640x480, near infrared. */
  eye(position: EyePosition, options?: Takes<EyeOptions>): GrayImage;
  /** Colour PNG, 3:4. */
  face(options?: PortraitOptions): Promise<Buffer>;
}

/** Single knobs, or `severity` 0-1 for all that are not named; `take` tells one showing from the next. */
export type Takes<Options> = Partial<Options> & { readonly severity?: number };

export function syntheticPerson(seed: string): SyntheticPerson {
  const fingers = new Map<FingerPosition, FingerMaster>();
  const irises = new Map<EyePosition, IrisMaster>();
  return {
    seed,
    finger: (position, given = {}) => {
      const master = remember(fingers, position, () => growFinger(seed, position));
      const stream = seededRandom(seed, position, 'take', given.take ?? 0);
      return takeImpression(master, impressionOptions(stream, given), `${seed} ${position}`);
    },
    eye: (position, given = {}) => {
      const master = remember(irises, position, () => growIris(seed, position));
      const stream = seededRandom(seed, position, 'take', given.take ?? 0);
      return takeEyePicture(master, eyeOptions(stream, given), `${seed} ${position}`);
    },
    face: (options) => drawPortrait(seed, options),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
