import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { billsOf, type Bill } from '../bills/bill-store.ts';
import { describeBill } from '../bills/describe-bill.ts';
import { issueBill } from '../bills/issue-bill.ts';
import { askTogether } from '../database/question.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { keepAnswer, registersOf } from '../old-permits/registers-of.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { filingReceipt } from './filing-receipt.ts';
import { keepCitations } from '../dossier/case-dossier.ts';
import { ApiError, notFound } from '../errors.ts';
import { renewedPermit } from '../permits/find-renewed-permit.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { sha256 } from '../ids.ts';
import type { CountedAttempt } from '../outages/counted-attempt.ts';
import { caseKey, draftOf, findApplication, type Application } from './application-store.ts';
import { applicationNumber } from './application-number.ts';
import { findingColumns } from './case-words.ts';
import { dueAt } from './clock-of.ts';
import { attemptToFileBy, citeAttempt } from './counted-filing.ts';
import { withPapers } from './draft-documents.ts';
import { fileCase, lockCaseToFile, type Filed } from './filing-store.ts';
import { takeRunningNumbers } from './running-numbers.ts';
import { lastPayment } from './last-payment.ts';
import { indexWorker } from './index-worker.ts';
import { judgeDraft, type Judgement } from './judge-draft.ts';
import { openCaseTo } from './open-case.ts';
import { openRequestsLike } from './open-requests.ts';
import { saveDraft } from './save-draft.ts';
import { serviceOf } from './service-of.ts';
import { withTrueFiler } from './true-filer.ts';

type Input = InputOf<typeof filingApi.submitApplication>;
type Output = OutputOf<typeof filingApi.submitApplication>;

/** Files an application: number, findings with the filer's reasons, first bill, office of jurisdiction. */
export async function submitApplication(tx: Tx, input: Input): Promise<Output> {
  const found = await lockCaseToFile(tx, input.applicationId);
  if (!found) throw notFound();
  const { application, papers, officeParty, dossier } = found;
  if (application.state !== 'draft') throw new ApiError('wrong-state');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const service = serviceOf(application);
  const now = tx.deps.clock.business();
  const draft = withPapers(await draftByTrueFiler(tx, application), papers);
  const [openRequests, registers, renewsPermit] = await asJob(tx, () =>
    askTogether(
      tx,
      openRequestsLike(tx, application, draft),
      registersOf(tx, service, draft),
      renewedPermit(tx, service, draft),
    ),
  );
  const counted = await attemptToFileBy(tx, service.code, input.attemptCode, { alone: true });
  const judgement = judgeDraft(service, draft, {
    now,
    filedAt: counted?.at,
    openRequests,
    registers,
    dossier,
  });
  refuseUnanswered(judgement, input);
  await keepAnswer(tx, application.id, registers);
  return file(tx, { application, service, draft, judgement, counted, input, now, officeParty, renewsPermit });
}

/** Drafts of before believed whoever typed; such a one is put right before it is judged. */
async function draftByTrueFiler(tx: Tx, application: Application): Promise<ApplicationDraft> {
  const kept = draftOf(tx.deps.keys, application);
  const draft = withTrueFiler(tx, kept, application.filedByParty);
  if (draft !== kept) await saveDraft(tx, application, draft);
  return draft;
}

/** What cannot be read or stored blocks; every other finding wants the filer's reason, which the officer sees. */
function refuseUnanswered({ findings }: Judgement, input: Input): void {
  const answered = new Set(input.overrules.map(({ code }) => code));
  const open = findings.filter(
    ({ severity, code }) => severity === 'block' || (severity === 'warn' && !answered.has(code)),
  );
  if (open.length === 0) return;
  const fields = open.map(({ field, code, severity }) => ({
    path: field ?? '',
    code: severity === 'block' ? code : `reason-wanted:${code}`,
  }));
  throw new ApiError('draft-incomplete', { fields });
}

interface Filing {
  readonly application: Application;
  readonly service: ServiceDefinition;
  readonly draft: ApplicationDraft;
  readonly judgement: Judgement;
  readonly counted: CountedAttempt | undefined;
  readonly input: Input;
  readonly now: Date;
  readonly officeParty: string | undefined;
  readonly renewsPermit: string | undefined;
}

