import { canonicalDraft } from '@permit/domain/catalogue/canonical-draft.ts';
import type { ApplicationDraft, Names } from '@permit/domain/catalogue/application-draft.ts';
import { birthYear, type BirthDate } from '@permit/domain/people/birth-date.ts';
import { nameSearchKey } from '@permit/domain/people/name-search-key.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** What the sealed person record of a worker holds: the identity that is printed and compared. */
export interface WorkerRecord {
  readonly names: Names;
  readonly birth?: BirthDate;
  readonly sex?: string;
  readonly travelDocumentNumber?: string;
}

/** The identity part of a draft in its canonical values; what was typed stays in the sealed draft. */
export function workerRecordOf(typed: ApplicationDraft): WorkerRecord {
  const draft = canonicalDraft(typed);
  const { names, birth, sex } = draft.worker ?? {};
  const travelDocumentNumber = draft.travelDocument?.number;
  return {
    names: names ?? {},
    ...(birth ? { birth } : {}),
    ...(sex ? { sex } : {}),
    ...(travelDocumentNumber ? { travelDocumentNumber } : {}),
  };
}

/** The columns of a person that stay readable (decisions.md 4). */
export function readableFacts(draft: ApplicationDraft): {
  birth_year: number | null;
  nationality: string | null;
} {
  const year = draft.worker?.birth ? birthYear(draft.worker.birth) : undefined;
  const nationality = draft.worker?.nationality;
  return {
    birth_year: year ?? null,
    nationality: /^[A-Z]{2}$/.test(nationality ?? '') ? nationality! : null,
  };
}

/** The name as a list shows it: Latin as in the passport, else Thai, else as written at home. */
export function displayName(names: Names): string {
  const latin = [names.firstLatin, names.middleLatin, names.lastLatin].filter(Boolean).join(' ');
  const thai = [names.firstThai, names.middleThai, names.lastThai].filter(Boolean).join(' ');
  return latin || thai || (names.native ?? '');
}

/** Blind-index rows by which the person is found again; the values themselves are nowhere in the clear. */
export function indexRows(
  keys: KeyStore,
  personId: string,
  record: WorkerRecord,
): { kind: string; value: Buffer; person_id: string }[] {
  const name = nameSearchKey(displayName(record.names));
  const number = record.travelDocumentNumber;
  return [
    ...(name ? [{ kind: 'name', value: keys.blindIndex('name', name), person_id: personId }] : []),
    ...(number
      ? [{ kind: 'passport', value: keys.blindIndex('passport', number), person_id: personId }]
      : []),
  ];
}
