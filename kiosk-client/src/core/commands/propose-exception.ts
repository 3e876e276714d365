import { proposeException as propose } from '../capture/capture-session.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireCapture, requireOperator, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { changeCapture } from './open-capture.ts';

/** A finger or eye that cannot be taken: proposed here with its reason, decided by an officer. */
export const proposeException: Handler<'proposeException'> = async (context, input) => {
  const operator = requireOperator(context);
  const session = requireCapture(context, input.captureId);
  const { position, reason, note } = input;
  if (position === 'face') throw new KioskProblem('invalid-input', 'position');
  const proposed = { by: operator.operatorId, at: stationTime(context), position, reason };
  return changeCapture(context, propose(session, note === undefined ? proposed : { ...proposed, note }));
};

export const withdrawException: Handler<'withdrawException'> = async (context, { captureId, position }) => {
  const session = requireCapture(context, captureId);
  const exceptions = session.exceptions.filter((exception) => exception.position !== position);
  return changeCapture(context, { ...session, exceptions });
};
