import { type BodyPosition, EYE_POSITIONS, SLAP_FINGERS } from '@permit/biometrics/codes.ts';
import type { CommandAsk } from '../../kiosk-api.ts';
import type { CaptureStep } from '../../kiosk-views.ts';

/** The steps that a reader serves. */
export type ReaderStep = Exclude<CaptureStep, 'notice' | 'same-person' | 'review'>;

/** What the reader is asked for in a step. */
export function targetOf(step: ReaderStep): CommandAsk<'capture'>['target'] {
  return step === 'portrait' ? 'face' : step;
}

/** The positions that a step takes. */
export function positionsOfStep(step: ReaderStep): readonly BodyPosition[] {
  if (step === 'portrait') return ['face'];
  return step === 'both-irises' ? EYE_POSITIONS : SLAP_FINGERS[step];
}

/** True for the steps that a reader serves. */
export function isReaderStep(step: CaptureStep): step is ReaderStep {
  return step !== 'notice' && step !== 'same-person' && step !== 'review';
}
