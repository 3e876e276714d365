import type { AttentionKind } from '@permit/domain/lifecycle/attention-reach.ts';
import { LISTED_AFTER_SECONDS, statesListedAs } from '@permit/domain/lifecycle/waiting-states.ts';
import { ofOffice } from '../applications/of-office.ts';
import type { Tx } from '../database/transaction.ts';
import { before, columns, ofCentre, type AttentionQuery } from './attention-query.ts';
import { endedInOutage } from './ended-in-outage.ts';
import { STUCK_QUERIES } from './stuck-lookup.ts';

const CASE = {
  subject: 'a.public_id',
  number: 'a.number',
  state: 'a.state',
  since: 'a.state_since',
  due: 'a.due_at',
};
/** Beyond its legal clock, or, where its service names none, beyond what is usual anywhere. */
const overdue = (tx: Tx, kind: AttentionKind) =>
  ofOffice(tx, tx.db('applications as a'), 'a.office_party')
    .whereIn('a.state', [...statesListedAs('application', kind)])
    .where((late) =>
      late
        .where('a.due_at', '<', tx.deps.clock.business())
        .orWhere((open) =>
          open
            .whereNull('a.due_at')
            .where('a.state_since', '<', before(tx, LISTED_AFTER_SECONDS.application)),
        ),
    )
    .orderByRaw('coalesce(a.due_at, a.state_since)')
    .select(columns(tx, CASE));

/**
 * One query for each kind. Row-level security narrows what hangs on a case; what hangs on a centre is narrowed to the
 * supervisor's own, and jobs, money and packets belong to no case and are read as the job class by those named.
 */
export const ATTENTION_QUERIES: Readonly<Record<AttentionKind, AttentionQuery>> = {
  'case-overdue': (tx) => overdue(tx, 'case-overdue'),
  'ended-in-outage': endedInOutage,
  'card-uncollected': (tx) => overdue(tx, 'card-uncollected'),
  'appeal-overdue': (tx) => overdue(tx, 'appeal-overdue'),
  'order-appeal-overdue': (tx) =>
    tx
      .db('permit_orders as o')
      .whereIn('o.state', [...statesListedAs('permit-order', 'order-appeal-overdue')])
      .where('o.due_at', '<', tx.deps.clock.business())
      .orderBy('o.due_at')
      .select(
        columns(tx, {
          subject: 'o.public_id',
          number: 'o.number',
          state: 'o.state',
          since: 'o.state_since',
          due: 'o.due_at',
        }),
      ),
  'permit-end-waits': (tx) =>
    tx
      .db('permit_end_requests as r')
      .join('permits as m', 'm.id', 'r.permit_id')
      .whereIn('r.state', [...statesListedAs('permit-end', 'permit-end-waits')])
      .orderBy('r.due_at')
      .select(
        columns(tx, {
          subject: 'r.public_id',
          number: 'm.permit_no',
          state: 'r.state',
          since: 'r.asked_at',
          due: 'r.due_at',
        }),
      ),
  'correction-waits': (tx) =>
    tx
      .db('corrections as c')
      .join('permits as m', 'm.id', 'c.permit_id')
      .where('c.state', 'asked')
      .orderBy('c.due_at')
      .select(
        columns(tx, {
          subject: 'c.public_id',
          number: 'm.permit_no',
          state: 'c.state',
          since: 'c.asked_at',
          due: 'c.due_at',
        }),
      ),
  ...STUCK_QUERIES,
  'capture-held': (tx) =>
    tx
      .db('captures as k')
      .join('applications as a', 'a.id', 'k.application_id')
      .where('k.state', 'held')
      .orderBy('k.state_since')
      .select(
        columns(tx, {
          subject: 'k.public_id',
          number: 'a.number',
          state: 'k.state',
          since: 'k.state_since',
          due: 'NULL',
        }),
      ),
  'visit-left-open': (tx) =>
    ofCentre(
      tx,
      tx
        .db('visits as v')
        .join('applications as a', 'a.id', 'v.application_id')
        .whereIn('v.state', [...statesListedAs('visit', 'visit-left-open')])
        .whereRaw(`v.day < (?::timestamptz AT TIME ZONE 'Asia/Bangkok')::date`, [tx.deps.clock.business()])
        .orderBy('v.day')
        .select(
          columns(tx, {
            subject: 'v.public_id',
            number: 'a.number',
            state: 'v.state',
            since: 'v.state_since',
            due: `(v.day + 1)::timestamp AT TIME ZONE 'Asia/Bangkok'`,
          }),
        ),
      'v.centre_party',
    ),
  'print-unknown': (tx) =>
    ofCentre(
      tx,
      tx
        .db('print_orders as o')
        .where('o.state', 'unknown')
        .orderBy('o.state_since')
        .select(
          columns(tx, {
            subject: 'o.public_id',
            number: 'o.blank_serial',
            state: `coalesce(o.problem, o.state)`,
            since: 'o.state_since',
            due: 'NULL',
          }),
        ),
      'o.centre_party',
    ),
  'packet-set-aside': (tx) =>
    ofCentre(
      tx,
      tx
        .db('packets_set_aside as k')
        .join('stations as s', 's.id', 'k.station_id')
        .orderBy('k.at')
        .select(
          columns(tx, {
            subject: 's.public_id',
            number: 's.name',
            state: 'k.code',
            since: 'k.at',
            due: 'NULL',
          }),
        ),
      's.centre_party',
    ),
  'payment-set-aside': (tx) =>
    tx
      .db('set_aside_money as y')
      .whereNull('y.settled_as')
      .orderBy('y.found_at')
      .select(
        columns(tx, {
          subject: 'y.public_id',
          number: 'y.bank_reference',
          state: 'y.problem',
          since: 'y.found_at',
          due: 'NULL',
        }),
      ),
  'job-failed': (tx) =>
    tx
      .db('jobs as j')
      .where('j.state', 'failed')
      .orderBy('j.finished_at')
      .select(
        columns(tx, {
          subject: 'j.id::text',
          number: 'j.kind',
          state: `'failed'`,
          since: 'j.finished_at',
          due: 'NULL',
        }),
      ),
};
