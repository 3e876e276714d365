import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { bareDocumentNumber } from '@permit/domain/catalogue/canonical-draft.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { knowsBirth } from '@permit/domain/people/knows-birth.ts';
import { searchValues, workerRecordOf, type WorkerRecord } from '../applications/worker-record.ts';
import { askTogether, question, type Question } from '../database/question.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';

interface Named {
  readonly id: string;
  readonly worker_person: string;
  readonly wrapped_key: Buffer;
  readonly sealed: Buffer;
  readonly known: boolean;
}

const NAMED = statement<Named>(
  `SELECT m.id, m.worker_person, p.wrapped_key, p.sealed,
          EXISTS (SELECT 1 FROM person_index i WHERE i.person_id = p.id
                  AND ((i.kind = 'name' AND i.value = $2) OR (i.kind = 'passport' AND i.value = $3))) AS known
   FROM permits m JOIN people p ON p.id = m.worker_person
   WHERE m.permit_no = $1 AND m.state IN ('temporary', 'active', 'renewal-pending', 'expired')
     AND p.wrapped_key IS NOT NULL`,
);

/**
 * The permit of our own that a renewal renews. A number alone proves nothing: the birth must be that on record, and
 * with it the passport or the name, or a mistyped number would keep another person's permit alive. Undefined where the
 * service renews nothing, no number was given or the person was not proved. To be asked as the job class: the filer may
 * not see the permit's case.
 */
export function renewedPermit(
  tx: Tx,
  service: Pick<ServiceDefinition, 'family'>,
  draft: ApplicationDraft,
): Question<string | undefined> {
  const number = draft.oldPermit?.number;
  if (service.family !== 'renewal' || !number) return question([], () => undefined);
  const record = workerRecordOf(draft);
  const { name, passport } = searchValues(tx.deps.keys, record);
  const search = NAMED(bareDocumentNumber(number), name, passport);
  return question([search], ([[named]]) =>
    named?.known && bornAs(tx, named, record) ? named.id : undefined,
  );
}

/** The same, asked by itself; not to be called within asJob. */
export async function findRenewedPermit(
  tx: Tx,
  service: Pick<ServiceDefinition, 'family'>,
  draft: ApplicationDraft,
): Promise<string | undefined> {
  const [permit] = await asJob(tx, () => askTogether(tx, renewedPermit(tx, service, draft)));
  return permit;
}

function bornAs(tx: Tx, { worker_person, wrapped_key, sealed }: Named, { birth }: WorkerRecord): boolean {
  const key = personKey(tx.deps.keys, worker_person, wrapped_key);
  const onRecord = openJson<WorkerRecord>(key, 'person', sealed).birth;
  return birth !== undefined && knowsBirth(onRecord, birth.date);
}
