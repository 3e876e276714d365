import type { Knex } from 'knex';

/**
 * What was said of a person is sealed like the form (docs/decisions/0024). SQL cannot seal, so the words of rows that
 * were written before are dropped and their codes kept; the checks keep words from coming back into the open.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications
      ADD COLUMN findings_sealed bytea,
      ADD COLUMN requested_sealed bytea,
      ADD COLUMN decision_sealed bytea;
    UPDATE applications SET
      findings = coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'code', f -> 'code', 'severity', f -> 'severity', 'field', f -> 'field')) ORDER BY n)
        FROM jsonb_array_elements(findings) WITH ORDINALITY AS found (f, n)), '[]'),
      requested = coalesce((SELECT jsonb_agg(jsonb_build_object('item', r -> 'item') ORDER BY n)
        FROM jsonb_array_elements(requested) WITH ORDINALITY AS returned (r, n)), '[]'),
      decision = decision - 'text';
    ALTER TABLE applications ADD CONSTRAINT applications_words_are_sealed CHECK (
      NOT jsonb_path_exists(findings, '$[*].evidence') AND NOT jsonb_path_exists(findings, '$[*].overruledBecause') AND
      NOT jsonb_path_exists(requested, '$[*].reason') AND NOT jsonb_path_exists(requested, '$[*].note') AND
      (decision IS NULL OR NOT jsonb_exists(decision, 'text')));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE applications DROP CONSTRAINT applications_words_are_sealed,
      DROP COLUMN findings_sealed, DROP COLUMN requested_sealed, DROP COLUMN decision_sealed;
  `);
}
