/**
 * What a pure rule answers: allowed, or refused with a code that every screen can translate.
 * Rules refuse, faults throw (house style 8).
 */
export type Decision<Code extends string = string> =
  { readonly allowed: true } | { readonly allowed: false; readonly code: Code };

const ALLOWED = { allowed: true } as const;

/** The act may go on. */
export function allow(): Decision<never> {
  return ALLOWED;
}

/** The act may not go on; `code` is catalogued in docs/error-codes.md. */
export function refuse<Code extends string>(code: Code): Decision<Code> {
  return { allowed: false, code };
}
