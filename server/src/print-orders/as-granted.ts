import type { Application } from '../applications/application-store.ts';
import type { Tx } from '../database/transaction.ts';
import { sha256 } from '../ids.ts';

interface Granted {
  readonly revision?: number;
  /** Of the sealed draft, hex. Missing in decisions of before this was kept. */
  readonly draftSha256?: string;
}

/** What a grant keeps of the draft that the registrar saw. */
export function markOfDraft({ draftSealed }: Pick<Application, 'draftSealed'>): string {
  return sha256(draftSealed).toString('hex');
}

/** Whether a case still holds exactly what was granted (promises.md I7): anything changed since is never printed. */
export async function isAsGranted(tx: Tx, application: Application): Promise<boolean> {
  const row = await tx
    .db('applications')
    .where('id', application.id)
    .first<{ decision: Granted | null }>('decision');
  const { revision, draftSha256 } = row.decision ?? {};
  if (revision !== application.revision) return false;
  return draftSha256 === undefined || draftSha256 === markOfDraft(application);
}

/** A correction that a registrar grants is the new grant: what it made of the draft is what may be printed. */
export async function markAsGranted(tx: Tx, applicationId: string): Promise<void> {
  const row = await tx
    .db('applications')
    .where('id', applicationId)
    .first<{ revision: number; draft_sealed: Buffer }>('revision', 'draft_sealed');
  const mark = { revision: row.revision, draftSha256: markOfDraft({ draftSealed: row.draft_sealed }) };
  await tx.db.raw(`UPDATE applications SET decision = coalesce(decision, '{}') || ?::jsonb WHERE id = ?`, [
    JSON.stringify(mark),
    applicationId,
  ]);
}
