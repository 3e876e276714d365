import type { CaptureView } from '../../kiosk-views.ts';
import { currentStep, missingOf, positionView, REQUIRED_POSITIONS } from './capture-plan.ts';
import type { CaptureSession } from './capture-session.ts';

/** What the screens see of a capture: no picture, no sample. */
export function captureView(session: CaptureSession): CaptureView {
  const { captureId, visitId, applicationNo, ticketNo, workerName, language } = session;
  const missing = [...missingOf(session)];
  return {
    ...{ captureId, visitId, applicationNo, ticketNo, workerName, language },
    step: currentStep(session),
    ...(session.notice && { notice: session.notice.how }),
    positions: REQUIRED_POSITIONS.map((position) => positionView(session, position)),
    ...(session.samePerson && { samePerson: session.samePerson.judgement }),
    hasPassportPhoto: session.passportPhoto !== undefined,
    hasFiledPortrait: session.filedPortrait !== undefined,
    missing,
    canSeal: missing.length === 0 && session.samePerson?.judgement !== 'different',
  };
}
