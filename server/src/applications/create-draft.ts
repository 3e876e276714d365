import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { behalfOf, shareCase } from '../delegations/behalf.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { newPersonKey, sealJson } from '../vault/person-vault.ts';
import { caseFactsOf } from './case-facts.ts';
import { dueAt } from './clock-of.ts';
import { offeredService } from './service-of.ts';
import { withTrueFiler } from './true-filer.ts';
import { readableFacts, workerRecordOf } from './worker-record.ts';

/** Begins an application: the worker gets a record and a key of their own, the filer's party sees the case. */
export async function createDraft(
  tx: Tx,
  input: InputOf<typeof filingApi.createDraft>,
): Promise<OutputOf<typeof filingApi.createDraft>> {
  const service = await offeredService(tx, input.serviceCode);
  const party = actingParty(tx);
  if (!tx.caller.personId) throw new ApiError('not-permitted');
  const behalf = input.onBehalfOf && (await behalfOf(tx, party, input.onBehalfOf, service.attorneyAct));
  const said = { ...input.draft, serviceCode: service.code } as ApplicationDraft;
  const typed = withTrueFiler(tx, said, party);
  const draft = behalf ? { ...typed, filerKind: 'agent' as const, powerOfAttorney: behalf.attorney } : typed;
  const worker = newPersonKey(tx.deps.keys, newId());
  await tx.db('people').insert({
    id: worker.personId,
    wrapped_key: worker.wrapped,
    sealed: sealJson(worker, 'person', workerRecordOf(draft)),
    language: draft.language ?? 'th',
    ...readableFacts(draft),
  });
  const publicId = newPublicId();
  const id = newId();
  await tx.db('applications').insert({
    id,
    public_id: publicId,
    service_code: service.code,
    catalogue_version: String(service.version),
    state: 'draft',
    due_at: dueAt(service, 'draft', tx.deps.clock.business()) ?? null,
    worker_person: worker.personId,
    filed_by_party: party,
    facts: JSON.stringify(caseFactsOf(draft)),
    draft_sealed: sealJson(worker, 'draft', draft),
    created_by: tx.caller.personId,
    principal_party: behalf ? behalf.principal : null,
    delegation_id: behalf ? behalf.delegationId : null,
  });
  await asJob(tx, () =>
    shareCase(tx, { id, filedBy: party, principal: behalf ? behalf.principal : undefined }),
  );
  await recordAudit(tx, {
    act: 'draft-created',
    subjectKind: 'application',
    subjectId: publicId,
    purpose: 'filing',
  });
  return { applicationId: publicId, revision: 1 };
}
