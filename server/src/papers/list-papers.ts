import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { PaperEntry, papersApi } from '@permit/domain/contract/papers-api.ts';
import {
  CASE_WAITS_FOR,
  caseWaitsForBill,
  type BillKindOfCase,
} from '@permit/domain/money/case-waits-for-bill.ts';
import type { z } from 'zod';
import { findApplication, type Application } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { ticketText } from '../visits/visit-store.ts';
import { refusalOf } from './compose-letters.ts';
import { proofOfWork } from './compose-work-proof.ts';
import { paperCaseOf } from './paper-case.ts';

type Entry = z.infer<typeof PaperEntry>;

/** The papers of a case that can be had now. */
export async function listPapers(
  tx: Tx,
  { applicationId }: InputOf<typeof papersApi.listPapers>,
): Promise<OutputOf<typeof papersApi.listPapers>> {
  const application = await findApplication(tx.db, applicationId);
  if (!application) throw notFound();
  const fact = { act: 'papers-listed', subjectKind: 'application', subjectId: applicationId };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: tx.caller.role });
  return { papers: await papersOf(tx, application) };
}

/** In the order in which the case met them. */
export async function papersOf(tx: Tx, application: Application): Promise<Entry[]> {
  const entries = [
    ...(await slips(tx, application)),
    ...(await receipts(tx, application)),
    ...(await proofs(tx, application)),
    ...(await letters(tx, application)),
    ...(await orders(tx, application)),
    ...(await refundNotices(tx, application)),
    ...(await visits(tx, application)),
  ];
  return entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}

const BILL_KINDS = Object.keys(CASE_WAITS_FOR) as BillKindOfCase[];

type Found = Omit<Entry, 'at'> & { readonly at: Date };

async function slips(tx: Tx, { id, state }: Application): Promise<Found[]> {
  const awaited = BILL_KINDS.filter((kind) => caseWaitsForBill(kind, state));
  const rows = await tx
    .db('bills')
    .where('application_id', id)
    .whereIn('kind', awaited)
    .whereNull('paid_at')
    .where('due_at', '>=', tx.deps.clock.business())
    .select<{ public_id: string; ref1: string; created_at: Date }[]>('public_id', 'ref1', 'created_at');
  return rows.map((row) => ({
    kind: 'pay-in-slip',
    subjectId: row.public_id,
    number: row.ref1,
    at: row.created_at,
  }));
}

async function receipts(tx: Tx, { id }: Application): Promise<Found[]> {
  const rows = await tx
    .db('receipts')
    .where('application_id', id)
    .orderBy('running')
    .select<{ public_id: string; number: string; issued_at: Date }[]>('public_id', 'number', 'issued_at');
  return rows.map((row) => ({
    kind: 'receipt',
    subjectId: row.public_id,
    number: row.number,
    at: row.issued_at,
  }));
}

async function proofs(tx: Tx, application: Application): Promise<Found[]> {
  if (application.state === 'draft') return [];
  const found = await proofOfWork(tx, await paperCaseOf(tx, application, undefined));
  if (!found) return [];
  const at = new Date(`${found.proof.since}T00:00:00+07:00`);
  return [{ kind: found.kind, subjectId: application.publicId, number: application.number ?? '-', at }];
}

async function letters(tx: Tx, application: Application): Promise<Found[]> {
  const refusal = await refusalOf(tx, application);
  if (!refusal) return [];
  const number = application.number ?? '-';
  return [{ kind: 'refusal-letter', subjectId: application.publicId, number, at: refusal.decidedAt }];
}

async function orders(tx: Tx, { id }: Application): Promise<Found[]> {
  const rows = await tx
    .db('permit_orders')
    .where('application_id', id)
    .orderBy('ordered_at')
    .select<{ public_id: string; number: string; ordered_at: Date }[]>('public_id', 'number', 'ordered_at');
  return rows.map((row) => ({
    kind: 'permit-order',
    subjectId: row.public_id,
    number: row.number,
    at: row.ordered_at,
  }));
}

async function refundNotices(tx: Tx, { id }: Application): Promise<Found[]> {
  const rows = await tx
    .db('refunds')
    .where('application_id', id)
    .whereNotNull('decided_at')
    .orderBy('decided_at')
    .select<{ public_id: string; number: string; decided_at: Date }[]>('public_id', 'number', 'decided_at');
  return rows.map((row) => ({
    kind: 'refund-notice',
    subjectId: row.public_id,
    number: row.number,
    at: row.decided_at,
  }));
}

async function visits(tx: Tx, { id }: Application): Promise<Found[]> {
  const rows = await tx
    .db('visits')
    .where('application_id', id)
    .whereIn('state', ['booked', 'ticketed'])
    .select<{ public_id: string; purpose: 'capture' | 'collect'; ticket: number; state_since: Date }[]>(
      'public_id',
      'purpose',
      'ticket',
      'state_since',
    );
  return rows.map((row) => ({
    kind: 'appointment-slip',
    subjectId: row.public_id,
    number: ticketText(row.purpose, row.ticket),
    at: row.state_since,
  }));
}
