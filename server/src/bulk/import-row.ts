import type { DocumentType } from '@permit/domain/catalogue/document-type.ts';
import { isRefused, type WorkerRow } from '@permit/domain/bulk/read-worker-row.ts';
import type { RowFault } from '@permit/domain/bulk/row-faults.ts';
import { bareThaiNumber } from '@permit/domain/people/thai-id.ts';
import { createDraft } from '../applications/create-draft.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { caseKey } from '../applications/application-store.ts';
import { putCasePaper } from '../documents/case-paper-file.ts';
import { attachDocument } from '../documents/attach-document.ts';
import type { Examined } from '../documents/intake/examined.ts';
import { ApiError } from '../errors.ts';
import type { BulkRun, DoneRow } from './bulk-run-store.ts';
import type { ImportAsked } from './import-workers.ts';
import { submitRow } from './submit-row.ts';

export interface RowPaper {
  readonly kind: DocumentType;
  readonly examined: Examined;
}

interface Facts {
  readonly row: WorkerRow;
  /** An earlier row of the same sheet is the same worker. */
  readonly twice: boolean;
  readonly papers: readonly RowPaper[];
  readonly asked: ImportAsked;
}

type Done = Omit<DoneRow, 'rowNo'>;

/** Cases that are over do not stand in the way of a new one for the same worker. */
const OVER = ['completed', 'refused', 'withdrawn', 'expired', 'closed-unanswered'];

/** One row: refused with its reasons, known from an earlier upload, or a draft with its papers, filed where asked. */
export async function importRow(tx: Tx, run: BulkRun, facts: Facts): Promise<Done> {
  const { row, asked } = facts;
  if (isRefused(row.faults)) return { outcome: 'refused', faults: row.faults };
  if (facts.twice) return refusal(row, { column: '', code: 'twice-in-file', severity: 'refused' });
  const identity = identityOf(tx, run, row);
  const known = await knownCase(tx, run, identity);
  const created = known ?? (await createCase(tx, run, facts, identity));
  const papers = known && known.state !== 'draft' ? NO_PAPERS : await attachPapers(tx, created, facts);
  const done: Done = {
    outcome: known ? 'known' : 'drafted',
    applicationId: created.id,
    faults: [...row.faults, ...papers.faults],
    files: papers.attached,
  };
  const mayFile = asked.mode === 'submit' && asked.declaration !== undefined && created.state === 'draft';
  if (!mayFile) return done;
  const filed = await submitRow(tx, created.publicId, { ...asked, declaration: asked.declaration! });
  return {
    ...done,
    ...(filed.submitted ? { outcome: 'submitted' } : {}),
    faults: [...done.faults, ...filed.faults],
  };
}

interface Case {
  readonly id: string;
  readonly publicId: string;
  readonly state: string;
}

const NO_PAPERS = { attached: 0, faults: [] as RowFault[] };

function refusal(row: WorkerRow, fault: RowFault): Done {
  return { outcome: 'refused', faults: [...row.faults, fault] };
}

/** The same worker, employer and service have one value; a dump shows only that two are alike. */
function identityOf(tx: Tx, run: BulkRun, row: WorkerRow): Buffer {
  const employer = bareThaiNumber(row.draft.employer?.idNumber ?? '') || (row.draft.employer?.nameThai ?? '');
  return tx.deps.keys.blindIndex('imported-worker', `${run.serviceCode}\0${employer}\0${row.identity}`);
}

async function knownCase(tx: Tx, run: BulkRun, identity: Buffer): Promise<Case | undefined> {
  const found = await asJob(tx, () =>
    tx
      .db('imported_workers as i')
      .join('applications as a', 'a.id', 'i.application_id')
      .where({ 'i.party_id': run.partyId, 'i.identity': identity })
      .whereNotIn('a.state', OVER)
      .first<{ id: string; public_id: string; state: string } | undefined>('a.id', 'a.public_id', 'a.state'),
  );
  return found && { id: found.id, publicId: found.public_id, state: found.state };
}

async function createCase(tx: Tx, run: BulkRun, { row, asked }: Facts, identity: Buffer): Promise<Case> {
  const {
    serviceCode: _service,
    documents: _papers,
    overruled: _reasons,
    declaration: _text,
    ...draft
  } = row.draft;
  const behalf = asked.onBehalfOf ? { onBehalfOf: asked.onBehalfOf } : {};
  const { applicationId: publicId } = await createDraft(tx, {
    serviceCode: run.serviceCode!,
    draft,
    ...behalf,
  });
  const { id } = await tx.db('applications').where('public_id', publicId).first<{ id: string }>('id');
  const link = { party_id: run.partyId, identity, application_id: id };
  await asJob(tx, () =>
    tx.db('imported_workers').insert(link).onConflict(['party_id', 'identity']).merge(['application_id']),
  );
  return { id, publicId, state: 'draft' };
}

/** Attaches what is not there yet; a paper that the intake refused is told by its place and leaves the rest alone. */
async function attachPapers(
  tx: Tx,
  application: Case,
  { papers, row }: Pick<Facts, 'papers' | 'row'>,
): Promise<{ attached: number; faults: RowFault[] }> {
  const present = new Set(
    await tx
      .db('documents')
      .where('application_id', application.id)
      .whereNull('replaced_at')
      .pluck<DocumentType[]>('kind'),
  );
  const faults: RowFault[] = [];
  const seen = new Set<DocumentType>();
  let attached = 0;
  for (const { kind, examined } of papers) {
    const column = `documents.${kind}`;
    if (seen.has(kind)) faults.push({ column, code: 'file-twice', severity: 'remark' });
    else if (!examined.ok) faults.push({ column, code: 'file-refused', severity: 'remark' });
    else if (
      !present.has(kind) &&
      (await attach(tx, application, { kind, ...row.paperDays[kind] }, examined))
    )
      attached += 1;
    else if (!present.has(kind)) faults.push({ column, code: 'file-refused', severity: 'remark' });
    seen.add(kind);
  }
  return { attached, faults };
}

async function attach(
  tx: Tx,
  application: Case,
  said: { readonly kind: DocumentType; readonly issued?: string; readonly expires?: string },
  examined: Examined & { ok: true },
): Promise<boolean> {
  const input = { applicationId: application.publicId, ...said };
  try {
    await tx.attempt(() =>
      attachDocument(tx, input, (found) => putCasePaper(tx, caseKey(tx.deps.keys, found), examined)),
    );
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}
