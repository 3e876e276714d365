import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';

/** File names of a run may name people: a month after its end its key goes, and with it what only the key opens. */
export function forgetNotes(deps: Deps): Promise<number> {
  return inTransaction(deps, SYSTEM, 'forget-notes', ({ db }) =>
    db('bulk_runs')
      .whereRaw(`finished_at < now() - interval '30 days'`)
      .whereNotNull('wrapped_key')
      .update({ wrapped_key: null, notes_sealed: null }),
  );
}
