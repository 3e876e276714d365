import type { DocumentType } from '@permit/domain/catalogue/document-type.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';
import { claimPaper, type PaperPage, type StagedPaper } from '../documents/paper-file.ts';
import { newPublicId, sha256 } from '../ids.ts';

/** A paper of a notice with where its pages lie. */
export interface NoticePaperRow {
  readonly id: string;
  readonly public_id: string;
  readonly paper_no: number;
  readonly addition_no: number;
  readonly kind: DocumentType;
  readonly wrapped_key: Buffer | null;
  readonly mime: string;
  readonly bytes: number;
  readonly pages: readonly PaperPage[];
  readonly original_sha256: Buffer;
  readonly added_at: Date;
}

export interface NoticeAdditionRow {
  readonly addition_no: number;
  readonly papers: number;
  readonly text: string;
  readonly key_id: string;
  readonly issued_at: Date;
}

/** A staged paper with the kind that its filer gave it. */
export interface NamedPaper {
  readonly kind: DocumentType;
  readonly paper: StagedPaper;
}

/** The papers of a notice in the order in which they came, as far as the caller sees the notice. */
export function papersOfNotice(db: Database, noticeId: string): Promise<NoticePaperRow[]> {
  return db('notice_papers').where('notice_id', noticeId).orderBy('paper_no').select<NoticePaperRow[]>();
}

/** Its additions in their order. */
export function additionsOf(db: Database, noticeId: string): Promise<NoticeAdditionRow[]> {
  return db('notice_additions')
    .where('notice_id', noticeId)
    .orderBy('addition_no')
    .select<NoticeAdditionRow[]>();
}

/** Writes papers behind those that are there. Runs as the job class, after the caller's right was seen. */
export async function writePapers(
  tx: Tx,
  notice: { readonly id: string; readonly papersBefore: number; readonly addition: number },
  papers: readonly NamedPaper[],
): Promise<void> {
  if (papers.length === 0) return;
  for (const { paper } of papers) claimPaper(tx, paper);
  await tx.db('notice_papers').insert(
    papers.map(({ kind, paper: { id, wrappedKey, taken, pages, blobKey } }, index) => ({
      ...{ id, public_id: newPublicId(), notice_id: notice.id, kind },
      ...{ paper_no: notice.papersBefore + index + 1, addition_no: notice.addition },
      ...{ wrapped_key: wrappedKey, mime: taken.mime, bytes: taken.bytes.length },
      ...{ pages: JSON.stringify(pages), sha256: sha256(taken.bytes), blob_key: blobKey },
      original_sha256: Buffer.from(taken.originalSha256),
      scanned_by: taken.scannedBy ?? 'none',
      added_by: tx.caller.personId,
      added_at: tx.deps.clock.business(),
    })),
  );
}

/** What a receipt's digest says of papers: place, kind and the hash of the file as it came. */
export const digestLines = (papers: readonly NoticePaperRow[]): string[] =>
  papers.map(
    ({ paper_no, kind, original_sha256 }) => `paper ${paper_no} ${kind} ${original_sha256.toString('hex')}`,
  );
