import { decideHandOver } from '@permit/domain/cards/hand-over-policy.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { lockApplicationById, moveApplication } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { lockVisit, moveVisit, type Visit } from '../visits/visit-store.ts';
import { IN_FORCE, type PermitRow } from '../permits/permits-in-force.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { secondPerson } from './second-person.ts';

type Input = InputOf<typeof permitsApi.handOverCard>;
type Output = OutputOf<typeof permitsApi.handOverCard>;

/** How long a verification at the station stays good for the hand-over that follows it. */
const VERIFICATION_MINUTES = 15;

interface CardRow {
  id: string;
  permit_id: string;
  serial: string;
  centre_party: string;
}

/** The card is in the hand of its person; the permit is active, the visit done, the case completed. */
export async function handOverCard(tx: Tx, input: Input): Promise<Output> {
  requireAllowed(decideHandOver(input.by));
  const visit = await lockVisit(tx.db, input.visitId);
  if (!visit) throw notFound();
  const card = await readyCard(tx, visit);
  const permit = await tx.db('permits').where('id', card.permit_id).first<PermitRow>();
  if (!IN_FORCE.includes(permit.state)) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  const proof =
    input.by === 'one-to-one'
      ? await useVerification(tx, visit, input)
      : { second_person: await secondPerson(tx, input) };
  const handedOverAt = tx.deps.clock.now();
  await tx
    .db('cards')
    .where('id', card.id)
    .update({
      state: 'handed-over',
      state_since: tx.db.raw('clock_timestamp()'),
      handed_over_by: tx.caller.personId ?? null,
      handed_over_at: handedOverAt,
      handed_over_how: input.by,
      shelf: null,
      ...proof,
    });
  // The old permit first: nobody holds two in force.
  await complete(tx, visit.applicationId);
  // A renewal that is pending stays so: a reprinted card in the hand decides nothing.
  await tx
    .db('permits')
    .where({ id: card.permit_id, state: 'temporary' })
    .update({ state: 'active', state_since: tx.db.raw('clock_timestamp()') });
  await moveVisit(tx.db, visit.id, 'done');
  const fact = {
    act: 'card-handed-over',
    subjectKind: 'visit',
    subjectId: visit.publicId,
    purpose: 'hand-over',
  };
  await recordAudit(tx, {
    ...fact,
    applicationId: visit.applicationId,
    detail: { by: input.by, serial: card.serial },
  });
  return describeHandOver(tx, visit.publicId);
}

async function readyCard(tx: Tx, visit: Visit): Promise<CardRow> {
  const cards = await tx
    .db('cards')
    .where({ application_id: visit.applicationId, state: 'ready' })
    .forUpdate()
    .select<CardRow[]>('id', 'permit_id', 'serial', 'centre_party');
  if (cards.length === 0) throw new ApiError('wrong-state', { detailCode: 'no-card-ready' });
  const here = cards.find(({ centre_party: at }) => at === visit.centreParty);
  if (!here) throw new ApiError('wrong-state', { detailCode: 'card-elsewhere' });
  return here;
}

/** The hand-over of a visit as it stands; also built again for a repeated key. */
export async function describeHandOver(tx: Tx, visitPublicId: string): Promise<Output> {
  const row = await tx
    .db('visits as v')
    .join('cards as k', 'k.application_id', 'v.application_id')
    .join('permits as m', 'm.id', 'k.permit_id')
    .where('v.public_id', visitPublicId)
    .whereNotNull('k.handed_over_at')
    .orderBy('k.handed_over_at', 'desc')
    .first<{ permit_no: string; state: PermitState; serial: string; handed_over_at: Date } | undefined>(
      'm.permit_no',
      'm.state',
      'k.serial',
      'k.handed_over_at',
    );
  if (!row) throw notFound();
  return {
    permitNo: row.permit_no,
    permitState: row.state,
    cardSerial: row.serial,
    handedOverAt: row.handed_over_at.toISOString(),
  };
}

/** A verification counts once, for this visit, and only for some minutes. */
async function useVerification(tx: Tx, visit: Visit, input: Input): Promise<{ verification_id: string }> {
  const since = new Date(tx.deps.clock.now().getTime() - VERIFICATION_MINUTES * 60_000);
  const verification = await tx
    .db('verifications')
    .where({ public_id: input.verificationId ?? '', visit_id: visit.id, verified: true })
    .whereNull('used_at')
    .where('at', '>', since)
    .forUpdate()
    .first<{ id: string } | undefined>('id');
  if (!verification) throw new ApiError('not-verified');
  await tx.db('verifications').where('id', verification.id).update({ used_at: tx.deps.clock.now() });
  return { verification_id: verification.id };
}

async function complete(tx: Tx, applicationId: string): Promise<void> {
  const application = await lockApplicationById(tx.db, applicationId);
  if (application?.state !== 'granted') return;
  await moveApplication(tx.db, applicationId, 'completed');
  await settleRenewal(tx, application.renewsPermit);
}
