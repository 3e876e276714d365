import { disagreeingParts } from '@permit/domain/bulk/disagreeing-parts.ts';
import type { OldPermit } from '@permit/domain/bulk/read-old-permit.ts';
import { canonicalDraft } from '@permit/domain/catalogue/canonical-draft.ts';
import type { oldPermitQuestionsApi } from '@permit/domain/contract/old-permit-questions-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey, draftOf, findApplication, type Application } from '../applications/application-store.ts';
import { displayName } from '../applications/worker-record.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asBusinessTime } from '../clock.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { openLine } from './line-key.ts';
import { lastAnswer, lastVerdict } from './old-permit-questions.ts';

type Question = OutputOf<typeof oldPermitQuestionsApi.getOldPermitQuestion>;

/** Lines that are shown; more of one passport would be a register to mend, not a case to decide. */
const MOST_LINES = 20;

interface NearRow {
  readonly import_id: string;
  readonly import_public: string;
  readonly source: string;
  readonly line: number;
  readonly salt: Buffer;
  readonly sealed: Buffer;
  readonly wrapped_key: Buffer;
}

interface Near {
  readonly row: NearRow;
  readonly permit: OldPermit;
}

/** The case as the officer sees it, and the lines of its passport; reading them is written down. */
export async function getOldPermitQuestion(
  tx: Tx,
  { applicationId }: InputOf<typeof oldPermitQuestionsApi.getOldPermitQuestion>,
): Promise<Question> {
  const { application, answer } = await questionOf(tx, applicationId);
  const draft = draftOf(tx.deps.keys, application);
  const near = await nearLines(tx, application);
  const verdict = await lastVerdict(tx, application, answer.asked_at);
  await audit(tx, 'old-permit-lines-read', application, { lines: near.length });
  return {
    applicationId,
    askedAt: asBusinessTime(tx.deps.clock, answer.asked_at).toISOString(),
    registers: answer.registers,
    lines: near.map((one) => ({ ...describeLine(one), differs: [...disagreeingParts(draft, one.permit)] })),
    ...(verdict ? { verdict } : {}),
  };
}

/** Keeps what the officer found out. A line counts only where it bears the passport of the case. */
export async function answerOldPermit(
  tx: Tx,
  input: InputOf<typeof oldPermitQuestionsApi.answerOldPermit>,
): Promise<OutputOf<typeof oldPermitQuestionsApi.answerOldPermit>> {
  const { application, answer } = await questionOf(tx, input.applicationId);
  if ([application.submittedBy, application.workerPerson].includes(tx.caller.personId))
    throw new ApiError('same-person');
  const near = input.verdict === 'found-line' ? await nearLines(tx, application) : [];
  const found = near.find(({ row }) => row.import_public === input.importId && row.line === input.line);
  if (input.verdict === 'found-line' && !found) throw notFound();
  const note = sealWords(caseKey(tx.deps.keys, application), input.note);
  await asJob(tx, () =>
    tx.db('old_permit_verdicts').insert({
      id: newId(),
      application_id: application.id,
      decided_by: tx.caller.personId,
      verdict: input.verdict,
      import_id: found?.row.import_id ?? null,
      line: found?.row.line ?? null,
      note_sealed: note,
    }),
  );
  await audit(tx, 'old-permit-answered', application, { verdict: input.verdict });
  const verdict = await lastVerdict(tx, application, answer.asked_at);
  if (!verdict) throw new RangeError('the verdict that was just written is not there');
  return verdict;
}

/** Only a case whose registers answered "not found" has a question. */
async function questionOf(tx: Tx, publicId: string) {
  const application = await findApplication(tx.db, publicId);
  const answer = application && (await lastAnswer(tx, application.id));
  if (!application || !answer) throw notFound();
  if (answer.answer !== 'not-found') throw new ApiError('wrong-state');
  if (!application.workerKeyWrapped) throw new ApiError('erased');
  return { application, answer };
}

async function nearLines(tx: Tx, application: Application): Promise<readonly Near[]> {
  const { keys } = tx.deps;
  const passport = canonicalDraft(draftOf(keys, application)).travelDocument?.number;
  if (!passport) return [];
  const rows = await asJob(tx, () =>
    tx
      .db('old_permits as o')
      .join('old_permit_keys as k', 'k.id', 'o.key_id')
      .join('old_permit_imports as i', 'i.id', 'o.import_id')
      .where('o.passport_key', keys.blindIndex('passport', passport))
      .whereNotNull('o.salt')
      .orderBy(['i.created_at', 'o.line'])
      .limit(MOST_LINES)
      .select<NearRow[]>(
        ...['o.import_id', 'o.line', 'o.salt', 'o.sealed', 'k.wrapped_key'],
        ...['i.public_id as import_public', 'i.source'],
      ),
  );
  return rows.map((row) => {
    const at = { importId: row.import_id, line: row.line };
    return { row, permit: openLine(keys.unwrap(row.wrapped_key), at, row) };
  });
}

function describeLine({ row, permit }: Near): Omit<Question['lines'][number], 'differs'> {
  const { number, names, birth, nationality, employer, issued, expires } = permit;
  return {
    importId: row.import_public,
    line: row.line,
    source: row.source,
    number,
    name: displayName(names ?? {}),
    ...(birth ? { birth: birth.date } : {}),
    ...(nationality ? { nationality } : {}),
    ...(employer ? { employer } : {}),
    ...(issued ? { issued } : {}),
    ...(expires ? { expires } : {}),
  };
}

const audit = (tx: Tx, act: string, application: Application, detail: Record<string, unknown>) =>
  recordAudit(tx, {
    ...{ act, subjectKind: 'application', subjectId: application.publicId },
    ...{ applicationId: application.id, purpose: tx.caller.role, detail },
  });
