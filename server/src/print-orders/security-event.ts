import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

/**
 * Refuses a print program whose order, lease or bytes are not what the server knows: nothing is changed, and one event
 * for the security desk is kept although the request fails.
 */
export async function refuseAndTell(
  tx: Tx,
  { act, printOrderId, code }: { act: string; printOrderId: string; code: 'not-found' | 'lease-lost' },
): Promise<never> {
  const fact = { act, subjectKind: 'print-order', subjectId: printOrderId, purpose: 'security' };
  await recordAudit(tx, fact);
  tx.deps.log.warn(
    { act, printOrderId, accountId: tx.caller.accountPublicId },
    'a print program was refused',
  );
  throw new ApiError(code, { commit: true });
}
