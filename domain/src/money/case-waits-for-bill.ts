import type { ApplicationState } from '../machines/application-machine.ts';

/** The state in which a case waits for each of its bills; in any other an unpaid bill asks for nothing. */
export const CASE_WAITS_FOR = {
  'application-fee': 'awaiting-payment',
  'permit-fee': 'awaiting-permit-fee',
} as const satisfies Record<string, ApplicationState>;

export type BillKindOfCase = keyof typeof CASE_WAITS_FOR;

/** True where paying this bill would move its case; money for a case that was withdrawn or has ended moves nothing. */
export function caseWaitsForBill(kind: BillKindOfCase, state: ApplicationState): boolean {
  return CASE_WAITS_FOR[kind] === state;
}
