import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { correctionsApi } from '@permit/domain/contract/corrections-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import {
  caseKey,
  draftOf,
  lockApplicationById,
  type Application,
} from '../applications/application-store.ts';
import { indexWorker } from '../applications/index-worker.ts';
import { saveDraft } from '../applications/save-draft.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { markAsGranted } from '../print-orders/as-granted.ts';
import { replaceWaitingOrders } from '../print-orders/replace-waiting-orders.ts';
import { permitQr, workerOnQr } from '../permits/permit-qr.ts';
import { permitOf, type PermitRow } from '../permits/permits-in-force.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { findCorrection, openAsked, type CorrectionRow } from './correction-store.ts';
import { askReprint } from './ask-reprint.ts';
import { correctedDraft, rebuildCorrection } from './request-correction.ts';
import { actsAt } from '../http/acting-party.ts';

type Decide = typeof correctionsApi.decideCorrection;

/** The registrar of the case's office grants a correction as a new revision of the permit, or refuses it. */
export async function decideCorrection(tx: Tx, input: InputOf<Decide>): Promise<OutputOf<Decide>> {
  const { row, permit } = await lockCorrection(tx, input.correctionId);
  if (row.asked_by === tx.caller.personId) throw new ApiError('same-person');
  const application = await lockApplicationById(tx.db, row.application_id);
  if (!application) throw notFound();
  if (!actsAt(tx, application.officeParty)) throw new ApiError('not-your-office');
  if (application.workerPerson === tx.caller.personId) throw new ApiError('same-person');
  if (input.granted) await revise(tx, { row, permit, application });
  await setReason(tx, 'correction-decided');
  await tx
    .db('corrections')
    .where('id', row.id)
    .update({
      state: input.granted ? 'granted' : 'refused',
      state_since: tx.db.raw('clock_timestamp()'),
      decided_by: tx.caller.personId!,
      reason_sealed: sealWords(caseKey(tx.deps.keys, application), input.reason),
    });
  const fact = { act: 'correction-decided', subjectKind: 'permit', subjectId: permit.public_id };
  const detail = { granted: input.granted, fields: row.fields };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'correction', detail });
  const event = input.granted ? 'correction-granted' : 'correction-refused';
  await queueMessage(tx, { event, key: `correction:${row.id}`, to: { case: application.id }, values: {} });
  return rebuildCorrection(tx, input.correctionId);
}

async function lockCorrection(tx: Tx, publicId: string): Promise<{ row: CorrectionRow; permit: PermitRow }> {
  const locked = await tx
    .db('corrections')
    .where('public_id', publicId)
    .forUpdate()
    .first<{ state: string } | undefined>('state');
  const row = await findCorrection(tx, publicId);
  if (!locked || !row) throw notFound();
  if (locked.state !== 'asked') throw new ApiError('wrong-state');
  return { row, permit: await permitOf(tx, row.permit_public_id) };
}

interface Revision {
  readonly row: CorrectionRow;
  readonly permit: PermitRow;
  readonly application: Application;
}

/**
 * The next revision: what stood there before is kept and the data is corrected. Where a card exists, its code is
 * listed as changed if a printed field differs; where none does yet, the card that waits is made of the new data.
 */
async function revise(tx: Tx, { row, permit, application }: Revision): Promise<void> {
  const draft = correctedDraft(draftOf(tx.deps.keys, application), openAsked(tx, row).changes);
  const card = await replaceWaitingOrders(tx, permit.id);
  await asJob(tx, async () => {
    await tx.db('permit_revisions').insert({
      permit_id: permit.id,
      revision: permit.revision,
      application_id: application.id,
      draft_sealed: application.draftSealed,
      correction_id: row.id,
    });
    await saveDraft(tx, application, draft);
    await markAsGranted(tx, application.id);
    if (row.printed && card === 'made') await listAsChanged(tx, permit, row);
    if (card === 'none') await renewCode(tx, permit);
    await tx
      .db('permits')
      .where('id', permit.id)
      .update({ revision: permit.revision + 1 });
    if (row.printed && row.reprint_wanted) await askReprint(tx, row);
  });
  await indexWorker(tx, application, draft);
}

async function listAsChanged(tx: Tx, permit: PermitRow, row: CorrectionRow): Promise<void> {
  const changed = { status_index: permit.status_index, permit_id: permit.id, correction_id: row.id };
  await tx.db('changed_codes').insert(changed).onConflict().ignore();
}

/** The code that is not on any card yet is signed again over the new data. */
async function renewCode(tx: Tx, permit: PermitRow): Promise<void> {
  const application = await lockApplicationById(tx.db, permit.application_id);
  const qr = await permitQr(tx.deps.keys, {
    publicId: permit.public_id,
    kind: 'card',
    statusIndex: permit.status_index,
    category: permit.category,
    period: { from: calendarDate(permit.valid_from), to: calendarDate(permit.valid_to) },
    ...(await workerOnQr(tx, application!)),
    issuedAt: tx.deps.clock.business(),
  });
  await tx.db('permits').where('id', permit.id).update({ qr });
}

/** The asker takes it back while nobody has decided. */
export async function withdrawCorrection(
  tx: Tx,
  input: InputOf<typeof correctionsApi.withdrawCorrection>,
): Promise<OutputOf<typeof correctionsApi.withdrawCorrection>> {
  const row = await findCorrection(tx, input.correctionId);
  if (!row) throw notFound();
  const moved = await asJob(tx, () =>
    tx
      .db('corrections')
      .where({ id: row.id, state: 'asked' })
      .update({ state: 'withdrawn', state_since: tx.db.raw('clock_timestamp()') }),
  );
  if (moved === 0) throw new ApiError('wrong-state');
  const fact = { act: 'correction-withdrawn', subjectKind: 'permit', subjectId: row.permit_public_id };
  await recordAudit(tx, { ...fact, applicationId: row.application_id, purpose: 'correction' });
  return rebuildCorrection(tx, input.correctionId);
}
