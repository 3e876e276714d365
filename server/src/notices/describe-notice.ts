import { daysBetween, calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { NoticeWorkerInput } from '@permit/domain/contract/notice-shapes.ts';
import { displayName, workerRecordOf } from '../applications/worker-record.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { describePapers } from './describe-papers.ts';
import { judgeRow } from './judge-row.ts';
import {
  findNotice,
  workersOf,
  type NoticeRow,
  type NoticeWorkerRow,
  type SealedBody,
} from './notice-store.ts';
import { noticeService } from './notice-service.ts';
import { openNoticeWords, type NoticeWords } from './notice-words.ts';
import { seenChanges, type ChangeByWorker } from './seen-changes.ts';

type Detail = OutputOf<typeof noticesApi.getNotice>;

interface ClockRow {
  readonly worker_row: string | null;
  readonly code: string;
  readonly binds: string;
  readonly due_on: string;
  readonly met_on: string | null;
  readonly certainty: 'certain' | 'uncertain' | 'assumed';
}

/** One notice whole for whoever may see it: filer, office of jurisdiction. */
export async function describeNotice(tx: Tx, publicId: string): Promise<Detail> {
  const notice = await findNotice(tx.db, publicId);
  if (!notice) throw notFound();
  const clocks = await tx
    .db('notice_clocks')
    .where('notice_id', notice.id)
    .orderBy('id')
    .select<ClockRow[]>();
  const receipt = await tx
    .db('notice_receipts')
    .where('notice_id', notice.id)
    .orderBy('revision', 'desc')
    .first<{ text: string; key_id: string; issued_at: Date; papers: number | null }>();
  const papers = await describePapers(tx, notice.id);
  const behind = await asJob(tx, () => readBehind(tx, notice));
  const today = bangkokDate(tx.deps.clock.business());
  const clocksOf = (row: string | null) =>
    clocks.filter(({ worker_row }) => worker_row === row).map((clock) => describeClock(clock, today));
  return {
    ...describeHead(notice, behind),
    ...papers,
    clocks: clocksOf(null),
    receipt: {
      text: receipt.text,
      keyId: receipt.key_id,
      issuedAt: receipt.issued_at.toISOString(),
      specimen: tx.deps.keys.specimen,
      ...(receipt.papers === null ? {} : { papers: receipt.papers }),
    },
    workers: behind.workers.map((worker) => ({
      ...describeWorker(tx, notice, behind, worker),
      clocks: clocksOf(worker.id),
      ...(behind.changes.get(worker.id) ? { change: behind.changes.get(worker.id)! } : {}),
    })),
  };
}

interface Behind {
  readonly service: ServiceDefinition;
  readonly body: SealedBody['body'];
  readonly workers: readonly NoticeWorkerRow[];
  readonly events: Detail['events'];
  readonly words: NoticeWords;
  readonly changes: ChangeByWorker;
}

async function readBehind(tx: Tx, notice: NoticeRow): Promise<Behind> {
  const person = await tx
    .db('people')
    .where('id', notice.body_person)
    .first<{ wrapped_key: Buffer | null }>('wrapped_key');
  if (!person.wrapped_key) throw notFound();
  const key = personKey(tx.deps.keys, notice.body_person, person.wrapped_key);
  const workers = await workersOf(tx.db, notice.id);
  const history = await tx
    .db('state_history')
    .where('record_id', notice.id)
    .orderBy('id')
    .select<{ at: Date; to_state: string; actor_role: string }[]>();
  const words = openNoticeWords(tx, notice, person.wrapped_key);
  return {
    service: await noticeService(tx, notice),
    body: openJson<SealedBody>(key, 'draft', notice.body_sealed).body,
    workers,
    words,
    events: history.map(({ at, to_state, actor_role }, place) => ({
      ...{ at: at.toISOString(), to: to_state, actor: actor_role },
      ...(words.notes[place] ? { reason: words.notes[place] } : {}),
    })),
    changes: await seenChanges(tx, workers),
  };
}

function describeHead(
  notice: NoticeRow,
  { body, events, words }: Behind,
): Omit<Detail, 'clocks' | 'receipt' | 'workers' | 'papers' | 'additions'> {
  return {
    noticeId: notice.public_id,
    noticeNo: notice.number,
    serviceCode: notice.service_code,
    ...(notice.act ? { act: notice.act } : {}),
    state: notice.state,
    stateSince: notice.state_since.toISOString(),
    ...(notice.due_at ? { dueAt: notice.due_at.toISOString() } : {}),
    revision: notice.revision,
    receivedAt: notice.received_at.toISOString(),
    employerName: body.employer.nameThai ?? body.employer.nameLatin ?? '',
    body,
    notReceived: notice.not_received,
    findings: notice.findings,
    requested: [...words.requested],
    ...(notice.attempt_code ? { attemptCode: notice.attempt_code } : {}),
    events,
  };
}

/** A clock that nobody has met yet is late by today. */
function describeClock(clock: ClockRow, today: string): Detail['clocks'][number] {
  const until = clock.met_on ?? today;
  return {
    code: clock.code,
    binds: clock.binds,
    dueOn: clock.due_on,
    ...(clock.met_on ? { metOn: clock.met_on } : {}),
    daysLate: Math.max(0, daysBetween(calendarDate(clock.due_on), calendarDate(until))),
    certainty: clock.certainty,
  };
}

type WorkerView = Omit<Detail['workers'][number], 'clocks' | 'change'>;

function describeWorker(
  tx: Tx,
  notice: NoticeRow,
  { body, service }: Behind,
  worker: NoticeWorkerRow,
): WorkerView {
  const typed = worker.wrapped_key
    ? openJson<NoticeWorkerInput>(
        personKey(tx.deps.keys, worker.person_id, worker.wrapped_key),
        'draft',
        worker.sealed,
      )
    : {};
  const as = { service, act: notice.act ?? undefined, body };
  const { draft } = judgeRow(as, typed, worker.row_no);
  const given = { permitNo: typed.permitNo, passportNo: typed.passportNo, born: typed.born };
  return {
    row: worker.row_no,
    name: displayName(workerRecordOf(draft).names),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
    ...(typed.nationality ? { nationality: typed.nationality.trim().toUpperCase() } : {}),
    eventDate: worker.event_on,
    match: worker.match,
    ...(worker.repeats ? { repeats: worker.repeats } : {}),
  };
}
