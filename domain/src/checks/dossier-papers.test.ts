import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import type { CitedPaper, NewerPaper } from '../dossier/dossier-paper.ts';
import { officerDossierNotes } from './dossier-papers.ts';

const today = calendarDate('2026-11-20');
const NONE = { ownLastDay: undefined, attorney: undefined, validUntil: undefined, newer: undefined };
const notes = (paper: Partial<CitedPaper>) =>
  officerDossierNotes(
    [
      {
        demand: 'employer-company',
        paper: {
          ...{ paperId: 'p', kind: 'company-registration', state: 'replaced', everChecked: false, ...NONE },
          ...paper,
        },
      },
    ],
    today,
  ).map(({ code, severity }) => `${severity} ${code}`);
const newer = (state: NewerPaper['state']): NewerPaper => ({ state, validUntil: undefined });

test('a version that was checked and then replaced has changed, and no more', () => {
  expect(notes({ everChecked: true, newer: newer('checked') })).toEqual(['note dossier-changed']);
});

test('one that waits still can be checked', () => {
  expect(notes({ state: 'to-check' })).toEqual(['note dossier-waiting']);
});

test('one that nobody ever checked warns, and says how its newer version stands', () => {
  expect(notes({ newer: newer('to-check') })).toEqual(['warn dossier-unchecked-newer-waiting']);
  expect(notes({ newer: newer('checked') })).toEqual(['warn dossier-unchecked-newer-accepted']);
  expect(notes({ newer: newer('returned') })).toEqual(['warn dossier-unchecked-newer-refused']);
  expect(notes({ newer: newer('removed') })).toEqual(['warn dossier-unchecked-none-newer']);
  expect(notes({ state: 'removed' })).toEqual(['warn dossier-unchecked-none-newer']);
});
