import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { describeNotice } from './describe-notice.ts';
import type { NoticeRow } from './notice-store.ts';

type Listed = NoticeRow & { days_late: number };

const DAYS_LATE = `(SELECT greatest(0, coalesce(max(c.met_on - c.due_on), 0)) FROM notice_clocks c
  WHERE c.notice_id = n.id AND c.met_on IS NOT NULL AND c.binds <> 'department')`;

/** Notices that the caller may see. Officers: what waits for them, by when it is due. Filers: their own, newest first. */
export async function listNotices(
  tx: Tx,
  input: InputOf<typeof noticesApi.listNotices>,
): Promise<OutputOf<typeof noticesApi.listNotices>> {
  const officer = ROLE_CLASS[tx.caller.role as Role] === 'officer';
  const state = input.state ?? (officer ? 'received' : undefined);
  // As the policies say, in plain values: behind their barrier nothing else reaches an index.
  const own = [officer ? 'office_party' : 'filed_by_party', [...tx.caller.partyIds]] as const;
  const query = tx
    .db('notices as n')
    .whereIn(`n.${own[0]}`, own[1])
    .limit(input.limit + 1);
  if (state) void query.where('n.state', state);
  if (officer) void query.orderByRaw('n.due_at NULLS LAST, n.id');
  else void query.orderBy('n.id', 'desc');
  if (input.after) void query.whereRaw(pageAfter(officer), [input.after]);
  const rows = await query.select<Listed[]>('n.*', tx.db.raw(`${DAYS_LATE} AS days_late`));
  const page = rows.slice(0, input.limit);
  const { waiting } = await tx
    .db('notices')
    .whereIn(...own)
    .where('state', state ?? 'correction-asked')
    .first<{ waiting: number }>(tx.db.raw('count(*)::int AS waiting'));
  await recordAudit(tx, {
    ...{ act: 'notices-listed', subjectKind: 'list', subjectId: tx.requestId, purpose: tx.caller.role },
    detail: { notices: page.map(({ public_id }) => public_id) },
  });
  const last = page.at(-1);
  return {
    waiting,
    notices: page.map((row) => describeRow(row, tx.deps.clock.business())),
    ...(rows.length > input.limit && last ? { next: last.public_id } : {}),
  };
}

function pageAfter(officer: boolean): string {
  const last = '(SELECT l.due_at, l.id FROM notices l WHERE l.public_id = ?)';
  return officer
    ? `(coalesce(n.due_at, 'infinity'), n.id) > (SELECT coalesce(l.due_at, 'infinity'), l.id FROM ${last} l)`
    : `n.id < (SELECT l.id FROM ${last} l)`;
}

function describeRow(row: Listed, now: Date): OutputOf<typeof noticesApi.listNotices>['notices'][number] {
  return {
    noticeId: row.public_id,
    noticeNo: row.number,
    serviceCode: row.service_code,
    ...(row.act ? { act: row.act } : {}),
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    overdue: row.due_at !== null && row.due_at < now,
    employerName: row.employer_name ?? '',
    workers: row.workers,
    daysLate: row.days_late,
  };
}

/** One notice; reading it is recorded with the caller's role as purpose. */
export async function getNotice(
  tx: Tx,
  { noticeId }: InputOf<typeof noticesApi.getNotice>,
): Promise<OutputOf<typeof noticesApi.getNotice>> {
  const known = await tx.db('notices').where('public_id', noticeId).first('id');
  if (!known) throw notFound();
  const fact = { act: 'notice-read', subjectKind: 'notice', subjectId: noticeId, purpose: tx.caller.role };
  await recordAudit(tx, fact);
  return describeNotice(tx, noticeId);
}
