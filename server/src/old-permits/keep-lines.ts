import { permitLine, type OldPermit, type OldPermitFault } from '@permit/domain/bulk/read-old-permit.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { newPersonKey } from '../vault/person-vault.ts';
import { sealLine } from './line-key.ts';

/** A line that was read: a permit, or why it is none. */
export type ReadLine = { readonly line: number } & (
  { readonly permit: OldPermit } | { readonly faults: readonly OldPermitFault[] }
);

/** A step ready to be written: nothing readable of a person is in it. */
export interface SealedStep {
  readonly keyId: string;
  readonly wrapped: Buffer;
  /** Numbers that this step has once, and those that it has again: the latter must see the former. */
  readonly once: readonly SealedRow[];
  readonly again: readonly SealedRow[];
  readonly faults: readonly { line: number; place: string; code: string }[];
  readonly refused: number;
}

interface SealedRow {
  readonly line: number;
  readonly salt: string;
  readonly sealed: string;
  readonly number_key: string;
  readonly passport_key: string | null;
  readonly fingerprint: string;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** Seals the lines of one step under a fresh key, outside of any transaction. */
export function sealStep(keys: KeyStore, importId: string, lines: readonly ReadLine[]): SealedStep {
  const keyId = newId();
  const { key, wrapped } = newPersonKey(keys, keyId);
  const seen = new Set<string>();
  const once: SealedRow[] = [];
  const again: SealedRow[] = [];
  for (const read of lines) {
    if (!('permit' in read)) continue;
    const row = sealedRow(keys, key, importId, read);
    (seen.has(row.number_key) ? again : once).push(row);
    seen.add(row.number_key);
  }
  const refused = lines.flatMap((read) => ('faults' in read ? [read] : []));
  const faults = refused.flatMap(({ line, faults: found }) =>
    found.map(({ column, code }) => ({ line, place: column, code })),
  );
  return { keyId, wrapped, once, again, faults, refused: refused.length };
}

function sealedRow(
  keys: KeyStore,
  stepKey: Buffer,
  importId: string,
  { line, permit }: { line: number; permit: OldPermit },
): SealedRow {
  const { salt, sealed } = sealLine(stepKey, { importId, line }, permit);
  return {
    line,
    salt: hex(salt),
    sealed: hex(sealed),
    number_key: hex(keys.blindIndex('old-permit-number', permit.number)),
    passport_key: permit.passport ? hex(keys.blindIndex('passport', permit.passport)) : null,
    fingerprint: hex(keys.blindIndex('old-permit', permitLine(permit))),
  };
}

/** Writes a step: key, lines, reasons, and how far the import is; all or nothing, in two round trips. */
export async function keepStep(
  tx: Tx,
  importId: string,
  step: SealedStep,
  at: { readonly line: number; readonly bytes: number },
): Promise<void> {
  tx.tell(PLAN_ANEW());
  tx.tell(KEEP_KEY(step.keyId, importId, step.wrapped));
  if (step.faults.length > 0) tx.tell(KEEP_FAULTS(importId, JSON.stringify(step.faults)));
  const written = await tx.ask(
    KEEP_LINES(importId, step.keyId, JSON.stringify(step.once)),
    KEEP_LINES(importId, step.keyId, JSON.stringify(step.again)),
  );
  const count = (standing: string) =>
    written.flat().reduce((sum, row) => sum + (row.standing === standing ? Number(row.count) : 0), 0);
  const kept = step.once.length + step.again.length;
  tx.tell(COUNT(importId, at.line, at.bytes, kept, step.refused, count('duplicate'), count('contradiction')));
}

// A plan that was made for an empty table reads all of a full one at every step.
const PLAN_ANEW = statement(`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`);

const KEEP_KEY = statement(`INSERT INTO old_permit_keys (id, import_id, wrapped_key) VALUES ($1, $2, $3)`);

// An earlier line of the same number stays as it is; the later one is kept beside it and says which it repeats.
const KEEP_LINES = statement<{ standing: string; count: number }>(
  `WITH kept AS (
     INSERT INTO old_permits (import_id, line, key_id, salt, sealed, number_key, passport_key, fingerprint, standing,
                              first_import, first_line)
     SELECT $1::uuid, n.line, $2::uuid, n.salt, n.sealed, n.number_key, n.passport_key, n.fingerprint,
            CASE WHEN f.line IS NULL THEN 'first' WHEN f.fingerprint = n.fingerprint THEN 'duplicate'
                 ELSE 'contradiction' END,
            f.import_id, f.line
     FROM json_to_recordset($3::json) AS n (line integer, salt bytea, sealed bytea, number_key bytea,
                                            passport_key bytea, fingerprint bytea)
     LEFT JOIN old_permits f ON f.number_key = n.number_key AND f.standing = 'first'
     RETURNING standing)
   SELECT standing, count(*) AS count FROM kept GROUP BY standing`,
);

const KEEP_FAULTS = statement(
  `INSERT INTO old_permit_faults (import_id, line, place, code)
   SELECT $1::uuid, line, place, code FROM json_to_recordset($2::json) AS n (line integer, place text, code text)
   ON CONFLICT DO NOTHING`,
);

const COUNT = statement(
  `UPDATE old_permit_imports SET line_done = $2, bytes_done = least(bytes, $3), kept = kept + $4, refused = refused + $5,
          duplicates = duplicates + $6, contradictions = contradictions + $7
   WHERE id = $1`,
);
