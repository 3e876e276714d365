import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { keepAttorney } from '../delegations/behalf.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { draftOf, lockApplication } from './application-store.ts';
import { saveDraft } from './save-draft.ts';
import { filerKept } from './true-filer.ts';

/** Saves fields of a draft: what is given replaces, what is absent stays. */
export async function updateDraft(
  tx: Tx,
  input: InputOf<typeof filingApi.updateDraft>,
): Promise<OutputOf<typeof filingApi.updateDraft>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  if (application.state !== 'draft') throw new ApiError('wrong-state');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const before = draftOf(tx.deps.keys, application);
  const typed = { ...before, ...input.draft, serviceCode: application.serviceCode } as ApplicationDraft;
  const filed = filerKept(tx, application.filedByParty, { before, draft: typed });
  const draft = await keepAttorney(tx, application.id, { before, draft: filed });
  return { revision: await saveDraft(tx, application, draft) };
}
