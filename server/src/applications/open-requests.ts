import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { KnownPerson, OpenRequest } from '@permit/domain/checks/known-cases.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { PUBLISHED_OF_CASE } from '../catalogue/published-service-store.ts';
import { question, type Question } from '../database/question.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import type { Application } from './application-store.ts';
import { serviceOf } from './service-of.ts';
import { searchValues, workerRecordOf, type WorkerRecord } from './worker-record.ts';

const STILL_OPEN = [
  'awaiting-payment',
  'in-document-check',
  'needs-documents',
  'with-assistant-registrar',
  'with-registrar',
  'awaiting-permit-fee',
  'granted',
];

interface OpenRow {
  number: string;
  service_code: string;
  catalogue_version: string;
  definition: ServiceDefinition | null;
  worker_person: string;
  wrapped_key: Buffer;
  sealed: Buffer;
  nationality: string | null;
}

const OPEN_CASES = statement<OpenRow>(
  `SELECT DISTINCT ON (a.id) a.number, a.service_code, a.catalogue_version, s.definition, a.worker_person, p.wrapped_key,
          p.sealed, p.nationality
   FROM person_index i JOIN applications a ON a.worker_person = i.person_id JOIN people p ON p.id = a.worker_person
   ${PUBLISHED_OF_CASE}
   WHERE ((i.kind = 'name' AND i.value = $1) OR (i.kind = 'passport' AND i.value = $2))
     AND a.state IN (${STILL_OPEN.map((state) => `'${state}'`).join(', ')})
     AND a.id <> $3 AND p.wrapped_key IS NOT NULL
   LIMIT 10`,
);

/**
 * Open cases that may be of the same person, found by blind index of passport and of the look-alike name; to be asked
 * as the job class. They may be of other filers: the filer learns that there is one, the officer sees which.
 */
export function openRequestsLike(
  tx: Tx,
  application: Application,
  draft: ApplicationDraft,
): Question<OpenRequest[]> {
  const { name, passport } = searchValues(tx.deps.keys, workerRecordOf(draft));
  if (!name && !passport) return question([], () => []);
  const search = OPEN_CASES(name, passport, application.id);
  return question([search], ([rows]) => rows.map((row) => requestOf(tx, row)));
}

function requestOf(tx: Tx, row: OpenRow): OpenRequest {
  const record = openJson<WorkerRecord>(
    personKey(tx.deps.keys, row.worker_person, row.wrapped_key),
    'person',
    row.sealed,
  );
  const service = serviceOf({
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
    publishedService: row.definition ?? undefined,
  });
  const person: KnownPerson = {
    names: record.names,
    birth: record.birth,
    sex: record.sex === 'male' || record.sex === 'female' ? record.sex : undefined,
    nationality: row.nationality ?? undefined,
    travelDocumentNumber: record.travelDocumentNumber,
  };
  return {
    applicationNo: row.number,
    serviceCode: row.service_code,
    family: service.family,
    person,
  };
}
