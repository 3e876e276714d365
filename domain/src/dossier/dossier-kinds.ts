import type { DocumentType } from '../catalogue/document-type.ts';
import { ASSUMED, type Sourced } from '../catalogue/figure.ts';

export interface DossierKind {
  /** The most days after the check that cases may cite it; its own last day may end it sooner. */
  readonly mostDays: { readonly value: number } & Sourced;
}

const HALF_A_YEAR = {
  mostDays: { value: 183, ...ASSUMED('offices ask for a copy not older than six months; ours') },
};
const A_YEAR = { mostDays: { value: 366, ...ASSUMED('changes seldom, looked at once a year; ours') } };
const ITS_OWN_TERM = { mostDays: { value: 1_830, ...ASSUMED('good until its own last day; ours') } };

/** Papers of an employer that are the same in every case, with how long a check of them may be relied on. */
export const DOSSIER_KINDS = {
  'company-registration': HALF_A_YEAR,
  'shareholder-list': HALF_A_YEAR,
  'vat-registration': A_YEAR,
  'house-registration': A_YEAR,
  'signatory-id': ITS_OWN_TERM,
  'employer-id': ITS_OWN_TERM,
  'employer-passport': ITS_OWN_TERM,
  'employer-work-permit': ITS_OWN_TERM,
  'business-licence': ITS_OWN_TERM,
  'foreign-business-licence': ITS_OWN_TERM,
  'foreign-registration': HALF_A_YEAR,
  'foundation-registration': A_YEAR,
  'school-licence': ITS_OWN_TERM,
  'university-licence': ITS_OWN_TERM,
  'agency-order': A_YEAR,
  'film-permit': ITS_OWN_TERM,
  /** For one agent, with its acts, dates and stamp duty. */
  'power-of-attorney': ITS_OWN_TERM,
} as const satisfies Partial<Record<DocumentType, DossierKind>>;

export type DossierKindName = keyof typeof DOSSIER_KINDS;
export const DOSSIER_KIND_NAMES = Object.keys(DOSSIER_KINDS) as [DossierKindName, ...DossierKindName[]];
