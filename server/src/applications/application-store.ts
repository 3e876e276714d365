import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { Finding } from '@permit/domain/contract/filing-shapes.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { openJson, personKey, type PersonKey } from '../vault/person-vault.ts';
import { joinPublished } from '../catalogue/published-service-store.ts';
import type { CaseFacts } from './case-facts.ts';
import { countedOf, type CountedColumns, type CountedFiling } from './filed-at.ts';

type ReadableFinding = Pick<z.infer<typeof Finding>, 'code' | 'severity' | 'field'>;

/** An application as the rules see it; the draft opens only with the worker's key. */
export interface Application {
  readonly id: string;
  readonly publicId: string;
  readonly number: string | undefined;
  readonly serviceCode: string;
  readonly catalogueVersion: number;
  /** The definition of its version where two persons published it here; the shipped ones are data of the domain. */
  readonly publishedService?: ServiceDefinition | undefined;
  readonly state: ApplicationState;
  readonly stateSince: Date;
  readonly dueAt: Date | undefined;
  readonly revision: number;
  readonly workerPerson: string;
  readonly workerKeyWrapped: Buffer | undefined;
  readonly filedByParty: string;
  readonly officeParty: string | undefined;
  readonly facts: CaseFacts;
  readonly draftSealed: Buffer;
  /** Codes and fields; the evidence is opened by `findingsOf`. */
  readonly findings: readonly ReadableFinding[];
  readonly findingsSealed: Buffer | undefined;
  /** Items sent back; the reasons are opened by `requestedOf`. */
  readonly requested: readonly { item: string }[];
  readonly requestedSealed: Buffer | undefined;
  readonly bodyHash: Buffer | undefined;
  /** Internal id of the permit of our own that this case renews, as proved when it was filed. */
  readonly renewsPermit: string | undefined;
  readonly submittedAt: Date | undefined;
  /** The moment of an "I tried" at which it counts as filed, with the attempt and the outage that bears it out. */
  readonly counted?: CountedFiling | undefined;
  readonly submittedBy: string | undefined;
  readonly checkedBy: string | undefined;
  readonly consideredBy: string | undefined;
  readonly decidedBy: string | undefined;
  readonly proposal: string | undefined;
  readonly decision?: CaseDecision | undefined;
  /** The registrar's words of the decision, opened by `decisionWordsOf`. */
  readonly decisionSealed?: Buffer | undefined;
  /** Opened by `considerationNoteOf`, `answerNoteOf` and `withdrawalReasonOf`; the fast road of filing does not read them. */
  readonly considerationSealed?: Buffer | undefined;
  readonly answerSealed?: Buffer | undefined;
  readonly withdrawalSealed?: Buffer | undefined;
}

/** What was decided, as the case keeps it readable. */
export interface CaseDecision {
  readonly kind: 'granted' | 'refused';
  readonly ground?: string;
  readonly at?: string;
  /** Allowed by who decided the appeal, against a refusal whose words stay sealed beside it. */
  readonly onAppeal?: boolean;
}

const COLUMNS = ['a.*', 'p.wrapped_key', 's.definition'];
const withWorker = (db: Database) =>
  joinPublished(db, db('applications as a').join('people as p', 'p.id', 'a.worker_person')).select(COLUMNS);

/** By public id, as far as row-level security lets the caller see it. */
export async function findApplication(db: Database, publicId: string): Promise<Application | undefined> {
  const row = await withWorker(db).where('a.public_id', publicId).first<ApplicationRow | undefined>();
  return row && fromRow(row);
}

/** By internal id, as far as row-level security lets the caller see it. */
export async function findApplicationById(db: Database, id: string): Promise<Application | undefined> {
  const row = await withWorker(db).where('a.id', id).first<ApplicationRow | undefined>();
  return row && fromRow(row);
}

/** By public id, locked until the end of the transaction. */
export async function lockApplication(db: Database, publicId: string): Promise<Application | undefined> {
  const row = await withWorker(db)
    .where('a.public_id', publicId)
    .forUpdate('a')
    .first<ApplicationRow | undefined>();
  return row && fromRow(row);
}

/** By internal id, locked: for what hangs on a case (a bill, a visit, a card). */
export async function lockApplicationById(db: Database, id: string): Promise<Application | undefined> {
  const row = await withWorker(db).where('a.id', id).forUpdate('a').first<ApplicationRow | undefined>();
  return row && fromRow(row);
}

