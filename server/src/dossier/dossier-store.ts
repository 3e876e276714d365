import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { DossierKindName } from '@permit/domain/dossier/dossier-kinds.ts';
import type { CitedPaper, NewerPaper, PaperOfAttorney } from '@permit/domain/dossier/dossier-paper.ts';
import type { DossierPaperState } from '@permit/domain/machines/dossier-paper-machine.ts';
import type { Database } from '../database/database.ts';
import type { NamedParty } from '../delegations/party-names.ts';

/** One page of a paper as it lies in the store. */
export interface DossierPage {
  readonly mime: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly blobKey: string;
}

/** A paper of a dossier with where its bytes lie. */
export interface StoredDossierPaper extends CitedPaper {
  readonly id: string;
  readonly party: NamedParty & { readonly publicId: string };
  readonly agentPublicId: string | undefined;
  readonly version: number;
  readonly mime: string;
  readonly pages: readonly DossierPage[];
  readonly wrappedKey: Buffer | undefined;
  readonly labelSealed: Buffer | undefined;
  readonly reasonSealed: Buffer | undefined;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly checkedAt: Date | undefined;
  readonly checkedRole: string | undefined;
}

/** Columns of `dossier_papers p` with its employer `e` and its agent `g`. */
export const DOSSIER_COLUMNS = `p.id, p.public_id, p.party_id, p.kind, p.version, p.state, p.mime, p.pages, p.wrapped_key,
  p.label_sealed, p.reason_sealed, p.own_last_day, p.attorney, p.added_by, p.added_at, p.checked_at, p.checked_role,
  p.valid_until, e.public_id AS employer_public_id, coalesce(e.name_th, e.name_en) AS employer_name, e.person_id AS employer_person,
  g.public_id AS agent_public_id`;
export const DOSSIER_JOINS =
  'JOIN parties e ON e.id = p.party_id LEFT JOIN parties g ON g.id = p.attorney_party';

export interface DossierRow {
  id: string;
  public_id: string;
  party_id: string;
  kind: DossierKindName;
  version: number;
  state: DossierPaperState;
  mime: string;
  pages: DossierPage[];
  wrapped_key: Buffer | null;
  label_sealed: Buffer | null;
  reason_sealed: Buffer | null;
  own_last_day: CalendarDate | null;
  attorney: PaperOfAttorney | null;
  added_by: string;
  added_at: Date;
  checked_at: Date | null;
  checked_role: string | null;
  valid_until: CalendarDate | null;
  employer_public_id: string;
  employer_name: string | null;
  employer_person: string | null;
  agent_public_id: string | null;
  /** Asked for where a case cites the paper (case-dossier.ts). */
  newer_state?: NewerPaper['state'] | null;
  newer_valid_until?: CalendarDate | null;
}

/** By public id, as far as row-level security lets the caller see it. */
export async function findDossierPaper(
  db: Database,
  publicId: string,
): Promise<StoredDossierPaper | undefined> {
  const [paper] = await selectPapers(db, 'p.public_id = ?', [publicId]);
  return paper;
}

const MOST_LISTED = 300;

/** Papers that the caller may see, by a condition of ours. */
export async function selectPapers(
  db: Database,
  where: string,
  bindings: readonly (string | readonly string[])[],
): Promise<StoredDossierPaper[]> {
  const { rows } = await db.raw<{ rows: DossierRow[] }>(
    `SELECT ${DOSSIER_COLUMNS} FROM dossier_papers p ${DOSSIER_JOINS} WHERE ${where} ORDER BY p.added_at LIMIT ${MOST_LISTED}`,
    bindings as never,
  );
  return rows.map(paperFromRow);
}

export function paperFromRow(row: DossierRow): StoredDossierPaper {
  return {
    id: row.id,
    paperId: row.public_id,
    party: {
      id: row.party_id,
      publicId: row.employer_public_id,
      registeredName: row.employer_name,
      person: row.employer_person,
    },
    agentPublicId: row.agent_public_id ?? undefined,
    kind: row.kind,
    version: row.version,
    state: row.state,
    mime: row.mime,
    pages: row.pages,
    wrappedKey: row.wrapped_key ?? undefined,
    labelSealed: row.label_sealed ?? undefined,
    reasonSealed: row.reason_sealed ?? undefined,
    ownLastDay: row.own_last_day ?? undefined,
    attorney: row.attorney ?? undefined,
    addedBy: row.added_by,
    addedAt: row.added_at,
    checkedAt: row.checked_at ?? undefined,
    checkedRole: row.checked_role ?? undefined,
    validUntil: row.valid_until ?? undefined,
    everChecked: row.checked_at !== null,
    newer: row.newer_state
      ? { state: row.newer_state, validUntil: row.newer_valid_until ?? undefined }
      : undefined,
  };
}
