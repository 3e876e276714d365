import type { CaptureSession, SampleBytes } from '../capture/capture-session.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireCapture, requireLease, requireOperator, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { changeCapture } from './open-capture.ts';

/** The pictures of this person that the clerk can lay side by side. */
export const getFaces: Handler<'getFaces'> = async (context, { captureId }) => {
  requireOperator(context);
  requireLease(context, 'seal');
  const faces = facesOf(requireCapture(context, captureId));
  const shown = Object.entries(faces).flatMap(([name, face]) => (face ? [[name, pictureOf(face)]] : []));
  return Object.fromEntries(shown) as Partial<Record<keyof typeof faces, ReturnType<typeof pictureOf>>>;
};

function facesOf(session: CaptureSession) {
  const { passportPhoto, filedPortrait } = session;
  return { passportPhoto, filedPortrait, liveFace: session.samples.get('face')?.picture };
}

function pictureOf({ mediaType, bytes }: SampleBytes) {
  const type = mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return { mediaType: type, base64: Buffer.from(bytes).toString('base64') } as const;
}

/** What the clerk's own eyes found; recorded under their name and signed with the packet. */
export const recordSamePerson: Handler<'recordSamePerson'> = async (context, input) => {
  const operator = requireOperator(context);
  const session = requireCapture(context, input.captureId);
  const { passportPhoto, filedPortrait, liveFace } = facesOf(session);
  if (!liveFace) throw new KioskProblem('no-live-face');
  if (!passportPhoto && !filedPortrait) throw new KioskProblem('nothing-to-compare');
  const compared = [
    ...(passportPhoto ? (['passport-photo'] as const) : []),
    ...(filedPortrait ? (['filed-portrait'] as const) : []),
    'live-face' as const,
  ];
  const judged = { by: operator.operatorId, at: stationTime(context), judgement: input.judgement, compared };
  const samePerson = input.note === undefined ? judged : { ...judged, note: input.note };
  return changeCapture(context, { ...session, samePerson });
};
