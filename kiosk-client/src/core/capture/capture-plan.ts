import {
  type BodyPosition,
  EYE_POSITIONS,
  FINGER_POSITIONS,
  type FingerPosition,
  SLAP_FINGERS,
  type SlapPosition,
} from '@permit/biometrics/codes.ts';
import type { CaptureStep, PositionView } from '../../kiosk-views.ts';
import type { CaptureSession } from './capture-session.ts';

/** What a capture must have, each as a sample or as a proposed exception (the face has no exception). */
export const REQUIRED_POSITIONS: readonly BodyPosition[] = ['face', ...FINGER_POSITIONS, ...EYE_POSITIONS];

/** Device or station quality from which a sample needs no second try. */
export const GOOD_QUALITY = 40;

/** Tries after which the best sample is taken as it is; the officer sees how often it was tried. */
export const MAX_TRIES = 3;

/** How one position stands. */
export function positionView(session: CaptureSession, position: BodyPosition): PositionView {
  const exception = session.exceptions.find((proposed) => proposed.position === position);
  if (exception) {
    return { position, state: 'exception', reasons: [], attempts: 0, exceptionReason: exception.reason };
  }
  const sample = session.samples.get(position)?.record;
  if (!sample) return { position, state: 'todo', reasons: [], attempts: 0 };
  const { quality, reasons, attempts } = sample;
  const good = (quality ?? 0) >= GOOD_QUALITY;
  const view = { position, state: good ? 'good' : 'poor', reasons, attempts } as const;
  return quality === undefined ? view : { ...view, quality };
}

/** True where this position needs nothing more: good, excepted, or tried often enough. */
export function isSettled({ state, attempts }: PositionView): boolean {
  return state === 'good' || state === 'exception' || (state === 'poor' && attempts >= MAX_TRIES);
}

/** The step that the screens show now. */
export function currentStep(session: CaptureSession): CaptureStep {
  if (!session.notice) return 'notice';
  const open = (positions: readonly BodyPosition[]) =>
    positions.some((position) => !isSettled(positionView(session, position)));
  if (open(['face'])) return 'portrait';
  const slap = (Object.keys(SLAP_FINGERS) as SlapPosition[]).find((name) =>
    open(SLAP_FINGERS[name] as readonly FingerPosition[]),
  );
  if (slap) return slap;
  if (open(EYE_POSITIONS)) return 'both-irises';
  return session.samePerson ? 'review' : 'same-person';
}

/** What still stands between this capture and its seal; empty when nothing does. */
export function missingOf(session: CaptureSession): readonly string[] {
  const missing: string[] = session.notice ? [] : ['notice'];
  for (const position of REQUIRED_POSITIONS) {
    if (!isSettled(positionView(session, position))) missing.push(position);
  }
  if (!session.samePerson) missing.push('same-person');
  return missing;
}
