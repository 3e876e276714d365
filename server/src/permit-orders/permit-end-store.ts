import type { PermitEndRequest } from '@permit/domain/contract/permit-orders-api.ts';
import type { PermitEndState } from '@permit/domain/machines/permit-end-machine.ts';
import type { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openWords } from '../vault/sealed-words.ts';

export interface PermitEndRow {
  readonly id: string;
  readonly public_id: string;
  readonly state: PermitEndState;
  readonly permit_public_id: string;
  readonly permit_no: string;
  readonly application_id: string;
  readonly application_public_id: string;
  readonly worker_person: string;
  readonly wrapped_key: Buffer | null;
  readonly side: 'holder' | 'employer';
  readonly notice_no: string | null;
  readonly words_sealed: Buffer;
  readonly answer_sealed: Buffer | null;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly due_at: Date | null;
  readonly order_public_id: string | null;
}

const COLUMNS = [
  'r.*',
  'm.public_id as permit_public_id',
  'm.permit_no',
  'm.worker_person',
  'a.public_id as application_public_id',
  'p.wrapped_key',
  'o.public_id as order_public_id',
  'n.number as notice_no',
];

/** Requests that the caller may see, with permit, case and the order that answered them. */
export function permitEndQuery(tx: Tx) {
  return (
    tx
      .db('permit_end_requests as r')
      .join('permits as m', 'm.id', 'r.permit_id')
      .join('applications as a', 'a.id', 'r.application_id')
      .join('people as p', 'p.id', 'm.worker_person')
      .leftJoin('permit_orders as o', 'o.end_request_id', 'r.id')
      // Absent for who does not see the notice: its filer and its office do.
      .leftJoin('notices as n', 'n.id', 'r.notice_id')
  );
}

export async function selectPermitEnds(query: ReturnType<typeof permitEndQuery>): Promise<PermitEndRow[]> {
  return query.select<PermitEndRow[]>(COLUMNS);
}

/** One by its public id. */
export async function findPermitEnd(tx: Tx, publicId: string): Promise<PermitEndRow | undefined> {
  return (await selectPermitEnds(permitEndQuery(tx).where('r.public_id', publicId)))[0];
}

/** The request as it stands; also built again for a repeated key. */
export async function rebuildPermitEnd(tx: Tx, publicId: string): Promise<z.infer<typeof PermitEndRequest>> {
  const row = await findPermitEnd(tx, publicId);
  if (!row) throw notFound();
  return describePermitEnd(tx, row);
}

/** As asker and registrar see it; empty words where the person was erased. */
export function describePermitEnd(tx: Tx, row: PermitEndRow): z.infer<typeof PermitEndRequest> {
  const worker = { id: row.worker_person, wrappedKey: row.wrapped_key };
  const answer = openWords(tx.deps.keys, worker, row.answer_sealed);
  return {
    requestId: row.public_id,
    state: row.state,
    permitId: row.permit_public_id,
    permitNo: row.permit_no,
    applicationId: row.application_public_id,
    side: row.side,
    ...(row.notice_no ? { noticeNo: row.notice_no } : {}),
    words: openWords(tx.deps.keys, worker, row.words_sealed) ?? '',
    askedAt: row.asked_at.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    ...(answer ? { answer } : {}),
    ...(row.order_public_id ? { orderId: row.order_public_id } : {}),
  };
}
