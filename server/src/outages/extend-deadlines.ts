import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { extendForOutages } from '@permit/domain/calendar/outage-extension.ts';
import { bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { currentCatalogue } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { outageSpans, type Affected, type OutageRow } from './outage-store.ts';

/** What the filer must be able to do in each state in which a deadline of theirs runs. */
const DOING: Partial<Record<ApplicationState, Affected>> = {
  'awaiting-payment': 'payment',
  'needs-documents': 'documents',
  'awaiting-permit-fee': 'payment',
};

interface Group {
  readonly service_code: string;
  readonly catalogue_version: string;
  readonly state: ApplicationState;
  readonly due_on: string;
}

const DUE_DAY = `(due_at AT TIME ZONE 'Asia/Bangkok')::date`;

/**
 * Moves the deadlines of filers that fell into an outage, as the catalogue's data say for each clock; answers how many.
 * A cabinet round's own last day is law and is not moved here. Whole groups with one service, state and day are moved
 * by one statement, so that a hundred thousand cases cost no more than a few. Runs as the job class.
 */
export async function extendDeadlines(tx: Tx, outage: OutageRow): Promise<number> {
  const states = Object.entries(DOING)
    .filter(([, doing]) => touches(outage, doing))
    .map(([state]) => state);
  if (states.length === 0) return 0;
  const groups = await tx
    .db('applications')
    .whereIn('state', states)
    .whereRaw(
      `${DUE_DAY} BETWEEN (?::timestamptz AT TIME ZONE 'Asia/Bangkok')::date AND (?::timestamptz AT TIME ZONE 'Asia/Bangkok')::date`,
      [outage.started_at, outage.ended_at],
    )
    .groupByRaw(`service_code, catalogue_version, state, ${DUE_DAY}`)
    .select<Group[]>('service_code', 'catalogue_version', 'state', tx.db.raw(`${DUE_DAY} AS due_on`));
  let moved = 0;
  for (const group of groups) moved += await moveGroup(tx, group);
  return moved;
}

const touches = (outage: OutageRow, doing: Affected): boolean =>
  outage.affected.includes('everything') || outage.affected.includes(doing);

async function moveGroup(tx: Tx, group: Group): Promise<number> {
  const service = (await currentCatalogue(tx.db)).findVersion(
    group.service_code,
    Number(group.catalogue_version),
  );
  const rule = applicationMachine.states[group.state];
  const clock = rule.final ? undefined : service?.clocks[rule.clock];
  if (!service || !clock || (group.state === 'awaiting-payment' && service.windows.length > 0)) return 0;
  const now = tx.deps.clock.business();
  const due = calendarDate(group.due_on);
  const outages = await outageSpans(tx.db, DOING[group.state]!, now);
  const to = extendForOutages(clock, due, { outages, holidays: holidayDates(), now });
  if (to === due) return 0;
  const dueAt = new Date(bangkokInstant(to, '23:59').getTime() + 59_000);
  const { rows } = await tx.db.raw<{ rows: { moved: number }[] }>(
    `WITH moved AS (
       UPDATE applications SET due_at = :dueAt
        WHERE service_code = :service AND catalogue_version = :version AND state = :state AND ${DUE_DAY} = :due
        RETURNING id),
     bills_moved AS (
       UPDATE bills SET due_at = :dueAt
        WHERE application_id IN (SELECT id FROM moved) AND paid_at IS NULL AND due_at < :dueAt)
     SELECT count(*)::int AS moved FROM moved`,
    {
      ...{ dueAt, due, state: group.state },
      ...{ service: group.service_code, version: group.catalogue_version },
    },
  );
  return rows[0]!.moved;
}
