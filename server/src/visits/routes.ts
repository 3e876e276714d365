import { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import { visitsApi } from '@permit/domain/contract/visits-api.ts';
import type { Registrar } from '../http/route.ts';
import { findVisitByCode } from './find-visit.ts';
import { callNext, checkIn, listCentres, queueBoard } from './run-visit.ts';
import { describeTicket, takeTicket } from './take-ticket.ts';

/** Tickets and visits. */
export function registerVisitRoutes({ route }: Registrar): void {
  route(visitsApi.listCentres, listCentres, { as: 'system' });
  route(visitsApi.takeTicket, takeTicket, {
    replay: {
      ids: ({ visitId }) => ({ visitId }),
      rebuild: (tx, ids) => describeTicket(tx, String(ids['visitId'])),
    },
  });
  route(cardProofsApi.findVisit, findVisitByCode);
  route(visitsApi.callNext, callNext);
  route(visitsApi.checkIn, checkIn);
  route(visitsApi.queueBoard, queueBoard, { as: 'system' });
}
