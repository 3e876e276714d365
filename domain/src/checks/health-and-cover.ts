import { addMonths, addDays, daysBetween } from '../calendar/calendar-date.ts';
import { coverMonths, healthMaxDays } from '../catalogue/health-and-cover-rules.ts';
import { defineCheck } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

/** The medical certificate's age and the length of the insurance, by the figures of the service. */
export const healthAndCover = defineCheck({
  name: 'health-and-cover',
  findings: {
    'health-certificate-old': { severity: 'warn', text: CASE_TEXTS.healthOld },
    'health-not-fit': { severity: 'warn', text: CASE_TEXTS.healthUnfit },
    'cover-too-short': { severity: 'warn', text: CASE_TEXTS.coverShort },
  },
  run({ service, draft, filed, ...now }, tell) {
    const today = filed?.on ?? now.today;
    const found = [];
    const examined = draft.health?.examinedOn;
    const most = healthMaxDays(service);
    if (examined && most !== undefined && (daysBetween(examined, today) > most || examined > today))
      found.push(tell('health-certificate-old', 'health.examinedOn', { date: examined, days: most }));
    if (draft.health?.fit === false) found.push(tell('health-not-fit', 'health.fit'));
    const { kind, from, to } = draft.cover ?? {};
    const months = coverMonths(service, draft);
    if (kind === 'insurance' && to && months !== undefined) {
      const wanted = addDays(addMonths(from ?? today, months), -1);
      if (to < wanted) found.push(tell('cover-too-short', 'cover.to', { to, wanted, months }));
    }
    return found;
  },
});
