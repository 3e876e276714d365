import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { oldPermitQuestionsApi } from '@permit/domain/contract/old-permit-questions-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { draftOf, findApplicationById, type Application } from '../applications/application-store.ts';
import { displayName, workerRecordOf } from '../applications/worker-record.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asBusinessTime } from '../clock.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { openWords } from '../vault/sealed-words.ts';

type Question = OutputOf<typeof oldPermitQuestionsApi.listOldPermitQuestions>['questions'][number];
export type VerdictView = NonNullable<Question['verdict']>;

/** States in which somebody of the office still has the case before them. */
const OPEN = (Object.keys(applicationMachine.states) as ApplicationState[]).filter(
  (state) => !applicationMachine.states[state].final && state !== 'draft',
);

interface VerdictRow {
  readonly verdict: VerdictView['verdict'];
  readonly decided_at: Date;
  readonly note_sealed: Buffer;
  readonly import_public: string | null;
  readonly line: number | null;
}

interface QuestionRow {
  readonly application_id: string;
  readonly asked_at: Date;
  readonly registers: number;
}

/** Cases that the officer sees whose last answer of the registers was "not found". */
export async function listOldPermitQuestions(
  tx: Tx,
  { answered, limit }: InputOf<typeof oldPermitQuestionsApi.listOldPermitQuestions>,
): Promise<OutputOf<typeof oldPermitQuestionsApi.listOldPermitQuestions>> {
  const verdicts = tx
    .db('old_permit_verdicts as v')
    .whereRaw('v.application_id = a.id AND v.decided_at > o.asked_at')
    .select(tx.db.raw('1'));
  const query = tx
    .db('applications as a')
    .joinRaw(LAST_ANSWER)
    .where('o.answer', 'not-found')
    .whereIn('a.state', OPEN)
    .orderBy('o.asked_at')
    .limit(limit)
    .select<QuestionRow[]>('o.application_id', 'o.asked_at', 'o.registers');
  const rows = await (answered === 'true' ? query.whereExists(verdicts) : query.whereNotExists(verdicts));
  const questions: Question[] = [];
  for (const row of rows) {
    const application = await findApplicationById(tx.db, row.application_id);
    if (application) questions.push(await describe(tx, application, row));
  }
  const fact = { act: 'old-permit-questions-listed', subjectKind: 'list', subjectId: tx.requestId };
  const detail = { applications: questions.map(({ applicationId }) => applicationId) };
  await recordAudit(tx, { ...fact, purpose: tx.caller.role, detail });
  return { questions };
}

async function describe(tx: Tx, application: Application, row: QuestionRow): Promise<Question> {
  const verdict = await lastVerdict(tx, application, row.asked_at);
  const name = application.workerKeyWrapped
    ? displayName(workerRecordOf(draftOf(tx.deps.keys, application)).names)
    : '';
  return {
    applicationId: application.publicId,
    applicationNo: application.number ?? '',
    workerName: name,
    serviceCode: application.serviceCode,
    askedAt: asBusinessTime(tx.deps.clock, row.asked_at).toISOString(),
    registers: row.registers,
    ...(verdict ? { verdict } : {}),
  };
}

const LAST_ANSWER = `JOIN LATERAL (
  SELECT l.* FROM old_permit_answers l WHERE l.application_id = a.id ORDER BY l.asked_at DESC LIMIT 1
) o ON true`;

/** The last answer of the registers for one case, whatever it was. */
export async function lastAnswer(
  tx: Tx,
  applicationId: string,
): Promise<(QuestionRow & { readonly answer: string }) | undefined> {
  return tx
    .db('old_permit_answers')
    .where('application_id', applicationId)
    .orderBy('asked_at', 'desc')
    .first<(QuestionRow & { answer: string }) | undefined>();
}

/** The last verdict since the registers were asked: a form that was changed is asked about anew. */
export async function lastVerdict(
  tx: Tx,
  application: Application,
  askedAt: Date,
): Promise<VerdictView | undefined> {
  // The table of imports is open to jobs only; whoever sees the case may know which register it was.
  const row = await asJob(tx, () =>
    tx
      .db('old_permit_verdicts as v')
      .leftJoin('old_permit_imports as i', 'i.id', 'v.import_id')
      .where('v.application_id', application.id)
      .where('v.decided_at', '>', askedAt)
      .orderBy('v.decided_at', 'desc')
      .first<VerdictRow | undefined>('v.*', 'i.public_id as import_public'),
  );
  return row && describeVerdict(tx, application, row);
}

function describeVerdict(tx: Tx, application: Application, row: VerdictRow): VerdictView {
  const person = { id: application.workerPerson, wrappedKey: application.workerKeyWrapped };
  const note = openWords(tx.deps.keys, person, row.note_sealed);
  return {
    verdict: row.verdict,
    decidedAt: asBusinessTime(tx.deps.clock, row.decided_at).toISOString(),
    ...(note === undefined ? {} : { note }),
    ...(row.import_public && row.line ? { importId: row.import_public, line: row.line } : {}),
  };
}
