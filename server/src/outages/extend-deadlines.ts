import { calendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { extendForOutages } from '@permit/domain/calendar/outage-extension.ts';
import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Application } from '../applications/application-store.ts';
import { serviceOf } from '../applications/service-of.ts';
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
  const states = statesTouchedBy(outage);
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

/** The states in which an outage kept the filer from acting before their deadline. */
export function statesTouchedBy({ affected }: Pick<OutageRow, 'affected'>): string[] {
  const touched = Object.entries(DOING).filter(
    ([, doing]) => affected.includes('everything') || affected.includes(doing),
  );
  return touched.map(([state]) => state);
}

async function moveGroup(tx: Tx, group: Group): Promise<number> {
  const service = (await currentCatalogue(tx.db)).findVersion(
    group.service_code,
    Number(group.catalogue_version),
  );
  const due = calendarDate(group.due_on);
  const dueAt = service && (await laterEnd(tx, service, { state: group.state, due }));
  if (!dueAt) return 0;
  const of = { service: group.service_code, version: group.catalogue_version, state: group.state, due };
  return move(tx, GROUP, { ...of, dueAt });
}

/**
 * Moves the deadline of one case whose clock has run out, where an outage kept its filer from acting, one that still
 * lasts included: it counts as ending now. False where the case may end. Runs as the job class, under the case's lock.
 */
export async function extendDeadline(tx: Tx, application: Application): Promise<boolean> {
  const { id, state, dueAt: was } = application;
  const due = was && bangkokDate(was);
  const dueAt = due && (await laterEnd(tx, serviceOf(application), { state, due }));
  return dueAt !== undefined && (await move(tx, 'id = :id', { id, dueAt })) > 0;
}

/** The end of the last day after outages; undefined where it stays, or where a round's own last day is law. */
async function laterEnd(
  tx: Tx,
  service: ServiceDefinition,
  { state, due }: { state: ApplicationState; due: CalendarDate },
): Promise<Date | undefined> {
  if (state === 'awaiting-payment' && service.windows.length > 0) return undefined;
  const to = await lastDayAfterOutages(tx, service, { state, due });
  return to === due ? undefined : new Date(bangkokInstant(to, '23:59').getTime() + 59_000);
}

/** The last day of a state's clock after all outages in which its filer could not act; `due` where they move nothing. */
export async function lastDayAfterOutages(
  tx: Tx,
  service: ServiceDefinition,
  { state, due }: { state: ApplicationState; due: CalendarDate },
): Promise<CalendarDate> {
  const rule = applicationMachine.states[state];
  const clock = rule.final ? undefined : service.clocks[rule.clock];
  const doing = DOING[state];
  if (!clock || !doing) return due;
  const now = tx.deps.clock.business();
  const outages = await outageSpans(tx.db, doing, now);
  return extendForOutages(clock, due, { outages, holidays: holidayDates(), now });
}

const GROUP = `service_code = :service AND catalogue_version = :version AND state = :state AND ${DUE_DAY} = :due`;

/** Cases with their open bills, and the payments of many that hold those: the earliest open member is their last day. */
async function move(
  tx: Tx,
  which: string,
  bindings: { readonly dueAt: Date; readonly [name: string]: unknown },
): Promise<number> {
  const { rows } = await tx.db.raw<{ rows: { moved: number }[] }>(
    `WITH moved AS (UPDATE applications SET due_at = :dueAt WHERE ${which} RETURNING id),
     bills_moved AS (
       UPDATE bills SET due_at = :dueAt
        WHERE application_id IN (SELECT id FROM moved) AND paid_at IS NULL AND due_at < :dueAt
        RETURNING id),
     ends AS (
       SELECT m.group_id, min(CASE WHEN v.id IS NULL THEN b.due_at ELSE :dueAt END) AS due_at
       FROM bill_group_members m JOIN bills b ON b.id = m.bill_id LEFT JOIN bills_moved v ON v.id = b.id
       WHERE b.paid_at IS NULL AND m.group_id IN (
         SELECT group_id FROM bill_group_members WHERE bill_id IN (SELECT id FROM bills_moved))
       GROUP BY m.group_id),
     groups_moved AS (
       UPDATE bill_groups g SET due_at = e.due_at FROM ends e WHERE e.group_id = g.id AND g.due_at < e.due_at)
     SELECT count(*)::int AS moved FROM moved`,
    bindings,
  );
  return rows[0]!.moved;
}