/** By internal id, locked unless somebody else holds it: for the clocks, which come again. */
export async function lockDueApplication(db: Database, id: string): Promise<Application | undefined> {
  const row = await withWorker(db)
    .where('a.id', id)
    .forUpdate('a')
    .skipLocked()
    .first<ApplicationRow | undefined>();
  return row && fromRow(row);
}

/** Columns that a move may set besides the state. */
export interface MoveChanges {
  readonly due_at?: Date | null;
  readonly checked_by?: string | null;
  readonly considered_by?: string | null;
  readonly decided_by?: string;
  readonly proposal?: string | null;
  readonly decision?: string;
  readonly decision_sealed?: Buffer;
  readonly consideration_sealed?: Buffer | null;
  readonly answer_sealed?: Buffer | null;
  readonly withdrawal_sealed?: Buffer;
  readonly requested?: string;
  readonly requested_sealed?: Buffer | null;
  readonly renews_permit?: string | null;
  readonly review_by?: null;
  readonly review_until?: null;
}

/** Moves an application; the trigger writes its history and refuses a move that the table does not publish. */
export async function moveApplication(
  db: Database,
  id: string,
  to: ApplicationState,
  changes: MoveChanges = {},
): Promise<void> {
  const cleared = { due_at: null, review_by: null, review_until: null };
  const moved = { state: to, state_since: db.raw('clock_timestamp()') };
  await db('applications')
    .where('id', id)
    .update({ ...cleared, ...changes, ...moved });
}

// As long as the act that read the case.
const CASE_KEYS = new WeakMap<Application, PersonKey>();

/** The worker's key of a case. Throws where the person was erased. */
export function caseKey(keys: KeyStore, application: Application): PersonKey {
  if (!application.workerKeyWrapped) throw new RangeError('the person of this case was erased');
  const known =
    CASE_KEYS.get(application) ?? personKey(keys, application.workerPerson, application.workerKeyWrapped);
  CASE_KEYS.set(application, known);
  return known;
}

/** The draft of a case in the clear. */
export function draftOf(keys: KeyStore, application: Application): ApplicationDraft {
  return openJson<ApplicationDraft>(caseKey(keys, application), 'draft', application.draftSealed);
}

/** A row with `people.wrapped_key` of its worker. */
export interface ApplicationRow extends CountedColumns {
  id: string;
  public_id: string;
  number: string | null;
  service_code: string;
  catalogue_version: string;
  definition: ServiceDefinition | null;
  state: ApplicationState;
  state_since: Date;
  due_at: Date | null;
  revision: number;
  worker_person: string;
  wrapped_key: Buffer | null;
  filed_by_party: string;
  office_party: string | null;
  facts: CaseFacts;
  draft_sealed: Buffer;
  findings: ReadableFinding[];
  findings_sealed: Buffer | null;
  requested: { item: string }[];
  requested_sealed: Buffer | null;
  body_hash: Buffer | null;
  renews_permit: string | null;
  submitted_at: Date | null;
  submitted_by: string | null;
  checked_by: string | null;
  considered_by: string | null;
  decided_by: string | null;
  proposal: string | null;
  decision?: CaseDecision | null;
  decision_sealed?: Buffer | null;
  consideration_sealed?: Buffer | null;
  answer_sealed?: Buffer | null;
  withdrawal_sealed?: Buffer | null;
}

export function fromRow(row: ApplicationRow): Application {
  return {
    id: row.id,
    publicId: row.public_id,
    number: row.number ?? undefined,
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
    publishedService: row.definition ?? undefined,
    state: row.state,
    stateSince: row.state_since,
    dueAt: row.due_at ?? undefined,
    revision: row.revision,
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key ?? undefined,
    filedByParty: row.filed_by_party,
    officeParty: row.office_party ?? undefined,
    facts: row.facts,
    draftSealed: row.draft_sealed,
    findings: row.findings,
    findingsSealed: row.findings_sealed ?? undefined,
    requested: row.requested,
    requestedSealed: row.requested_sealed ?? undefined,
    bodyHash: row.body_hash ?? undefined,
    renewsPermit: row.renews_permit ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    counted: countedOf(row),
    submittedBy: row.submitted_by ?? undefined,
    checkedBy: row.checked_by ?? undefined,
    consideredBy: row.considered_by ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    proposal: row.proposal ?? undefined,
    decision: row.decision ?? undefined,
    decisionSealed: row.decision_sealed ?? undefined,
    considerationSealed: row.consideration_sealed ?? undefined,
    answerSealed: row.answer_sealed ?? undefined,
    withdrawalSealed: row.withdrawal_sealed ?? undefined,
  };
}
