import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitOrdersApi } from '@permit/domain/contract/permit-orders-api.ts';
import { caseKey, lockApplicationById, type Application } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actsAt } from '../http/acting-party.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { permitOf } from '../permits/permits-in-force.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { issuePermitOrder } from './issue-permit-order.ts';
import { findPermitEnd, rebuildPermitEnd, type PermitEndRow } from './permit-end-store.ts';

type Decide = typeof permitOrdersApi.decidePermitEnd;

/** By whom it was asked is the ground of the order that answers it. */
const GROUND = { holder: 'asked-by-holder', employer: 'asked-by-employer' } as const;

/** The registrar of the case's office ends the permit by an order, or leaves it as it is. */
export async function decidePermitEnd(tx: Tx, input: InputOf<Decide>): Promise<OutputOf<Decide>> {
  const row = await lockPermitEnd(tx, input.requestId);
  if (row.state !== 'asked') throw new ApiError('wrong-state');
  if (row.asked_by === tx.caller.personId) throw new ApiError('same-person');
  const permit = await permitOf(tx, row.permit_public_id);
  const application = await lockApplicationById(tx.db, row.application_id);
  if (!application) throw notFound();
  if (!actsAt(tx, application.officeParty)) throw new ApiError('not-your-office');
  await answer(tx, { row, application, granted: input.granted, words: input.words });
  if (!input.granted) {
    const key = `permit-end:${row.id}:refused`;
    await queueMessage(tx, { event: 'permit-end-refused', key, to: { case: application.id }, values: {} });
    return rebuildPermitEnd(tx, input.requestId);
  }
  const order = { permit, application, kind: 'cancelled', ground: GROUND[row.side] } as const;
  const request = { id: row.id, askedBy: row.asked_by };
  await issuePermitOrder(tx, { ...order, words: input.words, request });
  return rebuildPermitEnd(tx, input.requestId);
}

interface Answer {
  readonly row: PermitEndRow;
  readonly application: Application;
  readonly granted: boolean;
  readonly words: string;
}

async function answer(tx: Tx, { row, application, granted, words }: Answer): Promise<void> {
  await setReason(tx, 'permit-end-decided');
  await tx
    .db('permit_end_requests')
    .where('id', row.id)
    .update({
      state: granted ? 'granted' : 'refused',
      state_since: tx.db.raw('clock_timestamp()'),
      due_at: null,
      decided_by: tx.caller.personId!,
      decided_at: tx.deps.clock.business(),
      answer_sealed: sealWords(caseKey(tx.deps.keys, application), words),
    });
  await setReason(tx, '');
  const fact = { act: 'permit-end-decided', subjectKind: 'permit', subjectId: row.permit_public_id };
  await recordAudit(tx, {
    ...fact,
    applicationId: application.id,
    purpose: 'permit-end',
    detail: { granted },
  });
}

async function lockPermitEnd(tx: Tx, publicId: string): Promise<PermitEndRow> {
  await tx.db('permit_end_requests').where('public_id', publicId).forUpdate().first('id');
  const row = await findPermitEnd(tx, publicId);
  if (!row) throw notFound();
  return row;
}

/** Whoever asked takes it back while nobody has decided. */
export async function withdrawPermitEnd(
  tx: Tx,
  { requestId }: InputOf<typeof permitOrdersApi.withdrawPermitEnd>,
): Promise<OutputOf<typeof permitOrdersApi.withdrawPermitEnd>> {
  const row = await findPermitEnd(tx, requestId);
  if (!row || row.asked_by !== tx.caller.personId) throw notFound();
  const moved = await asJob(tx, () =>
    tx
      .db('permit_end_requests')
      .where({ id: row.id, state: 'asked' })
      .update({ state: 'withdrawn', state_since: tx.db.raw('clock_timestamp()'), due_at: null }),
  );
  if (moved === 0) throw new ApiError('wrong-state');
  const fact = { act: 'permit-end-withdrawn', subjectKind: 'permit', subjectId: row.permit_public_id };
  await recordAudit(tx, { ...fact, applicationId: row.application_id, purpose: 'permit-end' });
  return rebuildPermitEnd(tx, requestId);
}
