import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { ApplicationRow as ApplicationRowSchema } from '@permit/domain/contract/filing-shapes.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { billsOf } from '../bills/bill-store.ts';
import { describeBill } from '../bills/describe-bill.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { citedPapersOf } from '../dossier/cited-papers.ts';
import { documentsOf } from '../documents/document-store.ts';
import { notFound } from '../errors.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { draftOf, findApplication } from './application-store.ts';
import { findingsOf } from './case-words.ts';
import { countedFilingOf } from './counted-filing.ts';
import { filingReceipt } from './filing-receipt.ts';
import { wordsForCaller } from './words-for-caller.ts';
import { displayName, type WorkerRecord } from './worker-record.ts';

/** One application whole; reading it is recorded with the caller's role as purpose (promises.md I12). */
export async function getApplication(
  tx: Tx,
  input: InputOf<typeof filingApi.getApplication>,
): Promise<OutputOf<typeof filingApi.getApplication>> {
  const application = await findApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const [documents, bills, permit] = [
    await documentsOf(tx.db, application.id),
    await billsOf(tx.db, application.id),
    await tx
      .db('permits')
      .where('application_id', application.id)
      .first<{ public_id: string } | undefined>('public_id'),
  ];
  const fact = { act: 'application-read', subjectKind: 'application', subjectId: application.publicId };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: tx.caller.role });
  return {
    applicationId: application.publicId,
    ...(application.number ? { applicationNo: application.number } : {}),
    serviceCode: application.serviceCode,
    catalogueVersion: String(application.catalogueVersion),
    state: application.state,
    stateSince: application.stateSince.toISOString(),
    ...(application.dueAt ? { dueAt: application.dueAt.toISOString() } : {}),
    revision: application.revision,
    draft: draftOf(tx.deps.keys, application),
    documents,
    dossier: await citedPapersOf(tx, application),
    bills: bills.map(describeBill),
    findings: findingsOf(tx.deps.keys, application),
    ...(permit ? { permitId: permit.public_id } : {}),
    ...wordsForCaller(tx, application),
    ...(await countedFilingOf(tx, application.counted)),
    ...(application.submittedAt ? { receipt: await filingReceipt(tx.deps.keys, application) } : {}),
  };
}

export interface CaseRow {
  public_id: string;
  number: string | null;
  service_code: string;
  state: ApplicationState;
  state_since: Date;
  due_at: Date | null;
  facts: { employerName?: string; nationality?: string };
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
}

/** What a row of a list needs; the columns of `applications as a` joined with `people as p`. */
export const CASE_COLUMNS = [
  'a.public_id',
  'a.number',
  'a.service_code',
  'a.state',
  'a.state_since',
  'a.due_at',
  'a.facts',
  'a.worker_person',
  'p.wrapped_key',
  'p.sealed',
];

/** A row as a list shows it. */
export function describeCase(keys: KeyStore, row: CaseRow): z.infer<typeof ApplicationRowSchema> {
  return {
    applicationId: row.public_id,
    ...(row.number ? { applicationNo: row.number } : {}),
    serviceCode: row.service_code,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    workerName: nameOf(keys, row),
    employerName: row.facts.employerName ?? '',
    ...(row.facts.nationality ? { nationality: row.facts.nationality } : {}),
  };
}

/** The worker's name of a row; empty where the person was erased. */
export function nameOf(
  keys: KeyStore,
  row: { worker_person: string; wrapped_key: Buffer | null; sealed: Buffer },
): string {
  if (!row.wrapped_key) return '';
  const key = personKey(keys, row.worker_person, row.wrapped_key);
  return displayName(openJson<WorkerRecord>(key, 'person', row.sealed).names);
}

// Row-level security would look at every case of the country until it has found a page of the caller's own: the way
// leads along case_access instead, newest case first, for each party as far as one page.
const LIST = statement<CaseRow>(
  `SELECT a.public_id, a.number, a.service_code, a.state, a.state_since, a.due_at, a.facts, a.worker_person,
          p.wrapped_key, p.sealed
   FROM (SELECT DISTINCT c.application_id FROM unnest(caller_parties()) AS party (id) CROSS JOIN LATERAL (
           SELECT o.application_id FROM case_access o JOIN applications oa ON oa.id = o.application_id
           WHERE o.party_id = party.id AND (o.until IS NULL OR o.until > now()) AND ($1::text IS NULL OR oa.state = $1)
             AND ($2::text IS NULL OR o.application_id < (SELECT id FROM applications WHERE public_id = $2))
           ORDER BY o.application_id DESC LIMIT $3) c
         ORDER BY c.application_id DESC LIMIT $3) page
   JOIN applications a ON a.id = page.application_id JOIN people p ON p.id = a.worker_person
   ORDER BY a.id DESC`,
);

/** The caller's applications, newest first; `after` is the id of the last row of the page before. */
export async function listApplications(
  tx: Tx,
  input: InputOf<typeof filingApi.listApplications>,
): Promise<OutputOf<typeof filingApi.listApplications>> {
  const [rows] = await tx.ask(LIST(input.state, input.after, input.limit + 1));
  const page = rows.slice(0, input.limit);
  await recordReadList(tx, 'applications-listed', page);
  const last = page.at(-1);
  return {
    applications: page.map((row) => describeCase(tx.deps.keys, row)),
    ...(rows.length > input.limit && last ? { next: last.public_id } : {}),
  };
}

/** Names were shown: one row says to whom, which cases, and why (promises.md I12). */
export async function recordReadList(tx: Tx, act: string, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  const fact = { act, subjectKind: 'list', subjectId: tx.requestId, purpose: tx.caller.role };
  await recordAudit(tx, { ...fact, detail: { applications: rows.map(({ public_id }) => public_id) } });
}
