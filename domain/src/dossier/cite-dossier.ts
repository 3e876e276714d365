import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AttorneyAct } from '../catalogue/parties.ts';
import type { RequiredDocument } from '../catalogue/required-documents.ts';
import { standingOf, type DossierPaper, type DossierStanding } from './dossier-paper.ts';

/** A demand of a case that a paper of the dossier answers. */
export interface Citation<Paper extends DossierPaper = DossierPaper> {
  readonly demand: string;
  readonly paper: Paper;
}

export interface CitingCase<Paper extends DossierPaper> {
  readonly demands: readonly RequiredDocument[];
  /** Papers of the employer's dossier that are open to this case's filer. */
  readonly offers: readonly Paper[];
  /** What the case cites already. */
  readonly cited: readonly Citation<Paper>[];
  /** The act that a power of attorney must cover. */
  readonly act: AttorneyAct;
  readonly today: CalendarDate;
}

/**
 * Which paper answers which demand. What a case cited it keeps, whatever became of the paper since, unless an officer
 * found it faulty; else a checked paper goes before one that waits, and the case's own paper before both.
 */
export function citationsOf<Paper extends DossierPaper>(of: CitingCase<Paper>): readonly Citation<Paper>[] {
  return of.demands.flatMap(({ key, anyOf, given }) => {
    if (given) return [];
    const kept = of.cited.find(({ demand, paper }) => demand === key && paper.state !== 'returned');
    const paper = kept?.paper ?? bestOffer(of, anyOf);
    return paper ? [{ demand: key, paper }] : [];
  });
}

function bestOffer<Paper extends DossierPaper>(
  { offers, act, today }: CitingCase<Paper>,
  anyOf: readonly string[],
): Paper | undefined {
  const open = offers.filter((paper) => anyOf.includes(paper.kind) && covers(paper, act, today));
  const standing = (wanted: DossierStanding) => open.find((paper) => standingOf(paper, today) === wanted);
  return standing('in-force') ?? standing('waiting');
}

/** A power of attorney answers only for its acts and days; every other paper speaks for itself. */
function covers({ kind, attorney }: DossierPaper, act: AttorneyAct, today: CalendarDate): boolean {
  if (kind !== 'power-of-attorney') return true;
  return (
    attorney !== undefined && attorney.acts.includes(act) && attorney.from <= today && today <= attorney.until
  );
}
