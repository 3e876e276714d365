import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { decideTicket } from '@permit/domain/cards/decide-ticket.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { visitsApi } from '@permit/domain/contract/visits-api.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { CardState } from '@permit/domain/machines/card-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { openCaseTo } from '../applications/open-case.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { notFound, requireAllowed } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { permitOfCode } from '../permits/accepted-code.ts';
import { describeVisit, findVisit } from './visit-store.ts';

type Input = InputOf<typeof visitsApi.takeTicket>;

/**
 * A same-day walk-in. The number on the receipt brings the case to this centre, if it has been granted, or completed
 * with a reprinted card that lies here; the centre sees it from now on. One open visit a case.
 */
export async function takeTicket(tx: Tx, input: Input): Promise<OutputOf<typeof visitsApi.takeTicket>> {
  const centre = actingParty(tx);
  const publicId = newPublicId();
  await asJob(tx, async () => {
    const application = await lockCase(tx, input);
    const cards = await cardsOf(tx, application.id, centre);
    requireAllowed(decideTicket({ state: application.state, purpose: input.purpose, cards }), 'wrong-state');
    await openCaseTo(tx, application.id, { id: centre }, 'act');
    const day = bangkokDate(tx.deps.clock.business());
    await closeEarlierDays(tx, application.id, day);
    await tx.db('visits').insert({
      id: newId(),
      public_id: publicId,
      application_id: application.id,
      centre_party: centre,
      state: 'ticketed',
      purpose: input.purpose,
      day,
      ticket: await nextTicket(tx, centre, day),
    });
    const fact = { act: 'ticket-taken', subjectKind: 'visit', subjectId: publicId, purpose: 'visit' };
    await recordAudit(tx, { ...fact, applicationId: application.id });
  });
  return describeTicket(tx, publicId);
}

/** The case of the number on the receipt, or of the code on card or phone. */
async function lockCase(
  tx: Tx,
  { applicationNo, qr }: Input,
): Promise<{ id: string; state: ApplicationState }> {
  const where = qr ? { id: (await permitOfCode(tx, qr)).permit.application_id } : { number: applicationNo };
  const application = await tx
    .db('applications')
    .where(where)
    .forUpdate()
    .first<{ id: string; state: ApplicationState } | undefined>('id', 'state');
  if (!application) throw notFound();
  return application;
}

async function cardsOf(tx: Tx, applicationId: string, centre: string) {
  const rows = await tx
    .db('cards')
    .where('application_id', applicationId)
    .select<{ state: CardState; centre_party: string }[]>('state', 'centre_party');
  return rows.map(({ state, centre_party: at }) => ({ state, isHere: at === centre }));
}

/** What an earlier day left open ends now: whoever stands here again is not kept away by it. */
async function closeEarlierDays(tx: Tx, applicationId: string, day: string): Promise<void> {
  await setReason(tx, 'left-open-on-an-earlier-day');
  await tx
    .db('visits')
    .where('application_id', applicationId)
    .where('day', '<', day)
    .whereIn('state', ['booked', 'ticketed', 'checked-in', 'in-progress'])
    .update({
      state: tx.db.raw(`CASE state WHEN 'in-progress' THEN 'cancelled' ELSE 'no-show' END`),
      state_since: tx.db.raw('clock_timestamp()'),
    });
  await setReason(tx, '');
}

/** The ticket as its holder sees it. */
export async function describeTicket(
  tx: Tx,
  publicId: string,
): Promise<OutputOf<typeof visitsApi.takeTicket>> {
  const visit = await findVisit(tx.db, publicId);
  if (!visit) throw notFound();
  return describeVisit(tx.deps.keys, visit);
}

async function nextTicket(tx: Tx, centre: string, day: string): Promise<number> {
  const { rows } = await tx.db.raw<{ rows: { last: number }[] }>(
    `INSERT INTO ticket_counters (centre_party, day, last) VALUES (?, ?, 1)
     ON CONFLICT (centre_party, day) DO UPDATE SET last = ticket_counters.last + 1 RETURNING last`,
    [centre, day],
  );
  return rows[0]!.last;
}
