import type { PaperKind } from '@permit/domain/papers/paper.ts';
import { caseKey, findApplicationById } from '../applications/application-store.ts';
import { inTransaction, type Caller, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { newId, sha256 } from '../ids.ts';
import { openBytes, sealBytes } from '../vault/person-vault.ts';
import type { PaperDraft } from './paper-draft.ts';
import type { PaperPress } from './paper-press.ts';
import { drawSigned, paperProof, type SignedPaper } from './sign-paper.ts';

export interface PaperRow {
  id: string;
  kind: PaperKind;
  subject_id: string;
  application_id: string;
  sha256: Buffer;
  bytes: number;
  blob_key: string;
  signature: Buffer;
  key_id: string;
}

/** In whose name the paper is looked for; it is always kept by the job class. */
interface Asking {
  readonly deps: Deps;
  readonly press: PaperPress;
  readonly requestId: string;
  readonly caller: Caller;
}

/** The paper in the bytes in which it was first drawn, or drawn now; a paper that proves nothing is not kept. */
export async function drawOrFind(
  asking: Asking,
  draft: PaperDraft,
  language: string,
): Promise<SignedPaper & { readonly paperId?: string }> {
  const { deps, press } = asking;
  const { kind, subjectId, kept } = draft;
  const facts = sha256(JSON.stringify(draft.paper));
  const known = kept && (await findKept(asking, { kind, subjectId, language, facts }));
  if (known) return known;
  const proof = draft.proof && (await paperProof(deps.keys, draft.proof));
  const paper = proof ? { ...draft.paper, proof } : draft.paper;
  const signed = await drawSigned(deps.keys, press, { kind, subjectId, paper });
  if (!kept) return signed;
  const blobKey = await deps.blobs.put(sealBytes(kept.key, 'paper', signed.pdf));
  const row = {
    id: newId(),
    kind,
    subject_id: subjectId,
    application_id: kept.applicationId,
    language,
    facts_sha256: facts,
    sha256: signed.sha256,
    bytes: signed.pdf.length,
    blob_key: blobKey,
    signature: signed.signature,
    key_id: signed.keyId,
  };
  await asSystem(asking, (tx) =>
    tx.db('papers').insert(row).onConflict(['kind', 'subject_id', 'language', 'facts_sha256']).ignore(),
  );
  // Where another request drew the same paper meanwhile, the first one kept is the paper.
  const first = await findKept(asking, { kind, subjectId, language, facts });
  if (first?.paperId !== row.id) await deps.blobs.delete(blobKey);
  return first ?? signed;
}

async function findKept(
  asking: Asking,
  key: { kind: string; subjectId: string; language: string; facts: Buffer },
): Promise<(SignedPaper & { readonly paperId: string }) | undefined> {
  return asSystem(asking, async (tx) => {
    const where = { kind: key.kind, subject_id: key.subjectId, language: key.language };
    const row = await tx
      .db('papers')
      .where({ ...where, facts_sha256: key.facts })
      .first<PaperRow | undefined>();
    return row && { ...(await openPaper(tx, row)), paperId: row.id };
  });
}

/** The bytes of a kept paper. Throws `erased` where its person is gone, and where it is not what was signed. */
export async function openPaper(tx: Tx, row: PaperRow): Promise<SignedPaper> {
  const application = await findApplicationById(tx.db, row.application_id);
  const sealed = await tx.deps.blobs.get(row.blob_key);
  if (!application?.workerKeyWrapped || !sealed) throw new ApiError('erased');
  const pdf = openBytes(caseKey(tx.deps.keys, application), 'paper', sealed);
  if (!sha256(pdf).equals(row.sha256)) throw new Error('a kept paper was changed');
  return { pdf, sha256: row.sha256, signature: row.signature, keyId: row.key_id };
}

const asSystem = <T>({ deps, requestId, caller }: Asking, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(deps, { ...caller, callerClass: 'job' }, requestId, work);
