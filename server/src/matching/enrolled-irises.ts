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

/**
 * Brings the gallery up to what is enrolled. Called under the search lock: enrolment numbers are taken under it
 * as well, so none can appear later below one that was seen. Retired templates and erased people drop out.
 */
export async function followEnrolments(tx: Tx, enrolled: EnrolledIrises): Promise<void> {
  const rows = await tx
    .db('biometric_templates as t')
    .join('people as p', 'p.id', 't.person_id')
    .where('t.modality', 'iris')
    .where('t.enrolment_no', '>', enrolled.upTo)
    .orderBy('t.enrolment_no')
    .select<TemplateRow[]>(
      't.id',
      't.person_id',
      't.sealed',
      't.enrolment_no',
      't.retired_at',
      'p.wrapped_key',
    );
  for (const row of rows) {
    if (row.retired_at || !row.wrapped_key) {
      enrolled.upTo = row.enrolment_no;
      continue;
    }
    const template = openBytes(
      personKey(tx.deps.keys, row.person_id, row.wrapped_key),
      'template',
      row.sealed,
    );
    if (enrolled.gallery.insert(row.id, template)) enrolled.personOf.set(row.id, row.person_id);
    // Only now: a template that does not open must be met again, not skipped.
    enrolled.upTo = row.enrolment_no;
  }
}
