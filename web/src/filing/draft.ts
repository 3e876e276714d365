import { valueAt } from '@permit/domain/catalogue/condition.ts';
import type { Output } from '../api/api-client.ts';

/** The fields of a form as the API keeps them. */
export type Draft = Output<'getApplication'>['draft'];

/** The draft with one value changed; blank text takes the value away, so that "not given" has one form. */
export function setAt(draft: Draft, path: string, value: unknown): Draft {
  return put(draft, path.split('.'), value === '' ? undefined : value) as Draft;
}

function put(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(node) ? [...(node as unknown[])] : [];
    list[Number(key)] = put(list[Number(key)], rest, value);
    return list;
  }
  const record = { ...((node ?? {}) as Record<string, unknown>) };
  const made = put(record[key], rest, value);
  if (made === undefined) delete record[key];
  else record[key] = made;
  return record;
}

/** The top-level sections that hold these paths: what the API saves, because it replaces whole sections. */
export function sectionOf(draft: Draft, paths: readonly string[]): Draft {
  const names = [...new Set(paths.map((path) => path.split('.')[0]!))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(draft, name);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Draft;
}
