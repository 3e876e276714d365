import { outagesApi } from '@permit/domain/contract/outages-api.ts';
import { readAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import type { Registrar } from '../http/route.ts';
import { verifyReceipt } from '../receipts/verify-receipt.ts';
import { closeOutage, describe, listOutages, openOutage } from './outage-log.ts';
import { checkAttempt, describeAttempt, recordAttempt } from './record-attempt.ts';

/** When we fail: the public log, what people tried, and whether a receipt is ours. */
export function registerOutageRoutes({ route }: Registrar): void {
  route(outagesApi.listOutages, listOutages);
  route(outagesApi.openOutage, openOutage, {
    replay: {
      ids: ({ outageId }) => ({ outageId }),
      rebuild: (tx, ids) => describe(tx, String(ids['outageId'])),
    },
  });
  route(outagesApi.closeOutage, closeOutage);
  route(outagesApi.recordAttempt, recordAttempt, {
    as: 'system',
    replay: {
      ids: ({ code }) => ({ code }),
      rebuild: (tx, ids) => describeAttempt(tx, readAttemptCode(String(ids['code'])) ?? ''),
    },
  });
  route(outagesApi.checkAttempt, checkAttempt);
  route(outagesApi.verifyReceipt, verifyReceipt);
}
