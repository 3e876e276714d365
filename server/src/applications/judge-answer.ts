import { keepReasons, unexplained } from '@permit/domain/lifecycle/kept-reasons.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { Finding } from '@permit/domain/contract/filing-shapes.ts';
import type { z } from 'zod';
import { askTogether } from '../database/question.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { readCaseDossier } from '../dossier/case-dossier.ts';
import { ApiError } from '../errors.ts';
import { registersOf, type RegistersAnswer } from '../old-permits/registers-of.ts';
import type { Application } from './application-store.ts';
import { findingsOf } from './case-words.ts';
import { withDocuments } from './draft-documents.ts';
import { filedAt } from './filed-at.ts';
import { judgeDraft, type Judgement } from './judge-draft.ts';
import { openRequestsLike } from './open-requests.ts';
import { serviceOf } from './service-of.ts';

type FindingValue = z.infer<typeof Finding>;

/** What the machine says of a draft as it would be after an answer, with the reasons that still stand. */
export interface JudgedAnswer {
  readonly judgement: Judgement;
  readonly findings: readonly FindingValue[];
  readonly registers: RegistersAnswer | undefined;
}

interface Given {
  readonly overrules?: readonly { readonly code: string; readonly reason: string }[];
  /** The attempt by which it counts as filed. */
  readonly counted?: { readonly at: Date } | undefined;
}

/** Judges an answered draft whole, as at its filing: against the registers and the requests that are open now. */
export async function judgeAnswer(
  tx: Tx,
  application: Application,
  draft: ApplicationDraft,
  { overrules = [], counted }: Given = {},
): Promise<JudgedAnswer> {
  const service = serviceOf(application);
  const known = [openRequestsLike(tx, application, draft), registersOf(tx, service, draft)] as const;
  const [openRequests, registers] = await asJob(tx, () => askTogether(tx, ...known));
  const judgement = judgeDraft(service, await withDocuments(tx.db, application.id, draft), {
    now: tx.deps.clock.business(),
    filedAt: counted?.at ?? filedAt(application),
    openRequests,
    registers,
    dossier: await readCaseDossier(tx, application.publicId),
  });
  const given = new Map(overrules.map(({ code, reason }) => [code, reason]));
  const earlier = findingsOf(tx.deps.keys, application);
  return { judgement, registers, findings: keepReasons(judgement.findings, earlier, given) };
}

/**
 * Refuses an answer that leaves a new or changed warning without a reason, or writes what cannot be stored into an
 * open field. What blocks elsewhere is not the filer's to mend now: it is closed to them, and the officer sees it.
 */
export function refuseUnexplained(
  findings: readonly FindingValue[],
  isOpen: (path: string) => boolean,
): void {
  const blocking = findings.filter(
    ({ severity, field }) => severity === 'block' && field !== undefined && isOpen(field),
  );
  const silent = unexplained(findings);
  if (blocking.length + silent.length === 0) return;
  const fields = [...blocking, ...silent].map(({ field, code, severity }) => ({
    path: field ?? '',
    code: severity === 'block' ? code : `reason-wanted:${code}`,
  }));
  throw new ApiError('draft-incomplete', { fields });
}
