import {
  EYE_CODE,
  EYE_POSITIONS,
  FINGER_POSITIONS,
  SLAP_FINGERS,
  modalityOf,
  type BodyPosition,
  type Modality,
} from '../codes.ts';
import type { CaptureTarget } from './reader.ts';

export const FINGER_TARGETS: readonly CaptureTarget[] = [
  ...FINGER_POSITIONS,
  'right-four',
  'left-four',
  'two-thumbs',
];
export const IRIS_TARGETS: readonly CaptureTarget[] = [...EYE_POSITIONS, 'both-irises'];
export const CAPTURE_TARGETS: readonly CaptureTarget[] = [...FINGER_TARGETS, ...IRIS_TARGETS, 'face'];

/** The positions that a target shows, left to right in the picture for a slap, right eye first, without the missing. */
export function positionsOf(
  target: CaptureTarget,
  missing: readonly BodyPosition[] = [],
): readonly BodyPosition[] {
  return wholeTarget(target).filter((position) => !missing.includes(position));
}

export function modalityOfTarget(target: CaptureTarget): Modality {
  return modalityOf(wholeTarget(target)[0]!);
}

function wholeTarget(target: CaptureTarget): readonly BodyPosition[] {
  if (target === 'both-irises') return EYE_POSITIONS;
  if (target === 'face' || target in EYE_CODE) return [target as BodyPosition];
  if (target in SLAP_FINGERS) return SLAP_FINGERS[target as keyof typeof SLAP_FINGERS];
  return [target as BodyPosition];
}

/** The same finger or eye of the other side; a face is its own. */
export function otherSide(position: BodyPosition): BodyPosition {
  const swapped = position.startsWith('left')
    ? position.replace('left', 'right')
    : position.replace('right', 'left');
  return swapped as BodyPosition;
}
