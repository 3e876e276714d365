import { ATTEMPT_DAYS } from '@permit/domain/receipts/count-attempt.ts';
import { ofOffice } from '../applications/of-office.ts';
import type { Tx } from '../database/transaction.ts';
import { before, columns, type AttentionQuery } from './attention-query.ts';

const DAY_SECONDS = 86_400;

/**
 * Cases whose clock ended them on a day that an outage would have moved. Nothing reopens an ended case; its filer may
 * file anew by an "I tried" of that outage, so it is listed while one may still be recorded, and until a newer case of
 * the same passport and service was filed.
 */
export const endedInOutage: AttentionQuery = (tx: Tx) =>
  ofOffice(
    tx,
    tx
      .db('missed_deadlines as m')
      .join('outages as o', 'o.id', 'm.outage_id')
      .join('applications as a', 'a.id', 'm.application_id'),
    'a.office_party',
  )
    .where((recent) =>
      recent
        .whereNull('o.ended_at')
        .orWhere('o.ended_at', '>', before(tx, ATTEMPT_DAYS.recordedWithin.value * DAY_SECONDS)),
    )
    .whereRaw(
      `NOT EXISTS (
         SELECT 1 FROM person_index mine
         JOIN person_index same ON same.kind = 'passport' AND same.value = mine.value
         JOIN applications newer ON newer.worker_person = same.person_id
         WHERE mine.person_id = a.worker_person AND mine.kind = 'passport'
           AND newer.service_code = a.service_code AND newer.submitted_at > m.ended_at)`,
    )
    .orderBy('m.due_at')
    .select(
      columns(tx, {
        ...{ subject: 'a.public_id', number: 'a.number', state: 'a.state' },
        ...{ since: 'm.ended_at', due: 'm.due_at' },
      }),
    );
