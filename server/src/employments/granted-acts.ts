import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { employerIdentity, employerKeyAmong } from './employer-identity.ts';

interface GrantRow {
  readonly permit_id: string;
  readonly valid_from: string;
  readonly application_id: string;
  readonly filed_by_party: string;
  readonly worker_person: string;
  readonly wrapped_key: Buffer;
  readonly draft_sealed: Buffer;
}

/**
 * The first word on each permit's employment: the case that it was granted on. Written when the permit is issued, and
 * for an older permit when somebody first asks. Runs as the job class.
 */
export async function ensureGrantedActs(tx: Tx, permitIds: readonly string[]): Promise<void> {
  const rows = await tx
    .db('permits as m')
    .join('applications as a', 'a.id', 'm.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .whereIn('m.id', [...permitIds])
    .whereNotNull('p.wrapped_key')
    .whereNotExists(tx.db('employment_acts as e').whereRaw('e.application_id = a.id'))
    .select<GrantRow[]>(
      'm.id as permit_id',
      'm.valid_from',
      'a.id as application_id',
      'a.filed_by_party',
      'a.worker_person',
      'p.wrapped_key',
      'a.draft_sealed',
    );
  const acts = rows.flatMap((row) => actOf(tx, row) ?? []);
  if (acts.length > 0) await tx.db('employment_acts').insert(acts).onConflict('application_id').ignore();
}

function actOf(tx: Tx, row: GrantRow): Record<string, unknown> | undefined {
  const { keys } = tx.deps;
  const key = personKey(keys, row.worker_person, row.wrapped_key);
  const draft = openJson<ApplicationDraft>(key, 'draft', row.draft_sealed);
  if (!draft.employer) return undefined;
  const identity = employerIdentity(keys, draft.employer);
  return {
    id: newId(),
    permit_id: row.permit_id,
    kind: 'granted',
    employer_key: employerKeyAmong([], identity),
    employer_id_key: identity.idKey ?? null,
    employer_name_key: identity.nameKey ?? null,
    effective_on: row.valid_from,
    application_id: row.application_id,
    filed_by_party: row.filed_by_party,
    employer_name: identity.name ?? null,
    province_code: draft.workplaces?.[0]?.province ?? draft.employer.address?.province ?? null,
    occupation: draft.job?.occupation ?? null,
  };
}
