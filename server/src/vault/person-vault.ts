import { randomBytes } from 'node:crypto';
import type { KeyStore } from './key-store.ts';
import { openSealed, seal } from './sealing.ts';

/** What is sealed under a person's key; the context binds a value to its place (decisions.md 4). */
export type SealedPlace =
  | 'person'
  | 'account'
  | 'message'
  | 'draft'
  | 'document'
  | 'document-page'
  | 'dossier'
  | 'notice-paper'
  | 'portrait'
  | 'template'
  | 'second-factor'
  | 'rendering'
  | 'payee'
  | 'paper'
  | 'appeal'
  | 'correction'
  | 'upload'
  | 'bulk-run'
  | 'findings'
  | 'requested'
  | 'decision'
  | 'consideration'
  | 'answer'
  | 'withdrawal'
  | 'old-permit'
  | 'words';

/** One person's key in the clear, for the length of one act. */
export interface PersonKey {
  readonly personId: string;
  readonly key: Buffer;
}

/** A fresh key for a new person, with the wrapped form that the row keeps. */
export function newPersonKey(keys: KeyStore, personId: string): PersonKey & { wrapped: Buffer } {
  const key = randomBytes(32);
  return { personId, key, wrapped: keys.wrap(key) };
}

/** The person's key from the wrapped form of their row. */
export function personKey(keys: KeyStore, personId: string, wrapped: Uint8Array): PersonKey {
  return { personId, key: keys.unwrap(wrapped) };
}

const contextOf = (person: PersonKey, place: SealedPlace) => Buffer.from(`${place}\0${person.personId}`);

/** Seals bytes of a person. */
export function sealBytes(person: PersonKey, place: SealedPlace, plain: Uint8Array): Buffer {
  return seal(person.key, plain, contextOf(person, place));
}

/** Opens bytes of a person; throws where they belong to another person or place. */
export function openBytes(person: PersonKey, place: SealedPlace, sealed: Uint8Array): Buffer {
  return openSealed(person.key, sealed, contextOf(person, place));
}

/** Seals a JSON value of a person. */
export function sealJson(person: PersonKey, place: SealedPlace, value: unknown): Buffer {
  return sealBytes(person, place, Buffer.from(JSON.stringify(value)));
}

/** Opens a JSON value of a person; the caller says what it is, because only we sealed it. */
export function openJson<T>(person: PersonKey, place: SealedPlace, sealed: Uint8Array): T {
  return JSON.parse(openBytes(person, place, sealed).toString('utf8')) as T;
}
