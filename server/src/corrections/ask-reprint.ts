import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { personKey } from '../vault/person-vault.ts';
import { NO_WORDS, sealWords } from '../vault/sealed-words.ts';
import type { CorrectionRow } from './correction-store.ts';

/**
 * Asks for another card after a correction, at the centre that printed the first; another person still has to grant
 * it there. Nothing is asked while no card was made, or where a request is open already. Runs as the job class.
 */
export async function askReprint(tx: Tx, correction: CorrectionRow): Promise<void> {
  const card = await tx
    .db('print_orders')
    .where({ permit_id: correction.permit_id, state: 'passed' })
    .orderBy('created_at', 'desc')
    .first<{ centre_party: string } | undefined>('centre_party');
  const open = await tx
    .db('reprint_requests')
    .where('permit_id', correction.permit_id)
    .whereNull('granted_by')
    .first('id');
  if (!card || open) return;
  await tx.db('reprint_requests').insert({
    id: newId(),
    public_id: newPublicId(),
    permit_id: correction.permit_id,
    application_id: correction.application_id,
    centre_party: card.centre_party,
    reason_sealed: reasonOf(tx, correction),
    asked_by: correction.asked_by,
  });
}

function reasonOf(tx: Tx, { public_id, worker_person, wrapped_key }: CorrectionRow): Buffer {
  if (!wrapped_key) return NO_WORDS;
  return sealWords(personKey(tx.deps.keys, worker_person, wrapped_key), `correction ${public_id}`);
}
