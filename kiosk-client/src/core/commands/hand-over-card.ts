import type { CommandInput } from '../../kiosk-api.ts';
import { heldSample } from '../devices/held-sample.ts';
import type { Handler, KioskContext } from '../kiosk-context.ts';
import { requireLease, requireOperator, requireVisit, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { unlockKey } from '../operator-key.ts';
import { ServerProblem } from '../server/server-port.ts';
import { recordCommand } from '../sync/record-command.ts';
import { refreshDay } from '../sync/refresh-day.ts';
import { takeFrames } from './capture.ts';
import { knownOperator } from './sign-in.ts';

/** Takes a fresh sample and asks the server; nothing of it is kept here, and no template ever comes (decisions.md 13). */
export const verifyPerson: Handler<'verifyPerson'> = async (context, { visitId, target }) => {
  requireOperator(context);
  requireLease(context, 'hand-over');
  const { applicationId } = requireVisit(context, visitId);
  context.personArrives?.(applicationId);
  const frames = await takeFrames(context, target);
  const held = await Promise.all(frames.map((frame) => heldSample(frame, stationTime(context))));
  const samples = held.map(({ bytes, record }) => ({
    position: record.position,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const { verified, verificationId, modality, reason } = await context.server.call(
    'station',
    'verifyPerson',
    {
      visitId,
      samples,
    },
  );
  return {
    verified,
    modality,
    ...(verificationId !== undefined && { verificationId }),
    ...(reason !== undefined && { reason }),
  };
};

/** The card into the hand of its person: by 1:1, or on papers before a second member of staff. */
export const handOverCard: Handler<'handOverCard'> = async (context, input) => {
  const operator = requireOperator(context);
  requireLease(context, 'hand-over');
  if (input.by === 'papers-and-second-person' && sameName(input.secondPersonUsername, operator.username)) {
    throw new KioskProblem('same-person');
  }
  try {
    const { permitNo, cardSerial } = await context.server.call('operator', 'handOverCard', asked(input));
    await refreshDay(context);
    return { outcome: 'done', permitNo, cardSerial };
  } catch (error) {
    if (!(error instanceof ServerProblem && error.offline)) throw error;
    context.memory.online = false;
    return recordHandOver(context, input);
  }
};

function asked(input: CommandInput<'handOverCard'>) {
  if (input.by === 'one-to-one') return input;
  const { visitId, by, secondPersonUsername, secondPersonCode } = input;
  const ask = { visitId, by, secondPersonUsername };
  return secondPersonCode === undefined ? ask : { ...ask, secondPersonCode };
}

/** Without a network 1:1 is not possible; two people who are known here may hand over on papers. */
async function recordHandOver(context: KioskContext, input: CommandInput<'handOverCard'>) {
  if (input.by === 'one-to-one') throw new KioskProblem('offline');
  const { operatorId } = requireOperator(context);
  const second = knownOperator(context, input.secondPersonUsername);
  if (!second) throw new KioskProblem('never-signed-in-here');
  if (!unlockKey(second.sealedKey, input.secondPersonPassword ?? ''))
    throw new KioskProblem('wrong-credentials');
  const { visitId, applicationId } = requireVisit(context, input.visitId);
  await recordCommand(context, {
    name: 'handOverCard',
    applicationId,
    input: { visitId, by: input.by, secondPersonId: second.operatorId },
    actor: operatorId,
  });
  return { outcome: 'recorded' as const };
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
