import type { CommandInput } from '../../kiosk-api.ts';
import { type CaptureSession, holdSample } from '../capture/capture-session.ts';
import { pictureTypeOf } from '../devices/held-sample.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireCapture, requireOperator, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { changeCapture } from './open-capture.ts';

const MAX_PICTURE_BYTES = 4 * 1024 * 1024;

/** A picture from the browser's own camera or the desk scanner. The server decodes and judges it again. */
export const addPicture: Handler<'addPicture'> = async (context, { captureId, of, picture }) => {
  requireOperator(context);
  const session = requireCapture(context, captureId);
  const bytes = Buffer.from(picture.base64, 'base64');
  const mediaType = pictureTypeOf(bytes);
  if (mediaType !== picture.mediaType || bytes.length > MAX_PICTURE_BYTES) {
    throw new KioskProblem('picture-malformed');
  }
  return changeCapture(context, withPicture(session, of, { mediaType, bytes }, stationTime(context)));
};

function withPicture(
  session: CaptureSession,
  of: CommandInput<'addPicture'>['of'],
  picture: { mediaType: 'image/png' | 'image/jpeg'; bytes: Buffer },
  capturedAt: string,
): CaptureSession {
  // Another picture to compare with: the judgement before was about other faces.
  if (of === 'passport-photo') return { ...session, passportPhoto: picture, samePerson: undefined };
  if (of === 'exception-photo') return { ...session, exceptionPhoto: picture };
  if (!session.notice) throw new KioskProblem('notice-first');
  const reader = { model: 'camera of the browser', serial: 'browser', simulated: false };
  const record = { position: 'face', quality: 60, reasons: [], attempts: 1, capturedAt, reader } as const;
  return holdSample(session, { ...picture, picture, record: { ...record, reasons: [] } });
}
