import { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { describeProof, getCheckProof, proveCheck } from './check-proof.ts';
import { getDigitalCard } from './digital-card.ts';
import { inspectPermit } from './inspect-permit.ts';
import { listPermits } from './list-permits.ts';
import { receiptTrust } from '../receipts/receipt-keys.ts';
import { getPermit, getStatusList, trustListOf, verifyPermit } from './permit-lookup.ts';

/** Permits and their public proof. */
export function registerPermitRoutes({ route }: Registrar): void {
  route(permitsApi.getPermit, getPermit);
  route(permitsApi.getDigitalCard, getDigitalCard);
  route(permitsApi.getTrustList, async ({ deps: { keys } }) => ({
    ...trustListOf(keys),
    receiptKeys: [...receiptTrust(keys).keys],
  }));
  route(permitsApi.getStatusList, getStatusList, { as: 'system' });
  route(permitsApi.verifyPermit, verifyPermit, { as: 'system' });
  route(cardProofsApi.listPermits, listPermits);
  route(cardProofsApi.inspectPermit, inspectPermit);
  route(cardProofsApi.proveCheck, proveCheck, {
    replay: {
      ids: ({ proofId }) => ({ proofId }),
      rebuild: (tx, ids) => describeProof(tx, String(ids['proofId'])),
    },
  });
  route(cardProofsApi.getCheckProof, getCheckProof);
}
