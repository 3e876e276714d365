/**
 * Who can be signed in, and as which class of caller the database sees them (decisions.md 3). A role belongs to
 * an account together with the party it acts for: a centre, an office of the Department, an employer.
 */
export const CALLER_CLASSES = ['public', 'applicant', 'contractor', 'officer', 'auditor', 'job'] as const;
export type CallerClass = (typeof CALLER_CLASSES)[number];

/** Every role, with the class that row-level security applies to it. */
export const ROLE_CLASS = {
  worker: 'applicant',
  employer: 'applicant',
  agent: 'applicant',
  clerk: 'contractor',
  'document-checker': 'contractor',
  'centre-supervisor': 'contractor',
  station: 'contractor',
  'print-host': 'contractor',
  'print-worker': 'job',
  'assistant-registrar': 'officer',
  registrar: 'officer',
  'head-of-office': 'officer',
  /** Refunds, the day's reconciliation, money that fits nothing; decides no case. */
  'finance-officer': 'officer',
  inspector: 'officer',
  'minister-office': 'officer',
  administrator: 'officer',
  auditor: 'auditor',
  bank: 'job',
} as const satisfies Record<string, CallerClass>;

export type Role = keyof typeof ROLE_CLASS;
export const ROLES = Object.keys(ROLE_CLASS) as readonly Role[];

/** Roles of machines: they sign in with a secret of 256 bits instead of a password and a code. */
export const MACHINE_ROLES = [
  'station',
  'print-host',
  'print-worker',
  'bank',
] as const satisfies readonly Role[];

/** Staff must give a second factor; the public may choose to (house rule, docs/production.md). */
export const SECOND_FACTOR_ROLES = [
  'clerk',
  'document-checker',
  'centre-supervisor',
  'assistant-registrar',
  'registrar',
  'head-of-office',
  'finance-officer',
  'inspector',
  'minister-office',
  'administrator',
  'auditor',
] as const satisfies readonly Role[];

/** True where the role may not sign in by password alone. */
export function needsSecondFactor(role: Role): boolean {
  return (SECOND_FACTOR_ROLES as readonly Role[]).includes(role);
}

/** Kinds of parties that hold rights over a case. */
export const PARTY_KINDS = [
  'worker',
  'employer',
  'agent',
  'contractor',
  'centre',
  'office',
  'inspectorate',
  'department',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
