import type { BodyPosition } from '../../codes.ts';
import { otherSide } from '../capture-target.ts';

/** What can go wrong before a reader without the reader noticing: guided capture is trained with these. */
export const MISHAPS = ['nobody-there', 'wrong-hand', 'same-finger', 'moved'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** What the person really shows when a position is asked for. `last` is what was shown before. */
export function shownInstead(
  mishap: Mishap | undefined,
  asked: BodyPosition,
  last: BodyPosition | undefined,
): BodyPosition {
  if (mishap === 'wrong-hand') return otherSide(asked);
  if (mishap === 'same-finger' && last !== undefined && asked !== 'face') return last;
  return asked;
}

/** How somebody shows it who does not keep still. */
export const MOVED = { severity: 0.9, distortion: 1, motion: 1 } as const;
