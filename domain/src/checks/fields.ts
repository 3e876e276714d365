import { validateDraft, type FieldProblem } from '../catalogue/validate-draft.ts';
import { valueAt } from '../catalogue/condition.ts';
import type { Check, FindingKind } from './check.ts';
import { FIELD_TEXTS } from './texts/field-texts.ts';

/** Problems that a filer may overrule; `missing` blocks only where the case could not be stored without it. */
const WARNS: readonly FieldProblem[] = [
  'missing',
  'zawgyi',
  'not-latin-letters',
  'not-thai-letters',
  'not-native-letters',
  'not-a-phone',
  'not-an-email',
  'not-a-document-number',
  'check-digit-differs',
  'not-13-digits',
  'not-a-place-code',
];

/** `validateDraft` in the shape of the registry: `field-PROBLEM` at the field's path. */
export const fields: Check = {
  name: 'fields',
  findings: Object.fromEntries(
    (Object.keys(FIELD_TEXTS) as FieldProblem[]).map((problem): [string, FindingKind] => [
      `field-${problem}`,
      { severity: WARNS.includes(problem) ? 'warn' : 'block', text: FIELD_TEXTS[problem] },
    ]),
  ),
  run: ({ service, draft }) =>
    validateDraft(service, draft).map(({ field, code, severity }) => ({
      code: `field-${code}`,
      severity,
      field,
      ...(typeof valueAt(draft, field) === 'string'
        ? { evidence: { typed: String(valueAt(draft, field)).slice(0, 80) } }
        : {}),
    })),
};
