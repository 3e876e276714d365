import { z } from 'zod';

/**
 * How sure we are of a figure. `certain`: official text, or shown by the live portal ([P], [O] in the domain
 * notes). `uncertain`: press, law firms, a secondary note ([N], [B1]). `assumed`: inference or our own
 * proposal ([I], [G], targets). An uncertain line is never a blocking rule.
 */
export const CertaintySchema = z.enum(['certain', 'uncertain', 'assumed']);
export type Certainty = z.infer<typeof CertaintySchema>;

const sourced = { certainty: CertaintySchema, source: z.string().min(3).max(300) };

/** Keys that every figure of the catalogue carries. */
export const SourcedSchema = z.object(sourced);
export type Sourced = z.infer<typeof SourcedSchema>;

/** A value with where it comes from. */
export function figureOf<Value extends z.ZodType>(value: Value) {
  return z.object({ value, ...sourced });
}

export const CERTAIN = (source: string): Sourced => ({ certainty: 'certain', source });
export const UNCERTAIN = (source: string): Sourced => ({ certainty: 'uncertain', source });
export const ASSUMED = (source: string): Sourced => ({ certainty: 'assumed', source });

/** How many figures of a definition are certain, uncertain and assumed, wherever they stand in it. */
export function countFigures(definition: unknown): Record<Certainty, number> {
  const counts: Record<Certainty, number> = { certain: 0, uncertain: 0, assumed: 0 };
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const certainty = CertaintySchema.safeParse((value as { certainty?: unknown }).certainty);
    if (certainty.success) counts[certainty.data] += 1;
    Object.values(value).forEach(visit);
  };
  visit(definition);
  return counts;
}
