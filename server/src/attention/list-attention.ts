import type { attentionApi } from '@permit/domain/contract/attention-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import {
  ATTENTION_REACH,
  attentionKindsOf,
  type AttentionKind,
} from '@permit/domain/lifecycle/attention-reach.ts';
import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import type { Machine } from '@permit/domain/machines/machine.ts';
import { noticeMachine } from '@permit/domain/machines/notice-machine.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ATTENTION_QUERIES } from './attention-lookup.ts';
import type { AttentionRow } from './attention-query.ts';

type Output = OutputOf<typeof attentionApi.listAttention>;

/** What waits beyond its time within the caller's reach: counts of every kind they are shown, and the oldest items. */
export async function listAttention(
  tx: Tx,
  input: InputOf<typeof attentionApi.listAttention>,
): Promise<Output> {
  const shown = attentionKindsOf(tx.caller.role as Role);
  const counts: Output['counts'] = [];
  const items: Output['items'] = [];
  for (const kind of shown) {
    counts.push(await reach(tx, kind, () => countOf(tx, kind)));
    if (input.kind && input.kind !== kind) continue;
    const rows = await reach(
      tx,
      kind,
      () => ATTENTION_QUERIES[kind](tx).limit(input.limit) as unknown as Promise<AttentionRow[]>,
    );
    items.push(...rows.map((row) => itemOf(kind, row)));
  }
  items.sort((a, b) => (a.dueAt ?? a.since).localeCompare(b.dueAt ?? b.since));
  return { counts, items: items.slice(0, input.limit) };
}

/** What belongs to no case of the caller is read as the job class; its query narrows it to their centre. */
function reach<T>(tx: Tx, kind: AttentionKind, work: () => Promise<T>): Promise<T> {
  return ATTENTION_REACH[kind].whole ? asJob(tx, work) : work();
}

async function countOf(tx: Tx, kind: AttentionKind): Promise<Output['counts'][number]> {
  const inner = ATTENTION_QUERIES[kind](tx).clearOrder().as('waiting');
  const row = (await tx
    .db(inner as never)
    .first(tx.db.raw('count(*)::int AS count'), tx.db.raw('min(since) AS oldest'))) as {
    count: number;
    oldest: Date | null;
  };
  return { kind, count: row.count, ...(row.oldest ? { oldest: row.oldest.toISOString() } : {}) };
}

function itemOf(kind: AttentionKind, row: AttentionRow): Output['items'][number] {
  const { waitsFor, remedy } = ATTENTION_REACH[kind];
  return {
    kind,
    subject: row.subject,
    ...(row.number ? { number: row.number } : {}),
    state: row.state,
    waitsFor: waitsFor === 'owner-of-state' ? ownerOf(kind, row.state) : waitsFor,
    since: row.since.toISOString(),
    ...(row.due ? { dueAt: row.due.toISOString() } : {}),
    remedy,
  };
}

function ownerOf(kind: AttentionKind, state: string): string {
  const machine: Machine<string> = kind === 'notice-overdue' ? noticeMachine : applicationMachine;
  const rule = machine.states[state];
  return !rule || rule.final ? 'nobody' : rule.owner;
}
