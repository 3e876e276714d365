import { differingParts } from '@permit/domain/bulk/read-old-permit.ts';
import type { oldPermitsApi } from '@permit/domain/contract/old-permits-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openLine } from './line-key.ts';
import { findPermitImport, type PermitImport } from './permit-import-store.ts';

type Standing = 'duplicate' | 'contradiction';

interface ConflictRow {
  line: number;
  standing: Standing;
  salt: Buffer | null;
  sealed: Buffer | null;
  wrapped_key: Buffer;
  first_public: string;
  first_import: string;
  first_line: number;
  first_salt: Buffer | null;
  first_sealed: Buffer | null;
  first_wrapped: Buffer;
}

/** Lines that say again, or otherwise, what an earlier one said. Both are opened to name the parts; that is recorded. */
export async function listOldPermitConflicts(
  tx: Tx,
  input: InputOf<typeof oldPermitsApi.listOldPermitConflicts>,
): Promise<OutputOf<typeof oldPermitsApi.listOldPermitConflicts>> {
  const found = await asJob(tx, async () => conflictRows(tx, await existing(tx, input.importId), input));
  const conflicts = found.rows.slice(0, input.limit).map((row) => ({
    line: row.line,
    standing: row.standing,
    first: { importId: row.first_public, line: row.first_line },
    differs: row.standing === 'duplicate' ? [] : differenceOf(tx, found.importId, row),
  }));
  const fact = { act: 'old-permits-compared', subjectKind: 'old-permit-import', subjectId: input.importId };
  await recordAudit(tx, {
    ...fact,
    purpose: 'register',
    detail: { lines: conflicts.map(({ line }) => line) },
  });
  const last = conflicts.at(-1);
  return { conflicts, ...(found.rows.length > input.limit && last ? { next: last.line } : {}) };
}

async function conflictRows(
  tx: Tx,
  { id: importId }: PermitImport,
  { standing, after, limit }: { standing?: Standing | undefined; after: number; limit: number },
): Promise<{ importId: string; rows: ConflictRow[] }> {
  const query = tx
    .db('old_permits as o')
    .join('old_permit_keys as k', 'k.id', 'o.key_id')
    .join('old_permits as f', (on) => on.on('f.import_id', 'o.first_import').on('f.line', 'o.first_line'))
    .join('old_permit_keys as fk', 'fk.id', 'f.key_id')
    .join('old_permit_imports as i', 'i.id', 'f.import_id')
    .where('o.import_id', importId)
    .where('o.line', '>', after)
    .whereNot('o.standing', 'first')
    .orderBy('o.line')
    .limit(limit + 1);
  if (standing) void query.where('o.standing', standing);
  const rows = await query.select<ConflictRow[]>(
    ...['o.line', 'o.standing', 'o.salt', 'o.sealed', 'k.wrapped_key', 'o.first_import', 'o.first_line'],
    ...['i.public_id as first_public', 'f.salt as first_salt', 'f.sealed as first_sealed'],
    'fk.wrapped_key as first_wrapped',
  );
  return { importId, rows };
}

/** Nothing where one of the two was erased. */
function differenceOf(tx: Tx, importId: string, row: ConflictRow): string[] {
  const { salt, sealed, first_salt: firstSalt, first_sealed: firstSealed } = row;
  if (!salt || !sealed || !firstSalt || !firstSealed) return [];
  const { keys } = tx.deps;
  const later = openLine(keys.unwrap(row.wrapped_key), { importId, line: row.line }, { salt, sealed });
  const at = { importId: row.first_import, line: row.first_line };
  const first = openLine(keys.unwrap(row.first_wrapped), at, { salt: firstSalt, sealed: firstSealed });
  return differingParts(first, later);
}

/** Lines that were not taken. */
export async function listOldPermitFaults(
  tx: Tx,
  input: InputOf<typeof oldPermitsApi.listOldPermitFaults>,
): Promise<OutputOf<typeof oldPermitsApi.listOldPermitFaults>> {
  const rows = await asJob(tx, async () => {
    const { id } = await existing(tx, input.importId);
    return tx
      .db('old_permit_faults')
      .where('import_id', id)
      .where('line', '>', input.after)
      .orderBy(['line', 'place', 'code'])
      .limit(input.limit + 1)
      .select<{ line: number; place: string; code: string }[]>('line', 'place', 'code');
  });
  // A page ends between two lines, never within one.
  const more = rows.length > input.limit;
  const cut = rows.at(-1)?.line;
  const whole = more ? rows.filter(({ line }) => line !== cut) : rows;
  const last = whole.at(-1);
  const faults = whole.map(({ line, place, code }) => ({ line, column: place, code }));
  return { faults, ...(more && last ? { next: last.line } : {}) };
}

async function existing(tx: Tx, publicId: string): Promise<PermitImport> {
  const found = await findPermitImport(tx.db, { public_id: publicId });
  if (!found) throw notFound();
  return found;
}
