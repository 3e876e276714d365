import { addMonths, addDays, daysBetween } from '../calendar/calendar-date.ts';
import { defineCheck } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

/** Sectors whose insurance runs a year, others six months [B1, press on the December 2026 round]. */
const YEAR_SECTORS: readonly string[] = ['domestic', 'farm', 'livestock'];
/** Skilled workers' certificate: under a month [N]; other services have no known limit, so a year is told. */
const HEALTH_DAYS = { '59': 31, other: 365 } as const;

/** The medical certificate's age and the length of the insurance. */
export const healthAndCover = defineCheck({
  name: 'health-and-cover',
  findings: {
    'health-certificate-old': { severity: 'warn', text: CASE_TEXTS.healthOld },
    'health-not-fit': { severity: 'warn', text: CASE_TEXTS.healthUnfit },
    'cover-too-short': { severity: 'warn', text: CASE_TEXTS.coverShort },
  },
  run({ service, draft, today }, tell) {
    const found = [];
    const examined = draft.health?.examinedOn;
    const most = service.section === '59' ? HEALTH_DAYS['59'] : HEALTH_DAYS.other;
    if (examined && (daysBetween(examined, today) > most || examined > today))
      found.push(tell('health-certificate-old', 'health.examinedOn', { date: examined, days: most }));
    if (draft.health?.fit === false) found.push(tell('health-not-fit', 'health.fit'));
    const { kind, from, to } = draft.cover ?? {};
    if (kind === 'insurance' && to) {
      const months = YEAR_SECTORS.includes(draft.job?.sector ?? '') ? 12 : 6;
      const wanted = addDays(addMonths(from ?? today, months), -1);
      if (to < wanted) found.push(tell('cover-too-short', 'cover.to', { to, wanted, months }));
    }
    return found;
  },
});
