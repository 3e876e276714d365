import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { Application } from '../applications/application-store.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { lastDayAfterOutages, statesTouchedBy } from './extend-deadlines.ts';
import type { OutageRow } from './outage-store.ts';

/** Keeps which deadline a case missed when its clock ended it. Runs as the job class. */
export async function keepMissedDeadline(tx: Tx, { id, state, dueAt }: Application): Promise<void> {
  await tx.db('missed_deadlines').insert({
    ...{ application_id: id, state, due_at: dueAt },
    ended_at: tx.deps.clock.business(),
  });
}

interface Group {
  readonly service_code: string;
  readonly catalogue_version: string;
  readonly state: ApplicationState;
  readonly due_on: string;
}

const DUE_DAY = `(m.due_at AT TIME ZONE 'Asia/Bangkok')::date`;

/**
 * Marks the cases that ended on a day which this outage would have moved, had it been written down in time; answers how
 * many. An ended case is final and no act reopens it: staff are shown it, so that its filer files anew by an "I tried".
 * Runs as the job class.
 */
export async function markEndedInOutage(
  tx: Tx,
  outage: Pick<OutageRow, 'id' | 'affected' | 'started_at' | 'ended_at'>,
): Promise<number> {
  const { started_at, ended_at } = outage;
  const days = [bangkokDate(started_at), bangkokDate(ended_at ?? tx.deps.clock.business())];
  const groups = await tx
    .db('missed_deadlines as m')
    .join('applications as a', 'a.id', 'm.application_id')
    .whereNull('m.outage_id')
    .whereIn('m.state', statesTouchedBy(outage))
    // The days' bounds as moments, so that the index on due_at serves.
    .where('m.due_at', '>=', `${days[0]}T00:00:00+07:00`)
    .where('m.due_at', '<=', `${days[1]}T23:59:59.999+07:00`)
    .groupByRaw(`a.service_code, a.catalogue_version, m.state, ${DUE_DAY}`)
    .select<Group[]>(
      'a.service_code',
      'a.catalogue_version',
      'm.state',
      tx.db.raw(`${DUE_DAY}::text AS due_on`),
    );
  let marked = 0;
  for (const group of groups) if (await wouldHaveMoved(tx, group)) marked += await mark(tx, outage.id, group);
  return marked;
}

/** Also where a round's own last day is law: nobody may move it, and its filer is wronged all the same. */
async function wouldHaveMoved(tx: Tx, group: Group): Promise<boolean> {
  const catalogue = await currentCatalogue(tx.db);
  const service = catalogue.findVersion(group.service_code, Number(group.catalogue_version));
  const due = calendarDate(group.due_on);
  return (
    service !== undefined && (await lastDayAfterOutages(tx, service, { state: group.state, due })) !== due
  );
}

async function mark(tx: Tx, outageId: string, group: Group): Promise<number> {
  const { service_code: service, catalogue_version: version, state, due_on: due } = group;
  const { rowCount } = await tx.db.raw<{ rowCount: number }>(
    `UPDATE missed_deadlines m SET outage_id = :outageId FROM applications a
     WHERE a.id = m.application_id AND m.outage_id IS NULL AND m.state = :state AND ${DUE_DAY} = :due
       AND a.service_code = :service AND a.catalogue_version = :version`,
    { outageId, service, version, state, due },
  );
  return rowCount;
}
