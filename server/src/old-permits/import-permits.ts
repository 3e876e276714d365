import type { oldPermitsApi } from '@permit/domain/contract/old-permits-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueJob } from '../jobs/queue-job.ts';
import { finishedUpload } from '../uploads/finished-upload.ts';
import { holdUpload } from '../uploads/upload-store.ts';
import { describeImport, findPermitImport, listPermitImports } from './permit-import-store.ts';

const HELD_DAYS = 7;

/** Begins the import of an old register; its lines are worked off by the job. */
export async function importPermits(
  tx: Tx,
  input: InputOf<typeof oldPermitsApi.importPermits>,
): Promise<OutputOf<typeof oldPermitsApi.importPermits>> {
  const upload = await finishedUpload(tx, input.uploadId, 'old-permits');
  await holdUpload(tx.db, upload.id, HELD_DAYS);
  const id = newId();
  const publicId = newPublicId();
  await asJob(tx, async () => {
    await tx.db('old_permit_imports').insert({
      id,
      public_id: publicId,
      upload_id: upload.id,
      started_by: tx.caller.personId ?? null,
      source: input.source,
      encoding: input.encoding,
      bytes: upload.bytes,
    });
    await queueJob(tx, 'import-permits', { importId: id }, `import-permits:${upload.id}`);
  });
  const fact = { act: 'old-permits-import-started', subjectKind: 'old-permit-import', subjectId: publicId };
  await recordAudit(tx, { ...fact, purpose: 'register', detail: { bytes: upload.bytes } });
  return importOf(tx, publicId);
}

/** The import as it stands now. */
export async function importOf(
  tx: Tx,
  publicId: string,
): Promise<OutputOf<typeof oldPermitsApi.getPermitImport>> {
  const found = await asJob(tx, () => findPermitImport(tx.db, { public_id: publicId }));
  if (!found) throw notFound();
  return describeImport(tx.deps.clock, found);
}

/** Every import, newest first. */
export async function importsOf(
  tx: Tx,
  { limit }: InputOf<typeof oldPermitsApi.listPermitImports>,
): Promise<OutputOf<typeof oldPermitsApi.listPermitImports>> {
  const imports = await asJob(tx, () => listPermitImports(tx.db, limit));
  return { imports: imports.map((one) => describeImport(tx.deps.clock, one)) };
}
