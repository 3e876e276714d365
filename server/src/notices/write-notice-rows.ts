import { calendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { effectOf } from '@permit/domain/notices/employment-act.ts';
import {
  dutyClockOf,
  leaverTiming,
  timingOf,
  type DayFacts,
  type Timing,
} from '@permit/domain/notices/notice-timing.ts';
import { indexRows, readableFacts, workerRecordOf } from '../applications/worker-record.ts';
import type { Tx } from '../database/transaction.ts';
import { actsOf, byPermit } from '../employments/employment-store.ts';
import { employerIdentity, employerKeyAmong } from '../employments/employer-identity.ts';
import { lockEmployments, settleEmployments } from '../employments/settle-employment.ts';
import { ensureGrantedActs } from '../employments/granted-acts.ts';
import { newId } from '../ids.ts';
import { newPersonKey, sealJson } from '../vault/person-vault.ts';
import type { JudgedRow, NoticeAsTyped } from './judge-row.ts';
import type { Match } from './match-permits.ts';

/** A row that was received, with the permit that it speaks of. */
export interface ReceivedRow extends JudgedRow, Match {
  readonly id: string;
  readonly repeats: string | undefined;
}

export interface NoticeToWrite extends NoticeAsTyped {
  readonly id: string;
  readonly revision: number;
  readonly filedByParty: string;
  readonly filedOn: CalendarDate;
  readonly language: string;
}

/** Writes the workers of a notice, each under a key of their own. Runs as the job class. */
export async function writeWorkers(
  tx: Tx,
  notice: NoticeToWrite,
  rows: readonly ReceivedRow[],
): Promise<void> {
  const { keys } = tx.deps;
  const made = rows.map((row) => {
    const person = newPersonKey(keys, newId());
    const record = workerRecordOf(row.draft);
    return {
      person: {
        id: person.personId,
        wrapped_key: person.wrapped,
        sealed: sealJson(person, 'person', record),
        language: notice.language,
        ...readableFacts(row.draft),
      },
      worker: {
        id: row.id,
        notice_id: notice.id,
        row_no: row.row,
        person_id: person.personId,
        sealed: sealJson(person, 'draft', row.typed),
        event_on: row.eventOn,
        permit_id: row.permitId ?? null,
        match: row.match,
        repeats: row.repeats ?? null,
      },
      index: indexRows(keys, person.personId, record),
    };
  });
  await tx.db('people').insert(made.map(({ person }) => person));
  const index = made.flatMap((one) => one.index);
  if (index.length > 0) await tx.db('person_index').insert(index).onConflict().ignore();
  await tx.db('notice_workers').insert(made.map(({ worker }) => worker));
}

/** The clocks that the notice met or began: the duty to notify, the State's own, and the leaver's. Runs as the job class. */
export async function writeClocks(
  tx: Tx,
  notice: NoticeToWrite,
  rows: readonly ReceivedRow[],
  facts: DayFacts,
): Promise<Timing | undefined> {
  const { service, act, filedOn, body } = notice;
  const row = (timing: Timing, more: Record<string, unknown>) => ({
    id: newId(),
    notice_id: notice.id,
    code: timing.clock,
    binds: timing.binds,
    due_on: timing.dueOn,
    certainty: timing.certainty,
    ...more,
  });
  const eventOn = calendarDate(body.eventDate);
  const acknowledgement = timingOf(service, 'acknowledgement', { eventOn: filedOn, filedOn }, facts);
  const dutyCode = dutyClockOf(service, act);
  const dutyOf = (on: CalendarDate) =>
    dutyCode && timingOf(service, dutyCode, { eventOn: on, filedOn }, facts);
  const duty = dutyOf(eventOn) || undefined;
  const ofRows = rows.flatMap((one) => {
    const on = calendarDate(one.eventOn);
    const own = on === eventOn ? undefined : dutyOf(on);
    const leaver =
      effectOf(act) === 'exit' && one.category ? leaverTiming(service, one.category, on, facts) : undefined;
    const at = { worker_row: one.id, permit_id: one.permitId ?? null, starts_on: on };
    return [
      ...(own ? [row(own, { ...at, met_on: metDay(filedOn, on) })] : []),
      ...(leaver ? [row(leaver, at)] : []),
    ];
  });
  await tx
    .db('notice_clocks')
    .insert([
      ...(acknowledgement ? [row(acknowledgement, { starts_on: filedOn })] : []),
      ...(duty ? [row(duty, { starts_on: eventOn, met_on: metDay(filedOn, eventOn) })] : []),
      ...ofRows,
    ]);
  return acknowledgement;
}

/** Told before it happens is told in time. */
const metDay = (filedOn: CalendarDate, eventOn: CalendarDate): CalendarDate =>
  filedOn < eventOn ? eventOn : filedOn;

/** What the notice says of each permit's employment, and the one truth anew. Runs as the job class. */
export async function writeActs(tx: Tx, notice: NoticeToWrite, rows: readonly ReceivedRow[]): Promise<void> {
  const kind = effectOf(notice.act);
  const linked = rows.filter(({ permitId }) => permitId !== undefined);
  if (!kind || linked.length === 0) return;
  const ids = [...new Set(linked.map(({ permitId }) => permitId!))].sort();
  await lockEmployments(tx, ids);
  await ensureGrantedActs(tx, ids);
  const known = byPermit(await actsOf(tx.db, ids));
  const identity = employerIdentity(tx.deps.keys, notice.body.employer);
  await tx.db('employment_acts').insert(
    linked.map((row) => ({
      id: newId(),
      permit_id: row.permitId,
      kind,
      employer_key: employerKeyAmong(known.get(row.permitId!) ?? [], identity, notice.filedByParty),
      employer_id_key: identity.idKey ?? null,
      employer_name_key: identity.nameKey ?? null,
      effective_on: row.eventOn,
      worker_row: row.id,
      revision: notice.revision,
      filed_by_party: notice.filedByParty,
      employer_name: identity.name ?? null,
      province_code: notice.body.workplaceProvince ?? notice.body.employer.address?.province ?? null,
      occupation: row.draft.job?.occupation ?? null,
    })),
  );
  await settleEmployments(tx, ids);
}
