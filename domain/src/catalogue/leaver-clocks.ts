import { ASSUMED, UNCERTAIN, type Sourced } from './figure.ts';

/**
 * Which time to find a new employer binds a worker who left, by the category of their permit (the section that it was
 * granted under). The lengths stand with the exit notice itself; a category that is not here has no such clock.
 */
export const LEAVER_CLOCKS: Readonly<Record<string, { readonly clock: string } & Sourced>> = {
  '59 MOU': { clock: 'find-employer-mou', ...UNCERTAIN('MOU leavers, s.52 and s.53 [B1]') },
  '46': { clock: 'find-employer-mou', ...ASSUMED('a permit under an MOU demand is an MOU permit [I]') },
  '63/2': {
    clock: 'find-employer-cohort',
    ...UNCERTAIN('cabinet cohorts, resolution of 24 Sep 2024 [B1; N nationthailand 40041875]'),
  },
};

/** The key of the clock in the exit notice's data; undefined where the category has none. */
export function leaverClockOf(category: string): string | undefined {
  return LEAVER_CLOCKS[category]?.clock;
}
