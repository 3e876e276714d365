import type { AttentionKind } from '@permit/domain/lifecycle/attention-reach.ts';
import { LISTED_AFTER_SECONDS, statesListedAs } from '@permit/domain/lifecycle/waiting-states.ts';
import type { Tx } from '../database/transaction.ts';
import { before, beforeNow, columns, ofCentre, type AttentionQuery, type Rows } from './attention-query.ts';

type Kind = Extract<
  AttentionKind,
  | 'notice-overdue'
  | 'refund-overdue'
  | 'dossier-waits'
  | 'capture-waits'
  | 'print-waits'
  | 'card-waits'
  | 'message-waits'
>;

/** Rows of one of these states for longer than it may take, by state. */
function longerThan(tx: Tx, query: Rows, at: string, seconds: Readonly<Record<string, number>>): Rows {
  return query.where((any) => {
    for (const [state, limit] of Object.entries(seconds))
      any.orWhere((one) =>
        one.where(`${at}.state`, state).where(`${at}.state_since`, '<', beforeNow(tx, limit)),
      );
  });
}

/** What has a day of its own is late after it; what has none, after so many seconds. */
function late(tx: Tx, query: Rows, at: string, seconds: number): Rows {
  return query.where((any) =>
    any
      .where(`${at}.due_at`, '<', tx.deps.clock.business())
      .orWhere((open) => open.whereNull(`${at}.due_at`).where(`${at}.state_since`, '<', before(tx, seconds))),
  );
}

/** Records that wait for a person or for a machine that does not come, beyond the application machine. */
export const STUCK_QUERIES: Readonly<Record<Kind, AttentionQuery>> = {
  // An officer sees the notices of their own office.
  'notice-overdue': (tx) =>
    late(
      tx,
      tx
        .db('notices as n')
        .whereIn('n.state', [...statesListedAs('notice', 'notice-overdue')])
        .orderByRaw('coalesce(n.due_at, n.state_since)')
        .select(
          columns(tx, {
            ...{ subject: 'n.public_id', number: 'n.number', state: 'n.state' },
            ...{ since: 'n.state_since', due: 'n.due_at' },
          }),
        ),
      'n',
      LISTED_AFTER_SECONDS.notice,
    ),
  'refund-overdue': (tx) =>
    late(
      tx,
      tx
        .db('refunds as r')
        .whereIn('r.state', [...statesListedAs('refund', 'refund-overdue')])
        .orderByRaw('coalesce(r.due_at, r.state_since)')
        .select(
          columns(tx, {
            ...{ subject: 'r.public_id', number: 'r.number', state: 'r.state' },
            ...{ since: 'r.state_since', due: 'r.due_at' },
          }),
        ),
      'r',
      LISTED_AFTER_SECONDS.refund,
    ),
  'capture-waits': (tx) =>
    tx
      .db('captures as k')
      .join('applications as a', 'a.id', 'k.application_id')
      .whereIn('k.state', [...statesListedAs('capture', 'capture-waits')])
      .where('k.state_since', '<', beforeNow(tx, LISTED_AFTER_SECONDS.capture))
      .orderBy('k.state_since')
      .select(
        columns(tx, {
          ...{ subject: 'k.public_id', number: 'a.number', state: 'k.state' },
          ...{ since: 'k.state_since', due: 'NULL' },
        }),
      ),
  'print-waits': (tx) =>
    ofCentre(
      tx,
      longerThan(
        tx,
        tx
          .db('print_orders as o')
          .orderBy('o.state_since')
          .select(
            columns(tx, {
              ...{ subject: 'o.public_id', number: 'o.blank_serial', state: 'o.state' },
              ...{ since: 'o.state_since', due: 'NULL' },
            }),
          ),
        'o',
        LISTED_AFTER_SECONDS['print-order'],
      ),
      'o.centre_party',
    ),
  'card-waits': (tx) =>
    ofCentre(
      tx,
      longerThan(
        tx,
        tx
          .db('cards as c')
          .orderBy('c.state_since')
          .select(
            columns(tx, {
              ...{ subject: 'c.public_id', number: 'c.serial', state: 'c.state' },
              ...{ since: 'c.state_since', due: 'NULL' },
            }),
          ),
        'c',
        LISTED_AFTER_SECONDS.card,
      ),
      'c.centre_party',
    ),
  'dossier-waits': (tx) =>
    tx
      .db('dossier_papers as d')
      .whereIn('d.state', [...statesListedAs('dossier-paper', 'dossier-waits')])
      .where('d.state_since', '<', beforeNow(tx, LISTED_AFTER_SECONDS['dossier-paper']))
      .orderBy('d.state_since')
      .select(
        columns(tx, {
          ...{ subject: 'd.public_id', number: 'd.kind', state: 'd.state' },
          ...{ since: 'd.state_since', due: 'NULL' },
        }),
      ),
  'message-waits': (tx) =>
    tx
      .db('messages as m')
      .whereIn('m.state', [...statesListedAs('message', 'message-waits')])
      .where('m.created_at', '<', beforeNow(tx, LISTED_AFTER_SECONDS.message))
      .orderBy('m.created_at')
      .select(
        columns(tx, {
          ...{ subject: 'm.id::text', number: 'm.channel', state: 'm.state' },
          ...{ since: 'm.created_at', due: 'NULL' },
        }),
      ),
};
