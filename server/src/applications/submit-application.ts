import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { billsOf, describeBill } from '../bills/bill-store.ts';
import { issueBill } from '../bills/issue-bill.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { sha256 } from '../ids.ts';
import { draftOf, findApplication, lockApplication, type Application } from './application-store.ts';
import { nextApplicationNumber } from './application-number.ts';
import { dueAt } from './clock-of.ts';
import { withDocuments } from './draft-documents.ts';
import { lastPayment } from './last-payment.ts';
import { indexWorker } from './index-worker.ts';
import { judgeDraft, type Judgement } from './judge-draft.ts';
import { officeOf, openCaseTo } from './open-case.ts';
import { openRequestsLike } from './open-requests.ts';
import { serviceOf } from './service-of.ts';

type Input = InputOf<typeof filingApi.submitApplication>;
type Output = OutputOf<typeof filingApi.submitApplication>;

/** Files an application: number, findings with the filer's reasons, first bill, office of jurisdiction. */
export async function submitApplication(tx: Tx, input: Input): Promise<Output> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  if (application.state !== 'draft') throw new ApiError('wrong-state');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const service = serviceOf(application);
  const now = tx.deps.clock.business();
  const draft = await withDocuments(tx.db, application.id, draftOf(tx.deps.keys, application));
  const openRequests = await openRequestsLike(tx, application, draft);
  const judgement = judgeDraft(service, draft, { now, openRequests });
  refuseUnanswered(judgement, input);
  await file(tx, { application, service, draft, judgement, input, now });
  return describeSubmission(tx, input.applicationId);
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
  readonly input: Input;
  readonly now: Date;
}

async function file(tx: Tx, filing: Filing): Promise<void> {
  const { application, service, draft, judgement, input, now } = filing;
  const number = await nextApplicationNumber(tx.db, service, now);
  const amountSatang = judgement.fees
    .filter(({ stage }) => stage === 'filing')
    .reduce((sum, fee) => sum + fee.amountSatang, 0);
  const state = amountSatang > 0 ? 'awaiting-payment' : 'in-document-check';
  const due = dueAt(service, state, now);
  const payBy = earliest(due ?? new Date(now.getTime() + 7 * 86_400_000), lastPayment(service, now));
  const reasons = new Map(input.overrules.map(({ code, reason }) => [code, reason]));
  const findings = judgement.findings.map((finding) => {
    const overruledBecause = reasons.get(finding.code);
    return overruledBecause ? { ...finding, overruledBecause } : finding;
  });
  await asJob(tx, async () => {
    const office = await officeOf(tx, application.facts.provinceCode);
    await tx
      .db('applications')
      .where('id', application.id)
      .update({
        number,
        state,
        state_since: tx.db.raw('clock_timestamp()'),
        due_at: amountSatang > 0 ? payBy : (due ?? null),
        office_party: office ?? null,
        findings: JSON.stringify(findings),
        body_hash: bodyHash(draft, input),
        submitted_at: now,
        submitted_by: tx.caller.personId ?? null,
      });
    if (amountSatang === 0) await openCaseTo(tx, application.id, { code: 'CONTRACTOR' }, 'act');
  });
  await indexWorker(tx, application, draft);
  if (amountSatang > 0) {
    const bill = { applicationId: application.id, applicationNo: number, kind: 'application-fee' as const };
    await issueBill(tx.db, { ...bill, amountSatang, dueAt: payBy });
  }
  const fact = { act: 'application-submitted', subjectKind: 'application', subjectId: application.publicId };
  const detail = { revision: application.revision, findings: findings.length };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'filing', detail });
}

/** What was acknowledged, as one hash: the draft with its papers, and the declaration under it. */
function bodyHash(draft: ApplicationDraft, input: Input): Buffer {
  return sha256(JSON.stringify({ draft, declaration: input.declaration, overrules: input.overrules }));
}

function earliest(a: Date, b: Date | undefined): Date {
  return b && b < a ? b : a;
}

/** The acknowledgement; also built again for a repeated Idempotency-Key. */
export async function describeSubmission(tx: Tx, publicId: string): Promise<Output> {
  const application = await findApplication(tx.db, publicId);
  if (!application?.number || !application.submittedAt || !application.bodyHash) throw notFound();
  const bills = await billsOf(tx.db, application.id);
  const bill = bills.find(({ kind }) => kind === 'application-fee');
  return {
    applicationId: application.publicId,
    applicationNo: application.number,
    state: application.state,
    receivedAt: application.submittedAt.toISOString(),
    bodyHash: application.bodyHash.toString('hex'),
    ...(bill ? { bill: describeBill(bill) } : {}),
  };
}
