import { addDays, monthsBegun } from '../calendar/calendar-date.ts';
import { previousPermit } from '../catalogue/previous-permit.ts';
import { ageRange } from '../people/birth-date.ts';
import type { CheckContext, Finding, Tell } from './check.ts';
import { defineCheck } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

type PeriodCode = 'period-reversed' | 'period-too-long' | 'period-not-after-old';

/** Age on the day of filing as far as the birth date is known, and the period asked for. */
export const ageAndPeriod = defineCheck({
  name: 'age-and-period',
  findings: {
    'age-outside': { severity: 'warn', text: CASE_TEXTS.age },
    'age-uncertain': { severity: 'note', text: CASE_TEXTS.ageUncertain },
    'birth-date-unlikely': { severity: 'warn', text: CASE_TEXTS.birthUnlikely },
    // Nothing can be reckoned from a period that ends before it begins.
    'period-reversed': { severity: 'block', text: CASE_TEXTS.periodReversed },
    'period-too-long': { severity: 'warn', text: CASE_TEXTS.periodTooLong },
    'period-not-after-old': { severity: 'warn', text: CASE_TEXTS.periodGap },
  },
  run(context, tell) {
    const { service, draft, today } = context;
    const range = draft.worker?.birth && ageRange(draft.worker.birth, today);
    const found: Finding[] = [...periodFindings(context, tell)];
    if (!range) return found;
    const [least, most] = range;
    const allowed = [service.age?.least.value ?? 0, service.age?.most?.value ?? 120] as const;
    const evidence = { least, most, from: allowed[0], to: allowed[1] };
    if (most < 0 || least > 100) found.push(tell('birth-date-unlikely', 'worker.birth', { least, most }));
    else if (most < allowed[0] || least > allowed[1])
      found.push(tell('age-outside', 'worker.birth', evidence));
    else if (least < allowed[0] || most > allowed[1])
      found.push(tell('age-uncertain', 'worker.birth', evidence));
    return found;
  },
});

function periodFindings({ service, draft, lastPermit }: CheckContext, tell: Tell<PeriodCode>): Finding[] {
  const { from, to } = draft.period ?? {};
  const found: Finding[] = [];
  const oldEnd = previousPermit(draft.oldPermit, lastPermit)?.expires;
  if (service.period?.startsAfterOld && from && oldEnd && from !== addDays(oldEnd, 1))
    found.push(tell('period-not-after-old', 'period.from', { from, old: oldEnd }));
  if (!from || !to) return found;
  if (from > to) return [...found, tell('period-reversed', 'period.to', { from, to })];
  const months = monthsBegun(from, to);
  const most = service.period?.maxMonths.value;
  if (most !== undefined && months > most) found.push(tell('period-too-long', 'period.to', { months, most }));
  return found;
}
