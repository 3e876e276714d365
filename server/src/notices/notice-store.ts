import type { NoticeBody } from '@permit/domain/contract/notice-shapes.ts';
import type { NoticeAct } from '@permit/domain/catalogue/service-definition.ts';
import type { NoticeState } from '@permit/domain/machines/notice-machine.ts';
import type { Database } from '../database/database.ts';

export interface NoticeRow {
  readonly id: string;
  readonly public_id: string;
  readonly number: string;
  readonly service_code: string;
  readonly catalogue_version: string;
  readonly act: NoticeAct | null;
  readonly state: NoticeState;
  readonly state_since: Date;
  readonly due_at: Date | null;
  readonly revision: number;
  readonly filed_by_party: string;
  readonly filed_by: string;
  readonly office_party: string | null;
  readonly body_person: string;
  readonly body_sealed: Buffer;
  readonly employer_name: string | null;
  readonly province_code: string | null;
  readonly event_on: string;
  readonly workers: number;
  readonly not_received: { row: number; problems: { field: string; code: string }[] }[];
  readonly findings: { row: number; field: string; code: string }[];
  readonly requested: { row?: number; item: string }[];
  /** Reasons and notes, opened by `openNoticeWords`. */
  readonly words_sealed: Buffer | null;
  readonly attempt_code: string | null;
  readonly received_at: Date;
}

/** What is sealed of a notice besides its workers. */
export interface SealedBody {
  readonly body: NoticeBody;
}

/** By public id, as far as row-level security lets the caller see it. */
export function findNotice(db: Database, publicId: string): Promise<NoticeRow | undefined> {
  return db('notices').where('public_id', publicId).first<NoticeRow | undefined>();
}

/** The same, locked until the end of the transaction. */
export function lockNotice(db: Database, publicId: string): Promise<NoticeRow | undefined> {
  return db('notices').where('public_id', publicId).forUpdate().first<NoticeRow | undefined>();
}

/** Moves a notice; the trigger writes its history and refuses a move that the table does not publish. */
export async function moveNotice(
  db: Database,
  id: string,
  to: NoticeState,
  changes: Record<string, unknown> = {},
): Promise<void> {
  const moved = { state: to, state_since: db.raw('clock_timestamp()') };
  await db('notices')
    .where('id', id)
    .update({ due_at: null, ...changes, ...moved });
}

export interface NoticeWorkerRow {
  readonly id: string;
  readonly notice_id: string;
  readonly row_no: number;
  readonly person_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed: Buffer;
  readonly event_on: string;
  readonly permit_id: string | null;
  readonly match: 'linked' | 'not-found' | 'differs' | 'not-given';
  readonly repeats: string | null;
}

/** The workers of a notice with their wrapped keys. Runs as the job class: the keys are nobody else's. */
export function workersOf(db: Database, noticeId: string): Promise<NoticeWorkerRow[]> {
  return db('notice_workers as w')
    .join('people as p', 'p.id', 'w.person_id')
    .where('w.notice_id', noticeId)
    .orderBy('w.row_no')
    .select<NoticeWorkerRow[]>('w.*', 'p.wrapped_key');
}
