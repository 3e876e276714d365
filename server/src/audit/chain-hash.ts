import { createHash } from 'node:crypto';

export interface ChainedEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor_person: string | null;
  readonly actor_role: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly application_id: string | null;
  readonly purpose: string;
  /** JSON text as PostgreSQL gives it: jsonb has one text for one value. */
  readonly detail_text: string;
  readonly request_id: string;
}

/** Hash of a position: over the hash before it and every field of its entry, in a fixed order. */
export function chainHash(previous: Uint8Array, entry: ChainedEntry): Buffer {
  const fields = [
    entry.id,
    entry.at.toISOString(),
    entry.actor_person ?? '',
    entry.actor_role,
    entry.act,
    entry.subject_kind,
    entry.subject_id,
    entry.application_id ?? '',
    entry.purpose,
    entry.detail_text,
    entry.request_id,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest();
}

/** The hash before the first position. */
export const GENESIS = Buffer.alloc(32);
