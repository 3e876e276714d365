import { describe, expect, test } from '@jest/globals';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { calendarDate } from '../calendar/calendar-date.ts';
import { decideAddition, MOST_PAPERS_OF_A_NOTICE, noticePaperKinds } from './notice-papers.ts';

const kindsOf = (code: string) => noticePaperKinds(serviceCatalogue.find(code, calendarDate('2026-11-20'))!);

test('a notice takes the papers that its service names, each once, and what an officer may ask for', () => {
  expect(kindsOf('H53')).toEqual(expect.arrayContaining(['exit-evidence', 'passport', 'other']));
  expect(kindsOf('H53')).not.toContain('medical-certificate');
  expect(new Set(kindsOf('C-EMP')).size).toBe(kindsOf('C-EMP').length);
});

describe('papers may be added', () => {
  test('while the office has not acknowledged the notice', () => {
    expect(decideAddition({ state: 'received', papers: 0 }, 1).allowed).toBe(true);
    expect(decideAddition({ state: 'correction-asked', papers: 3 }, 1).allowed).toBe(true);
    expect(decideAddition({ state: 'acknowledged', papers: 0 }, 1)).toMatchObject({
      code: 'acknowledged-already',
    });
  });

  test('up to the most that an officer looks through', () => {
    const papers = MOST_PAPERS_OF_A_NOTICE - 1;
    expect(decideAddition({ state: 'received', papers }, 1).allowed).toBe(true);
    expect(decideAddition({ state: 'received', papers }, 2)).toMatchObject({ code: 'too-many-papers' });
  });
});
