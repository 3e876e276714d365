import { delegationsApi } from '@permit/domain/contract/delegations-api.ts';
import type { Registrar } from '../http/route.ts';
import { claimAccount, decideClaim, listClaims } from './claims.ts';
import { grantDelegation, listDelegations, revokeDelegation } from './delegations.ts';

/** Powers of attorney, and accounts that go back to their owners. */
export function registerDelegationRoutes({ route }: Registrar): void {
  route(delegationsApi.listDelegations, listDelegations);
  route(delegationsApi.grantDelegation, grantDelegation, {
    replay: {
      ids: ({ delegationId }) => ({ delegationId }),
      rebuild: async (_tx, ids) => ({ delegationId: String(ids['delegationId']) }),
    },
  });
  route(delegationsApi.revokeDelegation, revokeDelegation);
  route(delegationsApi.claimAccount, claimAccount, {
    replay: {
      ids: ({ claimId }) => ({ claimId }),
      rebuild: async (_tx, ids) => ({ claimId: String(ids['claimId']) }),
    },
  });
  route(delegationsApi.listClaims, listClaims);
  route(delegationsApi.decideClaim, decideClaim);
}
