import { expect, test } from '@jest/globals';
import { calendarDate as day } from '../calendar/calendar-date.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { decideAppealFiling } from './decide-appeal-filing.ts';

const appeal = serviceCatalogue.find('APL', day('2026-11-20'))!;
const filing = {
  knownOn: day('2026-11-20'),
  today: day('2026-12-20'),
  refusedOn: day('2026-11-18'),
  appealedBefore: false,
};

test('the thirtieth day after knowing is in time, the day after it is late and received all the same', () => {
  expect(decideAppealFiling(appeal, filing)).toEqual({ allowed: true, late: false });
  expect(decideAppealFiling(appeal, { ...filing, today: day('2026-12-21') })).toEqual({
    allowed: true,
    late: true,
  });
});

test.each([
  [{ knownOn: day('2026-12-21') }, 'known-in-the-future'],
  [{ knownOn: day('2026-11-17') }, 'known-before-decision'],
  [{ appealedBefore: true }, 'appealed-already'],
])('%j is refused: %s', (change, code) => {
  expect(decideAppealFiling(appeal, { ...filing, ...change })).toEqual({ allowed: false, code });
});
