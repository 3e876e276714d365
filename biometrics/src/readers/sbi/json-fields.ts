import { ReaderError } from '../reader-error.ts';

/** Reads fields of JSON that came from outside; anything unexpected is `malformed` with the field's name. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown, what: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new ReaderError('malformed', `${what} is not an object`);
}

export function asList(value: unknown, what: string, most = 16): readonly unknown[] {
  if (!Array.isArray(value)) throw new ReaderError('malformed', `${what} is not a list`);
  if (value.length > most) throw new ReaderError('malformed', `${what} has ${value.length} entries`);
  return value;
}

export function textOf(object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value === 'string' && value.length > 0) return value;
  throw new ReaderError('malformed', `${name} is missing`);
}

export function optionalText(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReaderError('malformed', `${what} is not JSON`);
  }
}
