import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';

interface PartyRow {
  name_th: string | null;
  name_en: string | null;
  person_id: string | null;
  wrapped_key: Buffer | null;
  sealed: Buffer | null;
}

/** What a party is called on a paper: a company's own name, a person's sealed one. Runs as the job class. */
export async function partyName(tx: Tx, partyId: string): Promise<string> {
  const row = await tx
    .db('parties as t')
    .leftJoin('people as p', 'p.id', 't.person_id')
    .where('t.id', partyId)
    .first<PartyRow | undefined>('t.name_th', 't.name_en', 't.person_id', 'p.wrapped_key', 'p.sealed');
  const company = row?.name_th ?? row?.name_en;
  if (company) return company;
  if (!row?.person_id || !row.wrapped_key || !row.sealed) return '-';
  const key = personKey(tx.deps.keys, row.person_id, row.wrapped_key);
  return openJson<{ displayName?: string }>(key, 'person', row.sealed).displayName || '-';
}
