import type { attentionApi } from '@permit/domain/contract/attention-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';

/** A failed job begins anew with all its attempts; what it did before failing was rolled back with it. */
export async function retryJob(
  tx: Tx,
  { jobId }: InputOf<typeof attentionApi.retryJob>,
): Promise<OutputOf<typeof attentionApi.retryJob>> {
  await asJob(tx, async () => {
    const job = await tx
      .db('jobs')
      .where('id', jobId)
      .forUpdate()
      .first<{ kind: string; state: string } | undefined>('kind', 'state');
    if (!job) throw notFound();
    if (job.state !== 'failed') throw new ApiError('wrong-state');
    await tx
      .db('jobs')
      .where('id', jobId)
      .update({ state: 'due', attempts: 0, run_at: tx.db.fn.now(), finished_at: null });
    const detail = { kind: job.kind };
    await recordAudit(tx, {
      act: 'job-retried',
      subjectKind: 'job',
      subjectId: jobId,
      purpose: 'operations',
      detail,
    });
    tx.ring(job.kind);
  });
  return { jobId, state: 'due' };
}
