import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationDraft, AttachedDocument } from '@permit/domain/catalogue/application-draft.ts';
import type { Database } from '../database/database.ts';

/** A paper as it lies in the store. */
export interface DocumentRow {
  public_id: string;
  kind: AttachedDocument['type'];
  mime: AttachedDocument['mime'];
  bytes: number;
  pages: number | null;
  sha256: Buffer;
  measures: { portrait?: NonNullable<AttachedDocument['portrait']> };
  /** By the filer's word. */
  issued_on: CalendarDate | null;
  expires_on: CalendarDate | null;
  /** By the intake, where it saw another kind than was said. */
  seen_as: AttachedDocument['type'] | null;
}

/** The columns of a `DocumentRow`. */
export const PAPER_COLUMNS = [
  ...['public_id', 'kind', 'mime', 'bytes', 'pages', 'sha256', 'measures'],
  ...['issued_on', 'expires_on', 'seen_as'],
] as const;

/** The draft with its papers as they lie in the store: what the checks and the catalogue judge. */
export async function withDocuments(
  db: Database,
  applicationId: string,
  draft: ApplicationDraft,
): Promise<ApplicationDraft> {
  const rows = await db('documents')
    .where('application_id', applicationId)
    .whereNull('replaced_at')
    .orderBy('added_at')
    .select<DocumentRow[]>(...PAPER_COLUMNS);
  return withPapers(draft, rows);
}

/** The same, of rows that were read already. */
export function withPapers(draft: ApplicationDraft, papers: readonly DocumentRow[]): ApplicationDraft {
  const documents = papers.map((row) => ({
    type: row.kind,
    documentId: row.public_id,
    mime: row.mime,
    bytes: row.bytes,
    sha256: row.sha256.toString('hex'),
    ...(row.pages === null ? {} : { pages: row.pages }),
    ...(row.issued_on === null ? {} : { issued: row.issued_on }),
    ...(row.expires_on === null ? {} : { expires: row.expires_on }),
    ...(row.seen_as === null ? {} : { seenAs: row.seen_as }),
    ...(row.measures.portrait ? { portrait: row.measures.portrait } : {}),
  }));
  return { ...draft, documents };
}
