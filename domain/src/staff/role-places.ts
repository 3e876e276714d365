import type { MACHINE_ROLES, PartyKind, Role } from './roles.ts';

/** Parties that staff act for; the others are the public. */
export const WORKPLACE_KINDS = [
  'office',
  'centre',
  'contractor',
  'inspectorate',
  'department',
] as const satisfies readonly PartyKind[];
export type WorkplaceKind = (typeof WORKPLACE_KINDS)[number];

export type StaffRole = Exclude<Role, (typeof MACHINE_ROLES)[number] | 'worker' | 'employer' | 'agent'>;

/** Where a person of each role works: a clerk at a centre, a registrar at an office (domain notes, part B). */
export const ROLE_PLACES = {
  clerk: ['centre'],
  'document-checker': ['contractor', 'centre'],
  'centre-supervisor': ['centre'],
  'assistant-registrar': ['office'],
  registrar: ['office'],
  'head-of-office': ['office'],
  'finance-officer': ['department', 'office'],
  inspector: ['inspectorate'],
  'minister-office': ['department'],
  administrator: ['department'],
  auditor: ['department'],
} as const satisfies Record<StaffRole, readonly WorkplaceKind[]>;

export const STAFF_ROLES = Object.keys(ROLE_PLACES) as readonly StaffRole[];

/** Whether a person of the role may work at a party of the kind. */
export function worksAt(role: StaffRole, kind: WorkplaceKind): boolean {
  const places: readonly WorkplaceKind[] = ROLE_PLACES[role];
  return places.includes(kind);
}
