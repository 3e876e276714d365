import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { comparablePermitNumber, type OldPermit } from '@permit/domain/bulk/read-old-permit.ts';
import type { LastPermit, OldPermitSearch } from '@permit/domain/checks/known-cases.ts';
import { nameSearchKey } from '@permit/domain/people/name-search-key.ts';
import { knowsBirth } from '@permit/domain/people/knows-birth.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { calendarDate, isCalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { endedBy } from '@permit/domain/catalogue/previous-permit.ts';
import { displayName, workerRecordOf, type WorkerRecord } from '../applications/worker-record.ts';
import { question, type Question } from '../database/question.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { openLine } from './line-key.ts';

/** What the registers say of the old permit in a draft. */
export interface RegistersAnswer {
  readonly oldPermitSearch: OldPermitSearch;
  readonly lastPermit?: LastPermit;
  /** Where the answer stands; a case that is filed keeps it. */
  readonly record: AnswerRecord;
}

interface AnswerRecord {
  readonly permitId?: string;
  readonly importId?: string;
  readonly line?: number;
  readonly proven: boolean;
}

/**
 * Looks up the number of the old permit, among ours first. Undefined where there is nothing to say: no number, a service
 * for people without a permit, or a number that is not ours while no register was imported. To be asked as the job class:
 * the permit may be of a case that the filer may not see, so that only what agrees with the draft's passport is compared
 * whole.
 */
export function registersOf(
  tx: Tx,
  service: ServiceDefinition,
  draft: ApplicationDraft,
): Question<RegistersAnswer | undefined> {
  const typed = draft.oldPermit?.number;
  if (!typed || service.family === 'new') return question([], () => undefined);
  const number = comparablePermitNumber(typed);
  const byNumber = IMPORTED(tx.deps.keys.blindIndex('old-permit-number', number));
  const passport = workerRecordOf(draft).travelDocumentNumber;
  return question([OURS(typed.trim(), number), byNumber, REGISTERS()], ([ours, imported, [count]]) => {
    const registers = Number(count?.registers ?? 0);
    const found =
      (ours[0] && ourPermit(tx, ours[0], workerRecordOf(draft))) ?? importedPermit(tx, imported, passport);
    if (!found && registers === 0) return undefined;
    if (!found) return { oldPermitSearch: { answer: 'not-found', registers }, record: { proven: false } };
    const answer = found.record.permitId ? ('ours' as const) : ('imported' as const);
    return { ...found, oldPermitSearch: { answer, registers } };
  });
}

/**
 * Keeps with a filed case what the registers answered. Where the number is the same as before (`again`), the same answer
 * is not kept twice: an officer's verdict on it would be asked for anew.
 */
export async function keepAnswer(
  tx: Tx,
  applicationId: string,
  answer: RegistersAnswer | undefined,
  again = false,
): Promise<void> {
  if (!answer) return;
  const { answer: found, registers } = answer.oldPermitSearch;
  const { permitId, importId, line, proven } = answer.record;
  await asJob(tx, async () =>
    tx.tell((again ? KEEP_OTHER : KEEP)(applicationId, found, registers, permitId, importId, line, proven)),
  );
}

type Found = Pick<RegistersAnswer, 'record'> & { readonly lastPermit: LastPermit };

/** A number alone proves nothing: where the record is not proved to be this person's, only the names are compared, which the filer typed. */
function foundAs(record: AnswerRecord, permit: LastPermit): Found {
  if (record.proven) return { record, lastPermit: permit };
  const { number, source, person } = permit;
  return { record, lastPermit: { number, source, person: { names: person.names } } };
}

/** Proved by the same passport, or by name and birth together: a renewed passport is no other person. */
function ourPermit(tx: Tx, row: OurRow, asked: WorkerRecord): Found {
  const key = personKey(tx.deps.keys, row.worker_person, row.wrapped_key);
  const onRecord = openJson<WorkerRecord>(key, 'person', row.sealed);
  const { names, birth, sex } = onRecord;
  const proven = samePassport(onRecord, asked) || sameNameAndBirth(onRecord, asked);
  const person = {
    names,
    birth,
    sex: sex === 'male' || sex === 'female' ? sex : undefined,
    nationality: row.nationality ?? undefined,
  } as const;
  const occupation = row.occupation ?? undefined;
  return foundAs(
    { permitId: row.id, proven },
    {
      ...{ number: row.permit_no, source: 'ours', person, occupation },
      ...{ expires: calendarDate(row.valid_to), ended: endedBy(row.state) },
    },
  );
}

