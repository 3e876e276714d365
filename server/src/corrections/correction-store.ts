import type { Correction } from '@permit/domain/contract/corrections-api.ts';
import type { CorrectableField } from '@permit/domain/lifecycle/printed-fields.ts';
import type { CorrectionState } from '@permit/domain/machines/correction-machine.ts';
import type { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { openWords } from '../vault/sealed-words.ts';

type View = z.infer<typeof Correction>;

/** What is sealed of a correction: values of people. */
export interface AskedCorrection {
  readonly changes: View['changes'];
  readonly note: string;
}

export interface CorrectionRow {
  id: string;
  public_id: string;
  permit_id: string;
  permit_public_id: string;
  permit_no: string;
  application_id: string;
  application_public_id: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  state: CorrectionState;
  source: View['source'];
  fields: CorrectableField[];
  printed: boolean;
  reprint_wanted: boolean;
  asked_sealed: Buffer;
  evidence: string | null;
  asked_by: string;
  asked_at: Date;
  due_at: Date;
  reason_sealed: Buffer | null;
}

const COLUMNS = [
  'c.*',
  'm.public_id as permit_public_id',
  'm.permit_no',
  'a.public_id as application_public_id',
  'a.worker_person',
  'p.wrapped_key',
  'd.public_id as evidence',
];

/** Corrections that the caller may see, with permit, case and evidence. */
export function correctionQuery(tx: Tx) {
  return tx
    .db('corrections as c')
    .join('permits as m', 'm.id', 'c.permit_id')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .leftJoin('documents as d', 'd.id', 'c.evidence_document');
}

export async function selectCorrections(query: ReturnType<typeof correctionQuery>): Promise<CorrectionRow[]> {
  return query.select<CorrectionRow[]>(COLUMNS);
}

/** One by its public id. */
export async function findCorrection(tx: Tx, publicId: string): Promise<CorrectionRow | undefined> {
  return (await selectCorrections(correctionQuery(tx).where('c.public_id', publicId)))[0];
}

/** What was asked, in the clear; nothing where the person was erased. */
export function openAsked(tx: Tx, row: CorrectionRow): AskedCorrection {
  if (!row.wrapped_key) return { changes: [], note: '' };
  return openJson(
    personKey(tx.deps.keys, row.worker_person, row.wrapped_key),
    'correction',
    row.asked_sealed,
  );
}

/** The correction as asker and registrar see it. */
export function describeCorrection(tx: Tx, row: CorrectionRow): View {
  const { changes, note } = openAsked(tx, row);
  const worker = { id: row.worker_person, wrappedKey: row.wrapped_key };
  const reason = openWords(tx.deps.keys, worker, row.reason_sealed);
  return {
    correctionId: row.public_id,
    permitId: row.permit_public_id,
    permitNo: row.permit_no,
    applicationId: row.application_public_id,
    state: row.state,
    source: row.source,
    changes,
    printed: row.printed,
    reprintWanted: row.reprint_wanted,
    ...(row.evidence ? { evidenceDocumentId: row.evidence } : {}),
    note,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    ...(reason ? { reason } : {}),
  };
}
