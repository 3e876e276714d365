import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { centreOf } from '../card-stock/centre-of.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { permitOfCode } from '../permits/accepted-code.ts';
import { describeVisit, selectVisits, visitQuery } from './visit-store.ts';

/** The visit of today, at this centre, of whoever shows the code of a card or phone. */
export async function findVisitByCode(
  tx: Tx,
  { qr }: InputOf<typeof cardProofsApi.findVisit>,
): Promise<OutputOf<typeof cardProofsApi.findVisit>> {
  const { permit } = await asJob(tx, () => permitOfCode(tx, qr));
  const query = visitQuery(tx.db)
    .where({
      'v.application_id': permit.application_id,
      'v.centre_party': centreOf(tx),
      'v.day': bangkokDate(tx.deps.clock.business()),
    })
    .whereIn('v.state', ['booked', 'ticketed', 'checked-in', 'in-progress'])
    .orderBy('v.created_at', 'desc')
    .limit(1);
  const [visit] = await selectVisits(query as never);
  if (!visit) throw notFound();
  const fact = {
    act: 'visit-found-by-code',
    subjectKind: 'visit',
    subjectId: visit.publicId,
    purpose: 'visit',
  };
  await recordAudit(tx, { ...fact, applicationId: visit.applicationId });
  return describeVisit(tx.deps.keys, visit);
}
