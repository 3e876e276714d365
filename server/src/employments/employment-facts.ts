import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { Tx } from '../database/transaction.ts';
import { openJson, personKey } from '../vault/person-vault.ts';

export interface EmploymentFacts {
  readonly employerName: string;
  readonly provinceCode?: string;
  readonly occupation?: string;
  /** Number of the notice or case that says so. */
  readonly sourceNo?: string;
}

interface FactsRow {
  readonly employer_name: string | null;
  readonly province_code: string | null;
  readonly occupation: string | null;
  readonly source_no: string | null;
  readonly person_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed: Buffer;
  readonly by_notice: boolean;
}

/**
 * What the paper behind an employment says. A company's name is readable; a natural person's is opened from the sealed
 * paper itself. Runs as the job class, after the caller was found to be allowed.
 */
export async function employmentFacts(tx: Tx, actId: string): Promise<EmploymentFacts> {
  const row = await tx
    .db('employment_acts as e')
    .leftJoin('notice_workers as w', 'w.id', 'e.worker_row')
    .leftJoin('notices as n', 'n.id', 'w.notice_id')
    .leftJoin('applications as a', 'a.id', 'e.application_id')
    .joinRaw('JOIN people p ON p.id = coalesce(n.body_person, a.worker_person)')
    .where('e.id', actId)
    .first<FactsRow>(
      'e.employer_name',
      'e.province_code',
      'e.occupation',
      'p.id as person_id',
      'p.wrapped_key',
      tx.db.raw('coalesce(n.number, a.number) AS source_no'),
      tx.db.raw('coalesce(n.body_sealed, a.draft_sealed) AS sealed'),
      tx.db.raw('n.id IS NOT NULL AS by_notice'),
    );
  return {
    employerName: row.employer_name ?? sealedName(tx, row),
    ...(row.province_code ? { provinceCode: row.province_code } : {}),
    ...(row.occupation ? { occupation: row.occupation } : {}),
    ...(row.source_no ? { sourceNo: row.source_no } : {}),
  };
}

function sealedName(tx: Tx, row: FactsRow): string {
  if (!row.wrapped_key) return '';
  const paper = openJson<ApplicationDraft & { body?: ApplicationDraft }>(
    personKey(tx.deps.keys, row.person_id, row.wrapped_key),
    'draft',
    row.sealed,
  );
  const employer = (row.by_notice ? paper.body : paper)?.employer;
  return employer?.nameThai ?? employer?.nameLatin ?? '';
}
