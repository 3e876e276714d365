import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { daysBetween } from '@permit/domain/calendar/calendar-date.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import {
  decideOrder,
  permitOrderNumber,
  type OrderKind,
} from '@permit/domain/lifecycle/permit-order-rules.ts';
import { caseKey, type Application } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { serviceInForce } from '../catalogue/published-service-store.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { actsAt } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { voidCards } from '../permits/void-cards.ts';
import type { PermitRow } from '../permits/permits-in-force.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { tellOfOrder } from './tell-of-order.ts';

const HOLIDAYS = holidayDates();

export interface NewOrder {
  readonly permit: PermitRow;
  readonly application: Application;
  readonly kind: OrderKind;
  readonly ground: string;
  readonly words: string;
  /** The request that a cancellation answers. */
  readonly request?: { readonly id: string; readonly askedBy: string };
}

/**
 * A registrar of the case's office ends a permit: the order gets its number and its term of appeal, a card on the shelf
 * is void, what is not printed yet is cancelled, everybody of the case and every current employer is told. A card that
 * is in the printer just now becomes void when it is passed (print-orders/print-card.ts). Answers the order's public id.
 */
export async function issuePermitOrder(tx: Tx, order: NewOrder): Promise<string> {
  const { permit, application, kind, request } = order;
  if (!actsAt(tx, application.officeParty)) throw new ApiError('not-your-office');
  const service = await orderService(tx);
  const decision = decideOrder(service, {
    permit: permit.state,
    kind,
    ground: order.ground,
    concerned: [permit.worker_person, request?.askedBy],
    registrar: tx.caller.personId,
  });
  if (!decision.allowed) throw refusalOf(decision.code);
  const written = await writeOrder(tx, order, service);
  await endPermit(tx, permit, kind, order.ground);
  const fact = { act: `permit-${kind}`, subjectKind: 'permit', subjectId: permit.public_id };
  const detail = { ground: order.ground, order: written.publicId };
  await recordAudit(tx, { ...fact, purpose: 'revocation', applicationId: application.id, detail });
  const { id: orderId, appealBy, days } = written;
  await tellOfOrder(tx, { orderId, permit, kind, appealBy, days });
  return written.publicId;
}

/** The service whose data names grounds and terms, as in force today. */
export async function orderService(tx: Tx): Promise<ServiceDefinition> {
  const service = await serviceInForce(tx, 'REV');
  if (!service?.offered) throw new ApiError('refused', { detailCode: 'service-not-offered' });
  return service;
}

function refusalOf(code: 'permit-ended' | 'ground-unknown' | 'same-person'): ApiError {
  if (code === 'same-person') return new ApiError('same-person');
  return new ApiError(code === 'permit-ended' ? 'wrong-state' : 'refused', { detailCode: code });
}

async function writeOrder(tx: Tx, order: NewOrder, service: ServiceDefinition) {
  const { permit, application } = order;
  const now = tx.deps.clock.business();
  const today = bangkokDate(now);
  const term = service.clocks['appeal-period'];
  // The check of the catalogue wants it of every order that is offered.
  if (!term) throw new Error('service REV names no term of appeal');
  const appealBy = dueDate(term, today, HOLIDAYS);
  const row = { id: newId(), public_id: newPublicId() };
  await setReason(tx, order.ground);
  await tx.db('permit_orders').insert({
    ...row,
    number: await nextNumber(tx, Number(today.slice(0, 4)) + 543),
    permit_id: permit.id,
    application_id: application.id,
    kind: order.kind,
    state: 'issued',
    due_at: bangkokInstant(appealBy, '23:59'),
    ground: order.ground,
    catalogue_version: String(service.version),
    words_sealed: sealWords(caseKey(tx.deps.keys, application), order.words),
    permit_was: permit.state,
    end_request_id: order.request?.id ?? null,
    ordered_by: tx.caller.personId!,
    ordered_at: now,
  });
  return { id: row.id, publicId: row.public_id, appealBy, days: daysBetween(today, appealBy) };
}

/** The register of the year is locked until the commit: a number that is not used is given to the next order. */
function nextNumber(tx: Tx, year: number): Promise<string> {
  return asJob(tx, async () => {
    const { rows } = await tx.db.raw<{ rows: { last: number }[] }>(
      `INSERT INTO permit_order_series (year, last) VALUES (?, 1)
       ON CONFLICT (year) DO UPDATE SET last = permit_order_series.last + 1 RETURNING last`,
      [year],
    );
    return permitOrderNumber(year, rows[0]!.last);
  });
}

async function endPermit(tx: Tx, permit: PermitRow, kind: OrderKind, ground: string): Promise<void> {
  const since = { state_since: tx.db.raw('clock_timestamp()') };
  const revoked = kind === 'revoked' ? { revoked_by: tx.caller.personId!, revoked_ground: ground } : {};
  await tx
    .db('permits')
    .where('id', permit.id)
    .update({ state: kind, ...since, ...revoked });
  await voidCards(tx, permit.id);
  await asJob(tx, () =>
    tx
      .db('print_orders')
      .where('permit_id', permit.id)
      .whereIn('state', ['queued', 'rendered'])
      .update({ state: 'cancelled', lease_until: null, problem: 'permit-ended', ...since }),
  );
  await setReason(tx, '');
}
