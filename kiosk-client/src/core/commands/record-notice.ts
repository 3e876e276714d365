import { APPROVED_NOTICES } from '../capture/approved-notices.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireCapture, requireOperator, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { changeCapture } from './open-capture.ts';

/** The worker was told why biometrics are taken, before the first finger (ui.md, Told before asked). */
export const recordNotice: Handler<'recordNotice'> = async (context, input) => {
  const operator = requireOperator(context);
  const session = requireCapture(context, input.captureId);
  const { how, textVersion, interpreter } = input;
  if (context.config.mode === 'production' && !APPROVED_NOTICES.includes(textVersion)) {
    throw new KioskProblem('notice-not-approved', textVersion);
  }
  const { language } = session;
  const told = { by: operator.operatorId, at: stationTime(context), how, textVersion, language };
  const notice = interpreter === undefined ? told : { ...told, interpreter };
  return changeCapture(context, { ...session, notice });
};
