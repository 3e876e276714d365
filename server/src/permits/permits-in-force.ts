import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';

/** States with which the worker may work (s.67: also while a renewal is pending). */
export const IN_FORCE: readonly PermitState[] = ['temporary', 'active', 'renewal-pending'];

export interface PermitRow {
  readonly id: string;
  readonly public_id: string;
  readonly permit_no: string;
  readonly application_id: string;
  readonly worker_person: string;
  readonly state: PermitState;
  readonly category: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly revision: number;
  readonly status_index: number;
  readonly digital_status_index: number | null;
}

/** The permit that the caller may see; who is not allowed to change permits reads it without a lock. */
export async function permitOf(tx: Tx, publicId: string, lock = true): Promise<PermitRow> {
  const query = tx.db('permits').where('public_id', publicId);
  const row = await (lock ? query.forUpdate() : query).first<PermitRow | undefined>();
  if (!row) throw notFound();
  return row;
}
