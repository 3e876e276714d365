import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Citation } from '../dossier/cite-dossier.ts';
import { standingOf, type CitedPaper } from '../dossier/dossier-paper.ts';
import { defineCheck, type Finding } from './check.ts';
import { DOSSIER_TEXTS } from './texts/dossier-texts.ts';

const FINDINGS = {
  'dossier-waiting': { severity: 'note', text: DOSSIER_TEXTS.waiting },
  /** Run out, replaced, taken out or sent back; the evidence says which. */
  'dossier-changed': { severity: 'note', text: DOSSIER_TEXTS.changed },
} as const;

/** What became of the papers of the dossier that a case cites: it keeps them, and whoever decides is told. */
export const dossierPapers = defineCheck({
  name: 'dossier-papers',
  findings: FINDINGS,
  run: ({ citations = [], today }) => dossierNotes(citations, today),
});

/** The same for a case that runs: papers expire and are replaced while it waits. */
export function dossierNotes(citations: readonly Citation[], today: CalendarDate): Finding[] {
  return citations.flatMap(({ demand, paper }) => {
    const standing = standingOf(paper, today);
    if (standing === 'in-force') return [];
    const code = standing === 'waiting' ? 'dossier-waiting' : 'dossier-changed';
    const evidence = { kind: paper.kind, standing, date: paper.validUntil ?? '' };
    return [{ code, severity: 'note', field: `documents.${demand}`, evidence } as const];
  });
}

/**
 * What officers are told of a cited version that nobody ever checked and that was replaced or taken out: that it was not
 * checked, and how its newer version stands. `dossier-changed` alone would let them believe in a check. Their screens
 * have the words (web/src/office/unchecked-paper-texts.ts); the filer's stay light.
 */
export const UNCHECKED_FINDINGS = [
  'dossier-unchecked-newer-waiting',
  'dossier-unchecked-newer-accepted',
  'dossier-unchecked-newer-refused',
  'dossier-unchecked-none-newer',
] as const;
export type UncheckedFinding = (typeof UNCHECKED_FINDINGS)[number];

/** The notes of a running case for whoever decides it. */
export function officerDossierNotes(
  citations: readonly Citation<CitedPaper>[],
  today: CalendarDate,
): Finding[] {
  return citations.flatMap((citation) => {
    const { demand, paper } = citation;
    const gone = paper.state === 'replaced' || paper.state === 'removed';
    if (!gone || paper.everChecked) return dossierNotes([citation], today);
    const evidence = {
      ...{ kind: paper.kind, standing: paper.state },
      date: (paper.newer?.state === 'checked' && paper.newer.validUntil) || '',
    };
    return [
      { code: uncheckedCode(paper), severity: 'warn', field: `documents.${demand}`, evidence } as const,
    ];
  });
}

function uncheckedCode({ newer }: CitedPaper): UncheckedFinding {
  if (newer?.state === 'to-check') return 'dossier-unchecked-newer-waiting';
  if (newer?.state === 'checked') return 'dossier-unchecked-newer-accepted';
  return newer?.state === 'returned' ? 'dossier-unchecked-newer-refused' : 'dossier-unchecked-none-newer';
}

/** True for a finding that says how a cited paper stood when it was made. */
export const isDossierNote = ({ code }: Pick<Finding, 'code'>): boolean => Object.hasOwn(FINDINGS, code);
