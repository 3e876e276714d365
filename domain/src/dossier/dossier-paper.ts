import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AttorneyAct } from '../catalogue/parties.ts';
import type { DossierPaperState } from '../machines/dossier-paper-machine.ts';
import type { DossierKindName } from './dossier-kinds.ts';

/** What a power of attorney says beside its picture. */
export interface PaperOfAttorney {
  readonly acts: readonly AttorneyAct[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly stampDutySatang: number;
}

/** A version that came after the one a case cites: how it stands, and nothing else of it. */
export type NewerPaper = Pick<DossierPaper, 'state' | 'validUntil'>;

/** A cited paper as those who decide see it. */
export interface CitedPaper extends DossierPaper {
  /** Somebody has accepted this very version, or sent it back. */
  readonly everChecked: boolean;
  /** Told where this version was never checked and nobody can check it any more. */
  readonly newer: NewerPaper | undefined;
}

/** A paper of a dossier as the rules see it. */
export interface DossierPaper {
  readonly paperId: string;
  readonly kind: DossierKindName;
  readonly state: DossierPaperState;
  /** Last day on which a new case may cite it; set by whoever checked it. */
  readonly validUntil: CalendarDate | undefined;
  /** Last day printed on the paper, as its filer gave it. */
  readonly ownLastDay: CalendarDate | undefined;
  readonly attorney: PaperOfAttorney | undefined;
}

export const DOSSIER_STANDINGS = [
  'in-force',
  'waiting',
  'expired',
  'returned',
  'replaced',
  'removed',
] as const;
export type DossierStanding = (typeof DOSSIER_STANDINGS)[number];

/** How a paper stands on a day, in the words of the screens. */
export function standingOf(
  { state, validUntil }: Pick<DossierPaper, 'state' | 'validUntil'>,
  today: CalendarDate,
): DossierStanding {
  if (state === 'to-check') return 'waiting';
  if (state !== 'checked') return state;
  return validUntil !== undefined && validUntil >= today ? 'in-force' : 'expired';
}
