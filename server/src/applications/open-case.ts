import type { Tx } from '../database/transaction.ts';

/**
 * Opens a case to a party; runs as the job class, because nobody may open a case to themselves. Which party is
 * a rule of the act that calls this, never an input of a person.
 */
export async function openCaseTo(
  tx: Tx,
  applicationId: string,
  party: { code: string } | { id: string },
  access: 'read' | 'act',
): Promise<void> {
  const rows = tx
    .db('parties')
    .where(party)
    .select(tx.db.raw('?::uuid', [applicationId]), 'id', tx.db.raw('?', [access]));
  await tx.db.raw('INSERT INTO case_access (application_id, party_id, access) ? ON CONFLICT DO NOTHING', [
    rows,
  ]);
}
