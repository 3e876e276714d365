import { type FingerPosition, SLAP_FINGERS } from '@permit/biometrics/codes.ts';
import type { CaptureStep, PositionView } from '../../kiosk-views.ts';
import { EyePicture } from './eye-picture.tsx';
import { FacePicture } from './face-picture.tsx';
import { HandPicture, type MarkState } from './hand-picture.tsx';

/** The picture of one step: which fingers, which eyes, or the face, with what is done already. */
export function StepPicture({ step, positions }: { step: CaptureStep; positions: readonly PositionView[] }) {
  const stateOf = (position: string) => positions.find((view) => view.position === position)?.state ?? 'todo';
  if (step in SLAP_FINGERS) {
    const asked: readonly FingerPosition[] = SLAP_FINGERS[step as keyof typeof SLAP_FINGERS];
    const marks = asked.map((position) => [position, markOf(stateOf(position))] as const);
    return <HandPicture marks={Object.fromEntries(marks)} />;
  }
  if (step === 'both-irises') {
    return <EyePicture right={markOf(stateOf('right-iris'))} left={markOf(stateOf('left-iris'))} />;
  }
  return <FacePicture />;
}

/** How a position's state is drawn. */
export function markOf(state: PositionView['state']): MarkState {
  return state === 'todo' ? 'asked' : state;
}
