import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { indexRows, readableFacts, workerRecordOf } from '@permit/server/applications/worker-record.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { settleEmployments } from '@permit/server/employments/settle-employment.ts';
import { newId, newPublicId } from '@permit/server/ids.ts';
import { newPersonKey, sealJson } from '@permit/server/vault/person-vault.ts';
import type { RoadServer } from './road-server.ts';

export interface PermitMade {
  readonly permitId: string;
  readonly permitNo: string;
  readonly passportNo: string;
  readonly born: string;
}

let running = 0;

/** A permit in force on a case of the demo's employer, without the road to it: what hangs on permits is tested by it. */
export async function aPermit(
  road: RoadServer,
  changes: { category?: string; filer?: string; draft?: Partial<ApplicationDraft> } = {},
): Promise<PermitMade> {
  const place = (running += 1);
  const passportNo = `MX${String(100_000 + place)}`;
  const draft: ApplicationDraft = {
    ...SAMPLE_R59M,
    travelDocument: { ...SAMPLE_R59M.travelDocument, number: passportNo },
    ...changes.draft,
  };
  const made = { permitId: newPublicId(), permitNo: `6974${String(90_000_000 + place)}`, passportNo };
  await inTransaction(road.deps, SYSTEM, 'a-permit', async (tx) => {
    const worker = newPersonKey(tx.deps.keys, newId());
    const record = workerRecordOf(draft);
    await tx.db('people').insert({
      ...{ id: worker.personId, wrapped_key: worker.wrapped, sealed: sealJson(worker, 'person', record) },
      ...readableFacts(draft),
    });
    await tx.db('person_index').insert(indexRows(tx.deps.keys, worker.personId, record));
    const party = await tx
      .db('parties')
      .where('code', changes.filer ?? 'EMPLOYER-1')
      .first<{ id: string }>('id');
    const applicationId = newId();
    await tx.db('applications').insert({
      ...{ id: applicationId, public_id: newPublicId(), service_code: 'R59M', catalogue_version: '1' },
      ...{
        state: 'draft',
        worker_person: worker.personId,
        filed_by_party: party.id,
        created_by: worker.personId,
      },
      draft_sealed: sealJson(worker, 'draft', draft),
    });
    const id = newId();
    await tx.db('permits').insert({
      ...{ id, public_id: made.permitId, permit_no: made.permitNo, application_id: applicationId },
      ...{ worker_person: worker.personId, state: 'temporary', category: changes.category ?? '59 MOU' },
      ...{ valid_from: '2026-01-05', valid_to: '2027-12-31', status_index: 5_000_000 + place, qr: 'none' },
    });
    await settleEmployments(tx, [id]);
  });
  return { ...made, born: '1992-04-17' };
}
