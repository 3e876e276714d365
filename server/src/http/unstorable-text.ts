/** NUL cannot stand in PostgreSQL's text, and a lone surrogate is no character: it would be stored as another one. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** True where any text or key of a JSON value cannot be stored as it is. The depth was bounded before. */
export function hasUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false;
  return Object.entries(value).some(([key, item]) => UNSTORABLE.test(key) || hasUnstorableText(item));
}