async function file(tx: Tx, filing: Filing): Promise<Output> {
  const { application, service, draft, judgement, counted, input, now } = filing;
  const running = await takeRunningNumbers(tx);
  const number = applicationNumber(service, now, running.application);
  const fees = judgement.fees
    .filter(({ stage, amountSatang: price }) => stage === 'filing' && price > 0)
    .map(({ kind, amountSatang: price }) => ({ code: kind, satang: price }));
  const amountSatang = fees.reduce((sum, fee) => sum + fee.satang, 0);
  const state = amountSatang > 0 ? 'awaiting-payment' : 'in-document-check';
  const due = dueAt(service, state, now);
  const payBy = earliest(due ?? new Date(now.getTime() + 7 * 86_400_000), lastPayment(service, now));
  const findings = withReasons(judgement, input);
  const filed: Filed = {
    applicationId: application.id,
    number,
    state,
    dueAt: amountSatang > 0 ? payBy : due,
    officeParty: filing.officeParty,
    findings: findingColumns(caseKey(tx.deps.keys, application), findings),
    bodyHash: bodyHash(draft, input, judgement),
    renewsPermit: filing.renewsPermit,
    submittedAt: now,
  };
  await asJob(tx, async () => {
    fileCase(tx, filed);
    if (counted) citeAttempt(tx, application.id, counted);
    if (amountSatang === 0) await openCaseTo(tx, application.id, { code: 'CONTRACTOR' }, 'act');
  });
  keepCitations(tx, application.id, judgement.citations);
  await indexWorker(tx, application, draft);
  if (amountSatang === 0) await settleRenewal(tx, filed.renewsPermit);
  const bill = { applicationId: application.id, applicationNo: number, kind: 'application-fee' as const };
  const money = { amountSatang, fees, dueAt: payBy, billNo: running.bill };
  const issued = amountSatang > 0 && (await issueBill(tx, { ...bill, ...money }));
  const fact = { act: 'application-submitted', subjectKind: 'application', subjectId: application.publicId };
  const tried = counted ? { attempt: counted.code } : {};
  const detail = { revision: application.revision, findings: findings.length, ...tried };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'filing', detail });
  const to = { case: application.id };
  await queueMessage(tx, { event: 'application-filed', key: `case:${application.id}:filed`, to, values: {} });
  return describe(
    tx,
    { ...filed, publicId: application.publicId, serviceCode: application.serviceCode },
    issued || undefined,
  );
}

function withReasons(judgement: Judgement, input: Input): Judgement['findings'] {
  const reasons = new Map(input.overrules.map(({ code, reason }) => [code, reason]));
  return judgement.findings.map((finding) => {
    const overruledBecause = reasons.get(finding.code);
    return overruledBecause ? { ...finding, overruledBecause } : finding;
  });
}

/** What was acknowledged, as one hash: the draft with its papers and what it cites, and the declaration under it. */
function bodyHash(draft: ApplicationDraft, input: Input, { citations }: Judgement): Buffer {
  const cited = citations.map(({ demand, paper }) => ({ demand, paperId: paper.paperId }));
  const { declaration, overrules, attemptCode } = input;
  const more = { ...(cited.length > 0 ? { cited } : {}), ...(attemptCode ? { attemptCode } : {}) };
  return sha256(JSON.stringify({ draft, declaration, overrules, ...more }));
}

function earliest(a: Date, b: Date | undefined): Date {
  return b && b < a ? b : a;
}

/** The acknowledgement, built again for a repeated Idempotency-Key. */
export async function describeSubmission(tx: Tx, publicId: string): Promise<Output> {
  const application = await findApplication(tx.db, publicId);
  const { number, submittedAt, bodyHash } = application ?? {};
  if (!application || !number || !submittedAt || !bodyHash) throw notFound();
  const bills = await billsOf(tx.db, application.id);
  const bill = bills.find(({ kind }) => kind === 'application-fee');
  return describe(tx, { ...application, number, submittedAt, bodyHash }, bill);
}

type Acknowledged = Pick<Filed, 'number' | 'submittedAt' | 'bodyHash'> &
  Pick<Application, 'publicId' | 'state' | 'serviceCode'>;

async function describe(tx: Tx, filed: Acknowledged, bill: Bill | undefined): Promise<Output> {
  return {
    applicationId: filed.publicId,
    applicationNo: filed.number,
    state: filed.state,
    receivedAt: filed.submittedAt.toISOString(),
    bodyHash: filed.bodyHash.toString('hex'),
    ...(bill ? { bill: describeBill(bill) } : {}),
    receipt: await filingReceipt(tx.deps.keys, filed),
  };
}
