import type { Knex } from 'knex';

/**
 * A filed PDF is drawn page by page: what people see are these pictures, sealed like the papers themselves. Of every
 * file the hash of what came in is kept, and what looked for viruses in it.
 */
const PEOPLE_CLASSES = 'permit_applicant, permit_contractor, permit_officer';
/** Documents have policies of their own: whoever sees the paper sees its pages. */
const OF_A_SEEN_PAPER = 'EXISTS (SELECT 1 FROM documents d WHERE d.id = document_id)';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE documents
      -- Absent on papers of before.
      ADD COLUMN original_sha256 bytea CONSTRAINT documents_original_sha256_length CHECK (octet_length(original_sha256) = 32),
      -- Name and version of the scanner that found nothing; 'none' where none was set up.
      ADD COLUMN scanned_by text NOT NULL DEFAULT 'none';
    CREATE TABLE document_pages (
      document_id uuid NOT NULL CONSTRAINT document_pages_document REFERENCES documents,
      page integer NOT NULL CONSTRAINT document_pages_counted_from_one CHECK (page > 0),
      mime text NOT NULL CONSTRAINT document_pages_are_pictures CHECK (mime IN ('image/jpeg', 'image/png')),
      width integer NOT NULL CONSTRAINT document_pages_width_positive CHECK (width > 0),
      height integer NOT NULL CONSTRAINT document_pages_height_positive CHECK (height > 0),
      bytes integer NOT NULL,
      sha256 bytea NOT NULL,
      blob_key text NOT NULL,
      PRIMARY KEY (document_id, page)
    );
    CREATE TRIGGER document_pages_append_only BEFORE UPDATE OR DELETE ON document_pages
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    ALTER TABLE document_pages ENABLE ROW LEVEL SECURITY;
    CREATE POLICY document_pages_of_caller ON document_pages TO ${PEOPLE_CLASSES}
      USING (${OF_A_SEEN_PAPER}) WITH CHECK (${OF_A_SEEN_PAPER});
    CREATE POLICY document_pages_jobs ON document_pages TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON document_pages TO permit_applicant, permit_contractor, permit_job;
    GRANT SELECT ON document_pages TO permit_officer;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE document_pages;
    ALTER TABLE documents DROP COLUMN scanned_by, DROP COLUMN original_sha256;
  `);
}
