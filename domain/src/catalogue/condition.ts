import { z } from 'zod';

/** When a field or a document is asked: plain data, so that a rule changes without a programmer. */
export type Condition =
  | { readonly field: string; readonly in: readonly (string | boolean)[] }
  | { readonly field: string; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: z.string(), in: z.array(z.union([z.string(), z.boolean()])).min(1) }),
    z.strictObject({ field: z.string(), present: z.boolean() }),
    z.strictObject({ all: z.array(ConditionSchema).min(1) }),
    z.strictObject({ any: z.array(ConditionSchema).min(1) }),
    z.strictObject({ not: ConditionSchema }),
  ]),
);

// Paths come from the catalogue, which has a few hundred.
const PARTS = new Map<string, readonly string[]>();

function partsOf(path: string): readonly string[] {
  const parts = PARTS.get(path) ?? path.split('.');
  if (PARTS.size < 2_000) PARTS.set(path, parts);
  return parts;
}

/** The value at a dotted path (`worker.nationality`, `workplaces.0.province`), undefined where nothing is. */
export function valueAt(record: unknown, path: string): unknown {
  let value: unknown = record;
  for (const key of partsOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Nothing was given: absent, null, blank text or an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** True where the condition holds for the record. */
export function holds(condition: Condition, record: unknown): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, record));
  if ('any' in condition) return condition.any.some((part) => holds(part, record));
  if ('not' in condition) return !holds(condition.not, record);
  const value = valueAt(record, condition.field);
  if ('present' in condition) return isBlank(value) !== condition.present;
  return condition.in.some((wanted) => wanted === value);
}
