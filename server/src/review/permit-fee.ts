import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { feesOf } from '@permit/domain/catalogue/fees.ts';
import { draftOf, type Application } from '../applications/application-store.ts';
import { dueAt } from '../applications/clock-of.ts';
import { serviceOf } from '../applications/service-of.ts';
import { feesOfStage, issueBill } from '../bills/issue-bill.ts';
import type { Tx } from '../database/transaction.ts';
import { queueMessage } from '../messages/queue-message.ts';

const FALLBACK_DAYS = 15;

/** Writes the second bill of a case that may have its permit; answers the state that waits for it, or `granted` where nothing is owed. */
export async function billPermitFee(
  tx: Tx,
  application: Application,
): Promise<'awaiting-permit-fee' | 'granted'> {
  const service = serviceOf(application);
  const fees = feesOfStage(feesOf(service, draftOf(tx.deps.keys, application)), 'grant');
  const amountSatang = fees.reduce((sum, { satang }) => sum + satang, 0);
  if (amountSatang === 0) return 'granted';
  const now = tx.deps.clock.business();
  const due =
    dueAt(service, 'awaiting-permit-fee', now) ?? new Date(now.getTime() + FALLBACK_DAYS * 86_400_000);
  const bill = {
    applicationId: application.id,
    applicationNo: application.number!,
    kind: 'permit-fee' as const,
  };
  const { id } = await issueBill(tx, { ...bill, amountSatang, fees, dueAt: due });
  // The first bill is on the screen of whoever files; nobody sits there when the second is written.
  const values = { amountSatang: String(amountSatang), dueOn: bangkokDate(due) };
  await queueMessage(tx, { event: 'bill-due', key: `bill:${id}:due`, to: { case: application.id }, values });
  return 'awaiting-permit-fee';
}
