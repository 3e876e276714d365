import type { Handler, KioskContext } from '../kiosk-context.ts';
import { requireLease, requireOperator, requireVisit, stationTime } from '../kiosk-context.ts';
import { ServerProblem } from '../server/server-port.ts';
import { recordCommand } from '../sync/record-command.ts';
import { refreshDay } from '../sync/refresh-day.ts';

export const takeTicket: Handler<'takeTicket'> = async (context, input) => {
  requireOperator(context);
  const { visitId, ticketNo } = await context.server.call('operator', 'takeTicket', input);
  await refreshDay(context);
  return { visitId, ticketNo };
};

export const callNext: Handler<'callNext'> = async (context, input) => {
  requireOperator(context);
  const { visit, waiting } = await context.server.call('operator', 'callNext', input);
  await refreshDay(context);
  return visit ? { visitId: visit.visitId, ticketNo: visit.ticketNo, waiting } : { waiting };
};

/** Online by the server; without a network it is recorded, and the server decides it later. */
export const checkIn: Handler<'checkIn'> = async (context, input) => {
  const operator = requireOperator(context);
  try {
    await context.server.call('operator', 'checkIn', input);
    await refreshDay(context);
    return { outcome: 'done' };
  } catch (error) {
    if (!(error instanceof ServerProblem && error.offline)) throw error;
    context.memory.online = false;
  }
  requireLease(context, 'read');
  const { applicationId } = requireVisit(context, input.visitId);
  await recordCommand(context, { name: 'checkIn', applicationId, input, actor: operator.operatorId });
  markCheckedIn(context, input.visitId);
  return { outcome: 'recorded' };
};

function markCheckedIn(context: KioskContext, visitId: string): void {
  const { memory } = context;
  if (!memory.day) return;
  const visits = memory.day.visits.map((visit) =>
    visit.visitId === visitId
      ? { ...visit, state: 'checked-in' as const, since: stationTime(context) }
      : visit,
  );
  memory.day = { ...memory.day, visits };
  context.emit({ type: 'visits-changed' });
}
