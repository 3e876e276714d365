import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Citation } from '../dossier/cite-dossier.ts';
import { standingOf } from '../dossier/dossier-paper.ts';
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

/** True for a finding that says how a cited paper stood when it was made. */
export const isDossierNote = ({ code }: Pick<Finding, 'code'>): boolean => Object.hasOwn(FINDINGS, code);
