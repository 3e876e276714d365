import { officesApi } from '@permit/domain/contract/offices-api.ts';
import type { Registrar } from '../http/route.ts';
import { createActingOrder, listActingOrders, revokeActingOrder } from './acting-orders.ts';
import { listOffices, listParties, listStaff } from './offices-lookup.ts';

/** Offices, their staff, and who acts as registrar by order. */
export function registerOfficeRoutes({ route }: Registrar): void {
  route(officesApi.listOffices, listOffices);
  route(officesApi.listParties, listParties);
  route(officesApi.listStaff, listStaff);
  route(officesApi.createActingOrder, createActingOrder, {
    replay: {
      ids: ({ orderId }) => ({ orderId }),
      rebuild: async (_tx, ids) => ({ orderId: String(ids['orderId']) }),
    },
  });
  route(officesApi.listActingOrders, listActingOrders);
  route(officesApi.revokeActingOrder, revokeActingOrder);
}
