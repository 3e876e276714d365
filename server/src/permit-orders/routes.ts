import { permitOrdersApi } from '@permit/domain/contract/permit-orders-api.ts';
import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { decidePermitEnd, withdrawPermitEnd } from './decide-permit-end.ts';
import { findPermit, listOrderGrounds, listPermitEnds, listPermitOrders } from './list-permit-orders.ts';
import { rebuildPermitEnd } from './permit-end-store.ts';
import { requestPermitEnd } from './request-permit-end.ts';
import { revokePermit } from './revoke-permit.ts';

/** Orders that end a permit, and requests to end one. */
export function registerPermitOrderRoutes({ route }: Registrar): void {
  route(permitsApi.revokePermit, revokePermit);
  route(permitOrdersApi.findPermit, findPermit);
  route(permitOrdersApi.listPermitOrders, listPermitOrders);
  route(permitOrdersApi.listOrderGrounds, listOrderGrounds);
  route(permitOrdersApi.requestPermitEnd, requestPermitEnd, {
    replay: {
      ids: ({ requestId }) => ({ requestId }),
      rebuild: (tx, { requestId }) => rebuildPermitEnd(tx, String(requestId)),
    },
  });
  route(permitOrdersApi.withdrawPermitEnd, withdrawPermitEnd);
  route(permitOrdersApi.listPermitEnds, listPermitEnds);
  route(permitOrdersApi.decidePermitEnd, decidePermitEnd);
}
