import type { Knex } from 'knex';

/**
 * Old PDFs whose reader was killed were marked as looked at for good, like those that no reader opens. Which was which
 * is not on record, so each without a page is given to the reader once more; its refusal marks it again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE documents d SET original_sha256 = NULL WHERE d.mime = 'application/pdf' AND d.original_sha256 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM document_pages p WHERE p.document_id = d.id)
  `);
}

export async function down(): Promise<void> {
  // What was tried again needs no undoing.
}
