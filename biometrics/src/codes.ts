/**
 * Names that every package shares for body positions and capture problems. Constants and types only:
 * this is the one file of `biometrics` that `domain` and `ui` may import.
 */

/** Finger positions by their ISO/IEC 19794-2/-4 code (1-10, right thumb to left little). */
export const FINGER_POSITION_CODE = {
  'right-thumb': 1,
  'right-index': 2,
  'right-middle': 3,
  'right-ring': 4,
  'right-little': 5,
  'left-thumb': 6,
  'left-index': 7,
  'left-middle': 8,
  'left-ring': 9,
  'left-little': 10,
} as const;
export type FingerPosition = keyof typeof FINGER_POSITION_CODE;
export const FINGER_POSITIONS = Object.keys(FINGER_POSITION_CODE) as readonly FingerPosition[];

/** Slap captures of the 4-4-2 sequence by their ISO/IEC 19794-4 code. */
export const SLAP_POSITION_CODE = { 'right-four': 13, 'left-four': 14, 'two-thumbs': 15 } as const;
export type SlapPosition = keyof typeof SLAP_POSITION_CODE;

/** The fingers that each slap shows, from left to right in the image. */
export const SLAP_FINGERS = {
  'right-four': ['right-index', 'right-middle', 'right-ring', 'right-little'],
  'left-four': ['left-little', 'left-ring', 'left-middle', 'left-index'],
  'two-thumbs': ['left-thumb', 'right-thumb'],
} as const satisfies Record<SlapPosition, readonly FingerPosition[]>;

/** Eyes by their ISO/IEC 19794-6:2011 code; right and left are the person's own. */
export const EYE_CODE = { 'right-iris': 1, 'left-iris': 2 } as const;
export type EyePosition = keyof typeof EYE_CODE;
export const EYE_POSITIONS = Object.keys(EYE_CODE) as readonly EyePosition[];

export type BodyPosition = FingerPosition | EyePosition | 'face';

export const MODALITIES = ['finger', 'iris', 'face'] as const;
export type Modality = (typeof MODALITIES)[number];

/** Which modality a position belongs to. */
export function modalityOf(position: BodyPosition): Modality {
  if (position === 'face') return 'face';
  return position in EYE_CODE ? 'iris' : 'finger';
}

/** Why a sample is not good (yet); a screen turns each into one sentence of advice. */
export const QUALITY_REASONS = [
  'dry',
  'wet',
  'light',
  'dark',
  'partial',
  'moved',
  'blurred',
  'eyelid',
  'gaze',
  'off-centre',
  'too-small',
  'too-few-details',
  'reflection',
  'not-a-finger',
  'not-an-eye',
] as const;
export type QualityReason = (typeof QUALITY_REASONS)[number];

/** Why a reader gave nothing; a closed union, so that every screen has an advice for each. */
export const READER_PROBLEMS = [
  'not-found',
  'not-registered',
  'not-ready',
  'busy',
  'removed',
  'timeout',
  'aborted',
  'tampered',
  'wrong-count',
  'wrong-hand',
  'repeated-finger',
  'malformed',
  'unsupported',
  'driver',
  'simulator-refused',
] as const;
export type ReaderProblem = (typeof READER_PROBLEMS)[number];

/** Why a position cannot be captured; proposed by staff, decided by an officer. */
export const EXCEPTION_REASONS = ['missing', 'injured', 'worn', 'bandaged', 'cannot-open', 'other'] as const;
export type ExceptionReason = (typeof EXCEPTION_REASONS)[number];
