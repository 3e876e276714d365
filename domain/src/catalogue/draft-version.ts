import { CalendarDateSchema } from '../calendar/calendar-date.ts';
import { z } from 'zod';
import { ServiceDefinitionSchema, type ServiceDefinition } from './service-definition.ts';

/**
 * A version in preparation: the service, its first day and what changes, as a JSON merge patch (RFC 7396). Fees,
 * papers, fields and clocks are kept by name, so that one of them changes without writing the others again.
 */
export const DraftVersionSchema = z.strictObject({
  code: z.string(),
  effectiveFrom: CalendarDateSchema,
  change: z.record(z.string(), z.json()),
});
export type DraftVersion = z.infer<typeof DraftVersionSchema>;

export type DraftAnswer =
  | { readonly ok: true; readonly version: ServiceDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The next version that a draft would make of the newest one; problems in words where it would not be sound. */
export function nextVersion(newest: ServiceDefinition, draft: DraftVersion): DraftAnswer {
  const merged = mergePatch(newest, draft.change) as Record<string, unknown>;
  const parsed = ServiceDefinitionSchema.safeParse({
    ...merged,
    code: newest.code,
    version: newest.version + 1,
    effectiveFrom: draft.effectiveFrom,
  });
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue) => `"${issue.path.join(' > ')}" is not filled in rightly: ${issue.message}`,
      );
  if (draft.effectiveFrom <= newest.effectiveFrom)
    problems.push(`it must begin after ${newest.effectiveFrom}, the first day of version ${newest.version}`);
  return parsed.success && problems.length === 0
    ? { ok: true, version: parsed.data }
    : { ok: false, problems };
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const result: Record<string, unknown> = { ...(isRecord(target) ? target : {}) };
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__') continue;
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
