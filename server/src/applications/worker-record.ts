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

// A draft is never changed, and filing one asks four times who it is about.
const RECORDS = new WeakMap<ApplicationDraft, WorkerRecord>();

/** The identity part of a draft in its canonical values; what was typed stays in the sealed draft. */
export function workerRecordOf(draft: ApplicationDraft): WorkerRecord {
  const known = RECORDS.get(draft) ?? readRecord(draft);
  RECORDS.set(draft, known);
  return known;
}

function readRecord(typed: ApplicationDraft): WorkerRecord {
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

/** Blind-index values by which a person is found again; the values themselves are nowhere in the clear. */
interface SearchValues {
  readonly name?: Buffer;
  readonly passport?: Buffer;
}
// For the same reason; with the key store that made them.
const SEARCHED = new WeakMap<
  WorkerRecord,
  { readonly by: KeyStore['blindIndex']; readonly values: SearchValues }
>();

/** What to search for to find this person. */
export function searchValues(keys: KeyStore, record: WorkerRecord): SearchValues {
  const known = SEARCHED.get(record);
  if (known?.by === keys.blindIndex) return known.values;
  const name = nameSearchKey(displayName(record.names));
  const number = record.travelDocumentNumber;
  const values = {
    ...(name ? { name: keys.blindIndex('name', name) } : {}),
    ...(number ? { passport: keys.blindIndex('passport', number) } : {}),
  };
  SEARCHED.set(record, { by: keys.blindIndex, values });
  return values;
}

/** The rows that make the person findable. */
export function indexRows(
  keys: KeyStore,
  personId: string,
  record: WorkerRecord,
): { kind: string; value: Buffer; person_id: string }[] {
  return Object.entries(searchValues(keys, record)).map(([kind, value]: [string, Buffer]) => ({
    ...{ kind, value },
    person_id: personId,
  }));
}
