import type { Handler, KioskContext } from '../kiosk-context.ts';
import { requireCapture, requireOperator, requireVisit, stationTime } from '../kiosk-context.ts';
import { captureView } from '../capture/capture-view.ts';
import { type CaptureSession, wipeSession } from '../capture/capture-session.ts';
import { newPublicId } from '../ids.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { languageOf } from './list-visits.ts';

/** The person stands at the station. One capture is open at a time; opening the same visit again goes on with it. */
export const openCapture: Handler<'openCapture'> = async (context, { visitId, language }) => {
  requireOperator(context);
  const { memory } = context;
  if (memory.capture?.visitId === visitId) return changeCapture(context, memory.capture);
  if (memory.capture) throw new KioskProblem('another-capture-open');
  const visit = requireVisit(context, visitId);
  if (!['checked-in', 'in-progress'].includes(visit.state)) throw new KioskProblem('not-checked-in');
  context.personArrives?.(visit.applicationId);
  const { applicationId, applicationNo, ticketNo, workerName, filedPortrait } = visit;
  return changeCapture(context, {
    captureId: newPublicId(),
    ...{ visitId, applicationId, applicationNo, ticketNo, workerName },
    language: language ?? languageOf(visit.language),
    startedAt: stationTime(context),
    training: context.config.training,
    filedPortrait: filedPortrait && {
      mediaType: filedPortrait.mime === 'image/jpeg' ? 'image/jpeg' : 'image/png',
      bytes: Buffer.from(filedPortrait.base64, 'base64'),
    },
    notice: undefined,
    samples: new Map(),
    exceptions: [],
    passportPhoto: undefined,
    exceptionPhoto: undefined,
    samePerson: undefined,
  });
};

/** Puts the changed session in place and tells the screens. */
export function changeCapture(context: KioskContext, session: CaptureSession) {
  context.memory.capture = session;
  const capture = captureView(session);
  context.emit({ type: 'capture', capture });
  return { capture };
}

export const getCapture: Handler<'getCapture'> = async ({ memory }) =>
  memory.capture ? { capture: captureView(memory.capture) } : {};

export const setLanguage: Handler<'setLanguage'> = async (context, { captureId, language }) =>
  changeCapture(context, { ...requireCapture(context, captureId), language });

/** Ends the capture and overwrites what was taken. */
export const abandonCapture: Handler<'abandonCapture'> = async (context, { captureId }) => {
  closeCapture(context, requireCapture(context, captureId));
  return {};
};

/** Forgets an open capture: every biometric byte is overwritten. */
export function closeCapture(context: KioskContext, session: CaptureSession): void {
  context.memory.stopReader?.abort();
  wipeSession(session);
  context.memory.capture = undefined;
  context.emit({ type: 'capture', capture: null });
}
