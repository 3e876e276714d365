import type { Who } from '../api/api-client.ts';

const APPLICANTS = ['worker', 'employer', 'agent'] as const;
export type ApplicantRole = (typeof APPLICANTS)[number];

/** The kind under which the person files, where they may. */
export function applicantRole(who: Who): ApplicantRole | undefined {
  return APPLICANTS.find((role) => who.roles.some((held) => held.role === role));
}

export function isApplicant(who: Who): boolean {
  return applicantRole(who) !== undefined;
}

export function isStaff(who: Who): boolean {
  return who.roles.some(({ role }) => !(APPLICANTS as readonly string[]).includes(role));
}

export function hasRole(who: Who, ...roles: readonly string[]): boolean {
  return who.roles.some(({ role }) => roles.includes(role));
}

/** True of the few whose roles belong to more than one party. */
export function actsForSeveral(who: Who | null | undefined): boolean {
  return new Set(who?.roles.map(({ partyId }) => partyId)).size > 1;
}
