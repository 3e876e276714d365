import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { getDigitalCard } from './digital-card.ts';
import { getPermit, getStatusList, trustListOf, verifyPermit } from './permit-lookup.ts';
import { revokePermit } from './revoke-permit.ts';

/** Permits and their public proof. */
export function registerPermitRoutes({ route }: Registrar): void {
  route(permitsApi.getPermit, getPermit);
  route(permitsApi.revokePermit, revokePermit);
  route(permitsApi.getDigitalCard, getDigitalCard);
  route(permitsApi.getTrustList, async (tx) => trustListOf(tx.deps.keys));
  route(permitsApi.getStatusList, getStatusList, { as: 'system' });
  route(permitsApi.verifyPermit, verifyPermit, { as: 'system' });
}