const samePassport = (a: WorkerRecord, b: WorkerRecord): boolean =>
  a.travelDocumentNumber !== undefined && a.travelDocumentNumber === b.travelDocumentNumber;

function sameNameAndBirth(a: WorkerRecord, b: WorkerRecord): boolean {
  const name = nameSearchKey(displayName(a.names));
  const sameName = name !== '' && name === nameSearchKey(displayName(b.names));
  return sameName && b.birth !== undefined && knowsBirth(a.birth, b.birth.date);
}

/** Of several lines of one number, the one with this passport; else the first. */
function importedPermit(
  tx: Tx,
  rows: readonly ImportedRow[],
  passport: string | undefined,
): Found | undefined {
  const lines = rows.map((row) => {
    const at = { importId: row.import_id, line: row.line };
    return { at, permit: openLine(tx.deps.keys.unwrap(row.wrapped_key), at, row) };
  });
  const same = lines.find(({ permit }) => passport !== undefined && permit.passport === passport);
  const chosen = same ?? lines[0];
  return chosen && foundAs({ ...chosen.at, proven: same !== undefined }, lastPermitOf(chosen.permit));
}

function lastPermitOf({
  number,
  names,
  birth,
  sex,
  nationality,
  occupation,
  expires,
}: OldPermit): LastPermit {
  const person = { names, birth, sex, nationality };
  const day = expires && isCalendarDate(expires) ? expires : undefined;
  return { number, source: 'imported', person, occupation, expires: day };
}

interface OurRow {
  id: string;
  permit_no: string;
  state: PermitState;
  valid_to: string;
  worker_person: string;
  wrapped_key: Buffer;
  sealed: Buffer;
  nationality: string | null;
  occupation: string | null;
}
const OURS = statement<OurRow>(
  `SELECT m.id, m.permit_no, m.state, m.valid_to::text AS valid_to, m.worker_person, p.wrapped_key, p.sealed, p.nationality,
          a.facts ->> 'occupation' AS occupation
   FROM permits m JOIN people p ON p.id = m.worker_person JOIN applications a ON a.id = m.application_id
   WHERE m.permit_no IN ($1, $2) AND p.wrapped_key IS NOT NULL LIMIT 1`,
);

interface ImportedRow {
  import_id: string;
  line: number;
  salt: Buffer;
  sealed: Buffer;
  wrapped_key: Buffer;
}
const IMPORTED = statement<ImportedRow>(
  `SELECT o.import_id, o.line, o.salt, o.sealed, k.wrapped_key
   FROM old_permits o JOIN old_permit_keys k ON k.id = o.key_id
   WHERE o.number_key = $1 AND o.salt IS NOT NULL ORDER BY o.standing <> 'first', o.imported_at LIMIT 10`,
);
const REGISTERS = statement<{ registers: number }>(
  `SELECT count(*) AS registers FROM old_permit_imports WHERE finished_at IS NOT NULL AND problem IS NULL`,
);
const KEEP = statement(
  `INSERT INTO old_permit_answers (application_id, answer, registers, permit_id, import_id, line, proven)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
const KEEP_OTHER = statement(
  `INSERT INTO old_permit_answers (application_id, answer, registers, permit_id, import_id, line, proven)
   SELECT $1::uuid, $2::text, $3::int, $4::uuid, $5::uuid, $6::int, $7::boolean
   WHERE NOT EXISTS (
     SELECT 1 FROM (SELECT * FROM old_permit_answers WHERE application_id = $1::uuid ORDER BY asked_at DESC LIMIT 1) AS last
     WHERE (last.answer, last.permit_id, last.import_id, last.line, last.proven)
       IS NOT DISTINCT FROM ($2::text, $4::uuid, $5::uuid, $6::int, $7::boolean))`,
);
