import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { stampDutyDue } from '../delegations/stamp-duty.ts';
import { allow, refuse, type Decision } from '../refusal.ts';
import { DOSSIER_KINDS } from './dossier-kinds.ts';
import type { DossierPaper } from './dossier-paper.ts';

/** The last day that a check of this paper may give. */
export function lastDayOf(paper: DossierPaper, today: CalendarDate): CalendarDate {
  const byKind = addDays(today, DOSSIER_KINDS[paper.kind].mostDays.value);
  const days = [byKind, paper.ownLastDay, paper.attorney?.until].filter((day) => day !== undefined);
  return days.reduce((first, day) => (day < first ? day : first));
}

/**
 * Whether a paper may be accepted until a day: it waits, whoever checks it is another person than who added it, the day
 * lies within its own term and its kind's, and a power of attorney bears its duty.
 */
export function decideDossierCheck(
  paper: DossierPaper,
  by: { readonly person: string; readonly addedBy: string; readonly validUntil: CalendarDate },
  today: CalendarDate,
): Decision {
  if (paper.state !== 'to-check') return refuse('not-to-check');
  if (by.person === by.addedBy) return refuse('same-person');
  if (by.validUntil < today) return refuse('dossier-day-past');
  if (by.validUntil > lastDayOf(paper, today)) return refuse('dossier-day-too-far');
  const { attorney } = paper;
  if (attorney && attorney.stampDutySatang < stampDutyDue(attorney)) return refuse('stamp-duty-short');
  return allow();
}
