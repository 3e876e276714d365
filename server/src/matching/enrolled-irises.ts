import { createIrisGallery, type IrisGallery } from '@permit/biometrics/gallery/iris-gallery.ts';
import type { Tx } from '../database/transaction.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';

interface TemplateRow {
  id: string;
  person_id: string;
  sealed: Buffer;
  wrapped_key: Buffer | null;
  enrolment_no: number;
  retired_at: Date | null;
}

/** The gallery of this process with the place up to which it follows the database. */
export interface EnrolledIrises {
  readonly gallery: IrisGallery;
  readonly personOf: Map<string, string>;
  upTo: number;
}

export function emptyGallery(): EnrolledIrises {
  return { gallery: createIrisGallery(), personOf: new Map(), upTo: 0 };
}

/** Templates read and opened at a time: a gallery of millions is never one answer of the database. */
const PAGE = 2_000;

/**
 * Brings the gallery up to what is enrolled. Enrolment numbers are taken under the search lock and the lock is held
 * until the commit, so what can be read is always all up to some number; only a search that must see everything
 * needs the lock itself. Templates already retired and erased people are not taken in.
 */
export async function followEnrolments(tx: Tx, enrolled: EnrolledIrises): Promise<void> {
  for (;;) {
    const rows = await enrolledAfter(tx, enrolled.upTo);
    for (const row of rows) take(tx, enrolled, row);
    if (rows.length < PAGE) return;
  }
}

function enrolledAfter(tx: Tx, upTo: number): Promise<TemplateRow[]> {
  return tx
    .db('biometric_templates as t')
    .join('people as p', 'p.id', 't.person_id')
    .where('t.modality', 'iris')
    .where('t.enrolment_no', '>', upTo)
    .orderBy('t.enrolment_no')
    .limit(PAGE)
    .select<TemplateRow[]>(
      't.id',
      't.person_id',
      't.sealed',
      't.enrolment_no',
      't.retired_at',
      'p.wrapped_key',
    );
}

function take(tx: Tx, enrolled: EnrolledIrises, row: TemplateRow): void {
  if (!row.retired_at && row.wrapped_key) {
    const key = personKey(tx.deps.keys, row.person_id, row.wrapped_key);
    const template = openBytes(key, 'template', row.sealed);
    if (enrolled.gallery.insert(row.id, template)) enrolled.personOf.set(row.id, row.person_id);
  }
  // Only now: a template that does not open must be met again, not skipped.
  enrolled.upTo = row.enrolment_no;
}

/** Of what a search found, the templates that still count; the others leave the gallery. */
export async function stillEnrolled(
  tx: Tx,
  enrolled: EnrolledIrises,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .db('biometric_templates as t')
    .join('people as p', 'p.id', 't.person_id')
    .whereIn('t.id', ids)
    .whereNull('t.retired_at')
    .whereNotNull('p.wrapped_key')
    .select<{ id: string }[]>('t.id');
  const valid = new Set(rows.map(({ id }) => id));
  for (const id of ids)
    if (!valid.has(id)) {
      enrolled.gallery.remove(id);
      enrolled.personOf.delete(id);
    }
  return valid;
}
