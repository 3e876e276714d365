import type { VisitView } from '../../kiosk-views.ts';
import { LanguageName } from '../../kiosk-views.ts';
import type { DayManifest, Handler } from '../kiosk-context.ts';
import { requireDay, requireLease, requireOperator } from '../kiosk-context.ts';
import { waitingPackets } from '../offline-store/station-state.ts';
import { refreshDay } from '../sync/refresh-day.ts';

/** Today's people, fresh where the network allows; names end with the lease. */
export const listVisits: Handler<'listVisits'> = async (context) => {
  requireOperator(context);
  await refreshDay(context);
  requireLease(context, 'read');
  const sealedHere = new Set(waitingPackets(context.store.state()).map(({ visitId }) => visitId));
  const visits = requireDay(context).visits.map((visit) => visitView(visit, sealedHere.has(visit.visitId)));
  return { visits, asOf: new Date(context.memory.dayAsOf).toISOString() };
};

function visitView(visit: DayManifest['visits'][number], sealedHere: boolean): VisitView {
  const { visitId, ticketNo, state, applicationId, applicationNo, workerName, purpose } = visit;
  const { nationality, birthYear, counter } = visit;
  return {
    ...{ visitId, ticketNo, state, applicationId, applicationNo, workerName, purpose, sealedHere },
    language: languageOf(visit.language),
    ...(nationality !== undefined && { nationality }),
    ...(birthYear !== undefined && { birthYear }),
    ...(counter !== undefined && { counter }),
  };
}

/** The worker's language where the station speaks it, Thai otherwise. */
export function languageOf(tag: string): VisitView['language'] {
  const parsed = LanguageName.safeParse(tag);
  return parsed.success ? parsed.data : 'th';
}
