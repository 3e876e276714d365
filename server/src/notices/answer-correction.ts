import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { NoticeBody, NoticeWorkerInput } from '@permit/domain/contract/notice-shapes.ts';
import { timingOf } from '@permit/domain/notices/notice-timing.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { settleEmployments } from '../employments/settle-employment.ts';
import { employerIdentity } from '../employments/employer-identity.ts';
import { ApiError, notFound } from '../errors.ts';
import { openJson, personKey, sealJson } from '../vault/person-vault.ts';
import { describeNotice } from './describe-notice.ts';
import { judgeRow, withPermitFound, type NoticeAsTyped } from './judge-row.ts';
import { keepReceipt } from './keep-receipt.ts';
import { matchPermits } from './match-permits.ts';
import { dayFacts, endOfDay } from './notice-day-facts.ts';
import { noticeService } from './notice-service.ts';
import { noticeWordColumns } from './notice-words.ts';
import {
  lockNotice,
  moveNotice,
  workersOf,
  type NoticeRow,
  type NoticeWorkerRow,
  type SealedBody,
} from './notice-store.ts';
import { writeActs, type ReceivedRow } from './write-notice-rows.ts';

type Input = InputOf<typeof noticesApi.answerCorrection>;

/**
 * The filer corrects what was asked, and nothing else is open. Number and day of receipt stay; the corrected notice is
 * the next revision with a receipt of its own, and what it says of an employment takes the place of what it said.
 */
export async function answerCorrection(
  tx: Tx,
  input: Input,
): Promise<OutputOf<typeof noticesApi.answerCorrection>> {
  const notice = await lockNotice(tx.db, input.noticeId);
  if (!notice) throw notFound();
  if (notice.state !== 'correction-asked') throw new ApiError('wrong-state');
  if (notice.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  requireOpen(notice, input);
  const words = await noticeWordColumns(tx, notice, { note: input.note });
  await asJob(tx, () => rewrite(tx, notice, input, words));
  const fact = { act: 'correction-answered', subjectKind: 'notice', subjectId: notice.public_id };
  await recordAudit(tx, { ...fact, purpose: 'filing', detail: { revision: notice.revision + 1 } });
  return describeNotice(tx, input.noticeId);
}

/** A row is open where it was named, the rest of the notice where an item without a row was. */
function requireOpen(notice: NoticeRow, input: Input): void {
  const rows = new Set(notice.requested.flatMap(({ row }) => row ?? []));
  const whole = notice.requested.some(({ row }) => row === undefined);
  const closed = [
    ...input.workers.filter(({ row }) => !rows.has(row) && !whole).map(({ row }) => `workers.${row}`),
    ...(whole ? [] : Object.keys(input.body).map((field) => `body.${field}`)),
  ];
  if (closed.length > 0)
    throw new ApiError('refused', {
      detailCode: 'item-not-open',
      fields: closed.map((path) => ({ path, code: 'item-not-open' })),
    });
}

async function rewrite(
  tx: Tx,
  notice: NoticeRow,
  input: Input,
  words: Awaited<ReturnType<typeof noticeWordColumns>>,
): Promise<void> {
  const body = await rewriteBody(tx, notice, input);
  const service = await noticeService(tx, notice);
  const as = { service, act: notice.act ?? undefined, body };
  const before = await workersOf(tx.db, notice.id);
  const rows = await rowsAfter(tx, as, before, input);
  const unreadable = rows.flatMap(({ row, blocks }) =>
    blocks.map(({ field, code }) => ({ path: `workers.${row}.${field}`, code })),
  );
  if (unreadable.length > 0) throw new ApiError('draft-incomplete', { fields: unreadable.slice(0, 50) });
  await storeRows(tx, before, rows);
  const filedOn = bangkokDate(notice.received_at);
  const revision = notice.revision + 1;
  const acknowledgement = timingOf(
    service,
    'acknowledgement',
    ((today) => ({ eventOn: today, filedOn: today }))(bangkokDate(tx.deps.clock.business())),
    await dayFacts(tx),
  );
  await moveNotice(tx.db, notice.id, 'received', {
    revision,
    ...words,
    due_at: acknowledgement ? endOfDay(acknowledgement.dueOn) : null,
  });
  const writing = {
    ...as,
    id: notice.id,
    revision,
    filedByParty: notice.filed_by_party,
    filedOn,
    language: 'th',
  };
  await writeActs(tx, writing, rows);
  // A permit that a row no longer speaks of gets its employment back.
  await settleEmployments(
    tx,
    before.flatMap(({ permit_id }) => permit_id ?? []),
  );
  await keepReceipt(tx, notice.id);
}

async function rewriteBody(tx: Tx, notice: NoticeRow, input: Input): Promise<NoticeBody> {
  const person = await tx
    .db('people')
    .where('id', notice.body_person)
    .first<{ wrapped_key: Buffer | null }>('wrapped_key');
  if (!person.wrapped_key) throw notFound();
  const key = personKey(tx.deps.keys, notice.body_person, person.wrapped_key);
  const { body: before } = openJson<SealedBody>(key, 'draft', notice.body_sealed);
  // What came as JSON holds no `undefined`, which the type of a partial allows.
  const body = { ...before, ...input.body } as NoticeBody;
  const identity = employerIdentity(tx.deps.keys, body.employer);
  await tx
    .db('notices')
    .where('id', notice.id)
    .update({
      body_sealed: sealJson(key, 'draft', { body }),
      employer_name: identity.name ?? null,
      event_on: body.eventDate,
    });
  return body;
}

async function rowsAfter(
  tx: Tx,
  as: NoticeAsTyped,
  before: readonly NoticeWorkerRow[],
  input: Input,
): Promise<ReceivedRow[]> {
  const corrected = new Map(input.workers.map(({ row, ...typed }) => [row, typed]));
  const judged = before.map((worker) => {
    const typed = corrected.get(worker.row_no) ?? typedOf(tx, worker);
    return { ...judgeRow(as, typed, worker.row_no), id: worker.id };
  });
  const matches = await matchPermits(tx, judged);
  return judged.map((row, index) => {
    const match = matches[index]!;
    return { ...(match.permitId ? withPermitFound(row) : row), ...match, id: row.id, repeats: undefined };
  });
}

function typedOf(tx: Tx, worker: NoticeWorkerRow): NoticeWorkerInput {
  if (!worker.wrapped_key) return {};
  return openJson(personKey(tx.deps.keys, worker.person_id, worker.wrapped_key), 'draft', worker.sealed);
}

async function storeRows(
  tx: Tx,
  before: readonly NoticeWorkerRow[],
  rows: readonly ReceivedRow[],
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const worker = before[index]!;
    if (!worker.wrapped_key) continue;
    const key = personKey(tx.deps.keys, worker.person_id, worker.wrapped_key);
    await tx
      .db('notice_workers')
      .where('id', worker.id)
      .update({
        sealed: sealJson(key, 'draft', row.typed),
        event_on: row.eventOn,
        permit_id: row.permitId ?? null,
        match: row.match,
      });
  }
}
