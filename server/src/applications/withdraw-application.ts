import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import { findTransition } from '@permit/domain/machines/machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { lockApplication, moveApplication } from './application-store.ts';

/** Takes an application back; the table says from which states. */
export async function withdrawApplication(
  tx: Tx,
  input: InputOf<typeof filingApi.withdrawApplication>,
): Promise<OutputOf<typeof filingApi.withdrawApplication>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  if (!findTransition(applicationMachine, application.state, 'withdrawn')) throw new ApiError('wrong-state');
  await setReason(tx, 'withdrawn-by-filer');
  await moveApplication(tx.db, application.id, 'withdrawn');
  await settleRenewal(tx, application.renewsPermit);
  const fact = { act: 'application-withdrawn', subjectKind: 'application', subjectId: application.publicId };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'filing' });
  return { state: 'withdrawn' };
}
