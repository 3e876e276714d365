import { z } from 'zod';

/** Who may file (work-permit.md 2.3): the five portal roles and the account kind of agencies and foundations. */
export const APPLICANT_KINDS = [
  'worker',
  'employer',
  'importer',
  'agent',
  'organisation',
  'registrar',
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];
export const ApplicantKindSchema = z.enum(APPLICANT_KINDS);

/** The ten employer kinds of the portal, seven Thai and three foreign [O]; required papers depend on the kind. */
export const EMPLOYER_KINDS = [
  'thai-person',
  'thai-company',
  'private-school',
  'private-university',
  'state-body',
  'foundation',
  'foreign-film',
  'foreign-person',
  'foreign-company-here',
  'foreign-company-abroad',
] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];
export const EmployerKindSchema = z.enum(EMPLOYER_KINDS);

/** What a power of attorney may cover; an act outside it is shown to filer and officer. */
export const ATTORNEY_ACTS = [
  'apply',
  'renew',
  'change',
  'replace',
  'notify',
  'refund',
  'appeal',
  'pay',
  'book',
  'collect',
] as const;
export type AttorneyAct = (typeof ATTORNEY_ACTS)[number];
export const AttorneyActSchema = z.enum(ATTORNEY_ACTS);
