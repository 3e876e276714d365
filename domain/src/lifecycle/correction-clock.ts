import { ASSUMED } from '../catalogue/figure.ts';
import type { LegalClock } from '../calendar/legal-clock.ts';

/** Within which a registrar decides on a correction. No figure was found; the reprint of a card takes 3 days (part A). */
export const CORRECTION_CLOCK: LegalClock = {
  days: 3,
  counting: 'working-days',
  startsAt: 'filing',
  binds: 'department',
  ...ASSUMED(
    'target T 3 working days of a change that alters the card, part A; no figure for corrections found',
  ),
};
