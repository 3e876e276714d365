import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { getPermit, getStatusList, trustListOf, verifyPermit } from './permit-lookup.ts';

/** Permits and their public proof. */
export function registerPermitRoutes({ route }: Registrar): void {
  route(permitsApi.getPermit, getPermit);
  route(permitsApi.getTrustList, async (tx) => trustListOf(tx.deps.keys));
  route(permitsApi.getStatusList, getStatusList, { as: 'system' });
  route(permitsApi.verifyPermit, verifyPermit, { as: 'system' });
}
