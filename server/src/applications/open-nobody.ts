import type { KeyStore } from '../vault/key-store.ts';
import { newPersonKey, openJson, personKey, sealJson } from '../vault/person-vault.ts';

interface Nobody {
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

const NOBODY = new WeakMap<KeyStore['wrap'], Nobody>();

/** The same work as opening a worker's record, for a person who does not exist: absent takes as long as present. */
export function openNobody(keys: KeyStore): void {
  const { wrapped, sealed } = nobodyOf(keys);
  openJson<object>(personKey(keys, 'nobody', wrapped), 'person', sealed);
}

/** Made once a key store; its record is about as long as anybody's. */
function nobodyOf(keys: KeyStore): Nobody {
  const known = NOBODY.get(keys.wrap);
  if (known) return known;
  const key = newPersonKey(keys, 'nobody');
  const names = { titleLatin: 'MR', firstLatin: 'N'.repeat(12), lastLatin: 'N'.repeat(12) };
  const record = { names, birth: { precision: 'day', date: '1900-01-01' }, sex: 'X', nationality: 'XXX' };
  const nobody = { wrapped: key.wrapped, sealed: sealJson(key, 'person', record) };
  NOBODY.set(keys.wrap, nobody);
  return nobody;
}
