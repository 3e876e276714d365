import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import type { NoticePaperInput } from '@permit/domain/contract/notice-shapes.ts';
import { asJob, inTransaction, type Tx } from '../database/transaction.ts';
import { refusalOf } from '../documents/file-body.ts';
import { A_PAPER } from '../documents/intake/examined.ts';
import { turnOfCaller } from '../documents/intake/turn-of-caller.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { stagePaper, type StagedPaper } from '../documents/paper-file.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { finishedUpload } from '../uploads/finished-upload.ts';
import { readUpload } from '../uploads/upload-reader.ts';
import { letUploadGo } from '../uploads/upload-store.ts';
import type { NamedPaper } from './notice-paper-store.ts';

interface Arrived {
  readonly uploadId: string;
  readonly paper: StagedPaper;
}

interface WithPapers {
  readonly papers: readonly NoticePaperInput[];
}

/**
 * For routes whose papers come as uploads: they are read, scanned, decoded, sealed and stored while no transaction is
 * open, one after the other, and travel beside the input.
 */
export function noticePapers(intake: IntakePool) {
  const arrived = new WeakMap<readonly NoticePaperInput[], readonly (Arrived | undefined)[]>();
  return {
    async before<Input extends WithPapers>(around: Around, input: Input): Promise<Input> {
      const papers: (Arrived | undefined)[] = [];
      for (const [place, { uploadId }] of input.papers.entries())
        papers.push(await take(around, intake, { uploadId, path: `papers.${place}` }));
      arrived.set(input.papers, papers);
      return input;
    },
    /** The papers of this input; their uploads go with the transaction. Asked after the action's first question. */
    async of(tx: Tx, { papers }: WithPapers): Promise<NamedPaper[]> {
      const taken = arrived.get(papers) ?? [];
      const named = papers.map(({ kind }, place) => ({ kind, arrived: taken[place] ?? gone() }));
      await asJob(tx, async () => {
        for (const one of named) await letUploadGo(tx.db, one.arrived.uploadId);
      });
      return named.map(({ kind, arrived: { paper } }) => ({ kind, paper }));
    },
  };
}
export type NoticePapers = ReturnType<typeof noticePapers>;

// The upload was used before: by this very request, whose first answer is then built again, or by another.
function gone(): never {
  throw notFound();
}

async function take(
  around: Around,
  intake: IntakePool,
  { uploadId, path }: { readonly uploadId: string; readonly path: string },
): Promise<Arrived | undefined> {
  const { deps, caller, requestId } = around;
  const found = await inTransaction(deps, caller, requestId, (tx) => openUpload(tx, uploadId));
  if (!found) return undefined;
  const bytes = await found.reader.read(0, UPLOAD_LIMITS.document);
  const examined = await intake.examine(bytes, A_PAPER, turnOfCaller(caller));
  if (!examined.ok) throw at(path, await refusalOf(around, bytes, examined));
  return { uploadId: found.id, paper: await stagePaper(deps, 'notice-paper', examined) };
}

async function openUpload(tx: Tx, publicId: string) {
  try {
    const upload = await finishedUpload(tx, publicId, 'document');
    return { id: upload.id, reader: await readUpload(tx.deps, tx.db, upload) };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Which of the papers it was. */
function at(path: string, { code, detailCode }: ApiError): ApiError {
  return new ApiError(code, {
    ...(detailCode ? { detailCode } : {}),
    fields: [{ path, code: detailCode ?? code }],
  });
}
