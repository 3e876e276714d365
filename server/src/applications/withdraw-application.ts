import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import { findTransition } from '@permit/domain/machines/machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { caseKey, lockApplication, moveApplication } from './application-store.ts';
import { withdrawalColumn } from './case-words.ts';

/** Takes an application back; the table says from which states. The reason is kept, sealed, with the case. */
export async function withdrawApplication(
  tx: Tx,
  input: InputOf<typeof filingApi.withdrawApplication>,
): Promise<OutputOf<typeof filingApi.withdrawApplication>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  if (!findTransition(applicationMachine, application.state, 'withdrawn')) throw new ApiError('wrong-state');
  await setReason(tx, 'withdrawn-by-filer');
  // Of an erased person nothing is kept.
  const words = application.workerKeyWrapped
    ? withdrawalColumn(caseKey(tx.deps.keys, application), input.reason)
    : {};
  await moveApplication(tx.db, application.id, 'withdrawn', words);
  await settleRenewal(tx, application.renewsPermit);
  const fact = { act: 'application-withdrawn', subjectKind: 'application', subjectId: application.publicId };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'filing' });
  return { state: 'withdrawn' };
}
