import { statement } from '../database/statement.ts';
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

/** The office that has jurisdiction over a province: the lowest code there, else the central registration office. */
export async function officeOf(tx: Tx, provinceCode: string | undefined): Promise<string | undefined> {
  const [[office]] = await tx.ask(OFFICE(provinceCode ?? ''));
  return office?.id;
}

const OFFICE = statement<{ id: string }>(
  `SELECT id FROM parties WHERE kind = 'office' AND (province_code = $1 OR code = 'OFFICE-CENTRAL')
   ORDER BY (province_code = $1) DESC NULLS LAST, code LIMIT 1`,
);
