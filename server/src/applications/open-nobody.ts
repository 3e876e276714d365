import type { KeyStore } from '../vault/key-store.ts';
import type { WorkerRecord } from './worker-record.ts';
import { newPersonKey, openJson, personKey, sealJson } from '../vault/person-vault.ts';

interface Nobody {
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

/** Filler of the shape and about the length of a worker's record, so that opening it costs the same; nothing reads it. */
const NOBODYS_RECORD: WorkerRecord = {
  names: { firstLatin: 'N'.repeat(12), lastLatin: 'N'.repeat(12), firstThai: 'น'.repeat(6) },
  birth: { precision: 'day', date: '1900-01-01' },
  sex: 'male',
  travelDocumentNumber: 'N'.repeat(9),
};
const NOBODY = new WeakMap<KeyStore['wrap'], Nobody>();

/** The same work as opening a worker's record, for a person who does not exist: absent takes as long as present. */
export function openNobody(keys: KeyStore): void {
  const { wrapped, sealed } = nobodyOf(keys);
  openJson<WorkerRecord>(personKey(keys, 'nobody', wrapped), 'person', sealed);
}

/** Sealed once a key store. */
function nobodyOf(keys: KeyStore): Nobody {
  const known = NOBODY.get(keys.wrap);
  if (known) return known;
  const key = newPersonKey(keys, 'nobody');
  const nobody = { wrapped: key.wrapped, sealed: sealJson(key, 'person', NOBODYS_RECORD) };
  NOBODY.set(keys.wrap, nobody);
  return nobody;
}
