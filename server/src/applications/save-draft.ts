import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { Tx } from '../database/transaction.ts';
import { sealJson } from '../vault/person-vault.ts';
import { caseKey, type Application } from './application-store.ts';
import { caseFactsOf } from './case-facts.ts';
import { readableFacts, workerRecordOf } from './worker-record.ts';

/** Writes a changed draft with everything that is read off it; answers the new revision. */
export async function saveDraft(tx: Tx, application: Application, draft: ApplicationDraft): Promise<number> {
  const key = caseKey(tx.deps.keys, application);
  const revision = application.revision + 1;
  await tx
    .db('applications')
    .where('id', application.id)
    .update({
      revision,
      facts: JSON.stringify(caseFactsOf(draft)),
      draft_sealed: sealJson(key, 'draft', draft),
    });
  await tx
    .db('people')
    .where('id', application.workerPerson)
    .update({
      sealed: sealJson(key, 'person', workerRecordOf(draft)),
      language: draft.language ?? 'th',
      ...readableFacts(draft),
    });
  return revision;
}
