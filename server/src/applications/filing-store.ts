import { PUBLISHED_OF_CASE } from '../catalogue/published-service-store.ts';
import { caseDossier, OFFERS_TO_CASE, type CaseDossier } from '../dossier/case-dossier.ts';
import type { Tx } from '../database/transaction.ts';
import { statement } from '../database/statement.ts';
import { fromRow, type Application, type ApplicationRow } from './application-store.ts';
import { PAPER_COLUMNS, type DocumentRow } from './draft-documents.ts';

const COLUMNS = `a.id, a.public_id, a.number, a.service_code, a.catalogue_version, a.state, a.state_since, a.due_at,
  a.revision, a.worker_person, p.wrapped_key, a.filed_by_party, a.office_party, a.facts, a.draft_sealed, a.findings,
  a.findings_sealed, a.requested, a.requested_sealed, a.renews_permit, a.body_hash, a.submitted_at, a.submitted_by, a.checked_by, a.considered_by, a.decided_by, a.proposal,
  s.definition`;
// The office that has jurisdiction over the case's province: the lowest code there, else the central one.
const OFFICE = `(SELECT o.id FROM parties o
    WHERE o.kind = 'office' AND (o.province_code = a.facts ->> 'provinceCode' OR o.code = 'OFFICE-CENTRAL')
    ORDER BY (o.province_code = a.facts ->> 'provinceCode') DESC NULLS LAST, o.code LIMIT 1)`;
const LOCK_CASE = statement<ApplicationRow & { office: string | null }>(
  `SELECT ${COLUMNS}, ${OFFICE} AS office FROM applications a JOIN people p ON p.id = a.worker_person ${PUBLISHED_OF_CASE}
   WHERE a.public_id = $1 FOR UPDATE OF a`,
);
const PAPERS = statement<DocumentRow>(
  `SELECT ${PAPER_COLUMNS.map((column) => `d.${column}`).join(', ')}
   FROM documents d JOIN applications a ON a.id = d.application_id
   WHERE a.public_id = $1 AND d.replaced_at IS NULL ORDER BY d.added_at`,
);

/** All that filing a case must know of it. */
export interface CaseToFile {
  readonly application: Application;
  readonly papers: readonly DocumentRow[];
  readonly officeParty: string | undefined;
  readonly dossier: CaseDossier;
}

/** The case, locked until the end of the transaction, with its papers and the office it will belong to. */
export async function lockCaseToFile(tx: Tx, publicId: string): Promise<CaseToFile | undefined> {
  const [[row], papers, offers] = await tx.ask(
    LOCK_CASE(publicId),
    PAPERS(publicId),
    OFFERS_TO_CASE(publicId),
  );
  // It cites nothing yet: citations are fixed by filing.
  const dossier = caseDossier(offers, []);
  return row && { application: fromRow(row), papers, officeParty: row.office ?? undefined, dossier };
}

/** What filing writes on the case. */
export interface Filed {
  readonly applicationId: string;
  readonly number: string;
  readonly state: 'awaiting-payment' | 'in-document-check';
  readonly dueAt: Date | undefined;
  readonly officeParty: string | undefined;
  /** Written by `findingColumns`. */
  readonly findings: { readonly findings: string; readonly findings_sealed: Buffer };
  readonly bodyHash: Buffer;
  /** Found and proved by the server, never what the form alone says. */
  readonly renewsPermit: string | undefined;
  readonly submittedAt: Date;
}

const FILE = statement(
  `UPDATE applications SET number = $2, state = $3, state_since = clock_timestamp(), due_at = $4, office_party = $5,
          findings = $6, body_hash = $7, submitted_at = $8, submitted_by = $9,
          findings_sealed = $10, renews_permit = $11
   WHERE id = $1`,
);

/** Moves the draft to its first state; only the job class may give it an office (call within asJob). */
export function fileCase(tx: Tx, filed: Filed): void {
  const { applicationId, number, state, dueAt, officeParty, bodyHash, submittedAt } = filed;
  const { findings, findings_sealed } = filed.findings;
  const by = tx.caller.personId;
  const values = [
    applicationId,
    number,
    state,
    dueAt,
    officeParty,
    findings,
    bodyHash,
    submittedAt,
    by,
  ] as const;
  tx.tell(FILE(...values, findings_sealed, filed.renewsPermit));
}
