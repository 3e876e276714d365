import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import { decideOnNotice } from '@permit/domain/notices/decide-notice.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { endOfDay } from './notice-day-facts.ts';
import { papersOfNotice } from './notice-paper-store.ts';
import { noticeService } from './notice-service.ts';
import { noticeWordColumns } from './notice-words.ts';
import { lockNotice, moveNotice, type NoticeRow } from './notice-store.ts';

type Moved = OutputOf<typeof noticesApi.acknowledgeNotice>;

/** An officer of the jurisdiction acknowledges; that meets the State's own duty (s.5/1). */
export async function acknowledgeNotice(
  tx: Tx,
  { noticeId, revision, note, papers }: InputOf<typeof noticesApi.acknowledgeNotice>,
): Promise<Moved> {
  const notice = await noticeForOfficer(tx, noticeId, revision);
  const there = papers !== undefined && (await papersOfNotice(tx.db, notice.id)).length;
  if (there !== false && there !== papers) throw new ApiError('conflict', { detailCode: 'papers' });
  await moveNotice(tx.db, notice.id, 'acknowledged', {
    ...(await noticeWordColumns(tx, notice, { note })),
    acknowledged_by: tx.caller.personId,
    acknowledged_at: tx.deps.clock.business(),
  });
  await meetStateDuty(tx, notice);
  await recordDecision(tx, notice, 'notice-acknowledged');
  return { noticeId, state: 'acknowledged' };
}

/** An officer names what is to be corrected. The notice stays received: its day and number do not change. */
export async function askCorrection(
  tx: Tx,
  { noticeId, revision, items }: InputOf<typeof noticesApi.askCorrection>,
): Promise<Moved> {
  const notice = await noticeForOfficer(tx, noticeId, revision);
  const beyond = items.filter(
    ({ row }) => row !== undefined && row > notice.workers + notice.not_received.length,
  );
  if (beyond.length > 0) throw new ApiError('refused', { detailCode: 'no-such-row' });
  const due = await answerDue(tx, notice);
  await moveNotice(tx.db, notice.id, 'correction-asked', {
    ...(await noticeWordColumns(tx, notice, { requested: items, note: items[0]!.reason })),
    due_at: due ?? null,
  });
  if (due) await tellFiler(tx, notice, due);
  // The office has answered in time, whatever the filer does now.
  await meetStateDuty(tx, notice);
  await recordDecision(tx, notice, 'correction-asked', { items: items.length });
  return { noticeId, state: 'correction-asked' };
}

async function noticeForOfficer(tx: Tx, noticeId: string, revision: number): Promise<NoticeRow> {
  const notice = await lockNotice(tx.db, noticeId);
  if (!notice) throw notFound();
  if (notice.revision !== revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const decision = decideOnNotice(
    { state: notice.state, filedBy: notice.filed_by },
    tx.caller.personId ?? '',
  );
  if (!decision.allowed)
    throw new ApiError(decision.code === 'own-notice' ? 'same-person' : 'wrong-state', {
      detailCode: decision.code,
    });
  return notice;
}

/** A notice can be asked about more than once: the revision names the event. */
function tellFiler(tx: Tx, notice: NoticeRow, due: Date): Promise<void> {
  const key = `notice:${notice.id}:correction:${notice.revision}`;
  const values = { dueOn: bangkokDate(due) };
  return queueMessage(tx, { event: 'correction-asked', key, to: { party: notice.filed_by_party }, values });
}

async function answerDue(tx: Tx, notice: NoticeRow): Promise<Date | undefined> {
  const clock = (await noticeService(tx, notice)).clocks['answer-due'];
  return clock && endOfDay(dueDate(clock, bangkokDate(tx.deps.clock.business()), holidayDates()));
}

/** Ends the acknowledgement's clock on this day; nobody but the job class writes clocks. */
function meetStateDuty(tx: Tx, notice: NoticeRow): Promise<unknown> {
  const metOn = bangkokDate(tx.deps.clock.business());
  return asJob(tx, () =>
    tx
      .db('notice_clocks')
      .where({ notice_id: notice.id, code: 'acknowledgement' })
      .whereNull('met_on')
      .update({ met_on: metOn }),
  );
}

function recordDecision(tx: Tx, notice: NoticeRow, act: string, detail: Record<string, unknown> = {}) {
  const fact = { act, subjectKind: 'notice', subjectId: notice.public_id, purpose: 'review' };
  return recordAudit(tx, { ...fact, detail: { revision: notice.revision, ...detail } });
}
