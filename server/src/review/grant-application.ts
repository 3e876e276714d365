import { feesOf } from '@permit/domain/catalogue/fees.ts';
import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { draftOf } from '../applications/application-store.ts';
import { dueAt } from '../applications/clock-of.ts';
import { serviceOf } from '../applications/service-of.ts';
import { feesOfStage, issueBill } from '../bills/issue-bill.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

const FALLBACK_DAYS = 15;

/** The registrar grants: exactly the revision that they saw; the permit fee falls due, or nothing more is owed. */
export async function grantApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.grantApplication>,
): Promise<OutputOf<typeof reviewApi.grantApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-registrar');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const service = serviceOf(application);
  const fees = feesOfStage(feesOf(service, draftOf(tx.deps.keys, application)), 'grant');
  const amountSatang = fees.reduce((sum, { satang }) => sum + satang, 0);
  const now = tx.deps.clock.business();
  const decision = JSON.stringify({ kind: 'granted', revision: application.revision, at: now.toISOString() });
  const changes = { decided_by: tx.caller.personId!, decision };
  if (amountSatang === 0)
    return moveCase(tx, application, { to: 'granted', act: 'application-granted', changes });
  const due =
    dueAt(service, 'awaiting-permit-fee', now) ?? new Date(now.getTime() + FALLBACK_DAYS * 86_400_000);
  const bill = {
    applicationId: application.id,
    applicationNo: application.number!,
    kind: 'permit-fee' as const,
  };
  await issueBill(tx, { ...bill, amountSatang, fees, dueAt: due });
  return moveCase(tx, application, { to: 'awaiting-permit-fee', act: 'application-granted', changes });
}
