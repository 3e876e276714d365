import type { Knex } from 'knex';

/** Columns of somebody's own words; each is sealed under the key of a person of its row. */
const WORDS: readonly (readonly [table: string, column: string])[] = [
  ['account_claims', 'reason'],
  ['adjudications', 'reason'],
  ['appeals', 'reason'],
  ['corrections', 'reason'],
  ['delegations', 'revoked_reason'],
  ['permits', 'revoked_reason'],
  ['reconciliation_differences', 'reason'],
  ['refunds', 'decision_note'],
  ['refunds', 'reason'],
  ['reprint_requests', 'reason'],
  ['set_aside_money', 'reason'],
];

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

    ALTER TABLE acting_orders ADD COLUMN revoked_reason_sealed bytea;
    ALTER TABLE notices ADD COLUMN words_sealed bytea;
    UPDATE notices SET requested = coalesce((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('row', r -> 'row', 'item', r -> 'item')) ORDER BY n)
      FROM jsonb_array_elements(requested) WITH ORDINALITY AS returned (r, n)), '[]');
    ALTER TABLE notices ADD CONSTRAINT notices_words_are_sealed CHECK (NOT jsonb_path_exists(requested, '$[*].reason'));
  `);
  for (const [table, column] of WORDS)
    await knex.raw(`
      ALTER TABLE ${table} RENAME COLUMN ${column} TO ${column}_sealed;
      ALTER TABLE ${table} ALTER COLUMN ${column}_sealed TYPE bytea
        USING CASE WHEN ${column}_sealed IS NULL THEN NULL ELSE ''::bytea END;
    `);
}

export async function down(knex: Knex): Promise<void> {
  for (const [table, column] of WORDS)
    await knex.raw(`
      ALTER TABLE ${table} ALTER COLUMN ${column}_sealed TYPE text USING CASE WHEN ${column}_sealed IS NULL THEN NULL ELSE '' END;
      ALTER TABLE ${table} RENAME COLUMN ${column}_sealed TO ${column};
    `);
  await knex.raw(`
    ALTER TABLE acting_orders DROP COLUMN revoked_reason_sealed;
    ALTER TABLE notices DROP CONSTRAINT notices_words_are_sealed, DROP COLUMN words_sealed;
    ALTER TABLE applications DROP CONSTRAINT applications_words_are_sealed,
      DROP COLUMN findings_sealed, DROP COLUMN requested_sealed, DROP COLUMN decision_sealed;
  `);
}
