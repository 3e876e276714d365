import type { cardProofsApi } from '@permit/domain/contract/card-proofs-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { IN_FORCE, type PermitRow } from './permits-in-force.ts';

const MOST = 200;

/** Permits in force that row-level security shows to the caller, newest first; numbers and states only. */
export async function listPermits(tx: Tx): Promise<OutputOf<typeof cardProofsApi.listPermits>> {
  const rows = await tx
    .db('permits')
    .whereIn('state', IN_FORCE)
    .orderBy('issued_at', 'desc')
    .limit(MOST)
    .select<PermitRow[]>('public_id', 'permit_no', 'state', 'valid_to', 'revision');
  const subjectId = tx.caller.accountPublicId ?? 'account';
  const fact = { act: 'permits-listed', subjectKind: 'account', subjectId, purpose: 'digital-card' };
  await recordAudit(tx, { ...fact, detail: { permits: rows.length } });
  return {
    permits: rows.map((row) => ({
      permitId: row.public_id,
      permitNo: row.permit_no,
      state: row.state,
      validTo: row.valid_to,
      revision: row.revision,
    })),
  };
}
