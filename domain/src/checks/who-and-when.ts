import { roundsOn } from '../catalogue/round-of.ts';
import type { CohortWindow } from '../catalogue/service-definition.ts';
import type { CheckContext, Evidence, Finding, Tell } from './check.ts';
import { defineCheck } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

type WindowCode = 'round-not-open' | 'round-closed' | 'round-closes-soon';

/** Whether this filer, this nationality and this hour belong to the service. Rounds come from the press: they warn. */
export const whoAndWhen = defineCheck({
  name: 'who-and-when',
  findings: {
    'service-not-offered': { severity: 'block', text: CASE_TEXTS.notOffered },
    'filer-not-expected': { severity: 'warn', text: CASE_TEXTS.filer },
    'nationality-not-in-service': { severity: 'warn', text: CASE_TEXTS.nationality },
    'round-not-open': { severity: 'warn', text: CASE_TEXTS.roundNotOpen },
    'round-closed': { severity: 'warn', text: CASE_TEXTS.roundClosed },
    'round-closes-soon': { severity: 'note', text: CASE_TEXTS.roundClosesSoon },
  },
  run(context, tell) {
    const { service, draft } = context;
    const found: Finding[] = [];
    // Nothing about the service is known well enough to store a case under it.
    if (!service.offered) found.push(tell('service-not-offered', 'serviceCode', { service: service.code }));
    const filer = draft.filerKind;
    if (filer && !service.applicants.some(({ kind }) => kind === filer))
      found.push(tell('filer-not-expected', 'filerKind', { filer }));
    const nationality = draft.worker?.nationality;
    if (nationality && service.nationalities && !service.nationalities.includes(nationality))
      found.push(tell('nationality-not-in-service', 'worker.nationality', { nationality }));
    return [...found, ...windowFindings(context, tell)];
  },
});

/** The round that is open on the day; before, between and after rounds the next one, or the last that was. */
function windowFindings(context: CheckContext, tell: Tell<WindowCode>): Finding[] {
  const { service, draft, filed } = context;
  const [today, time] = filed ? [filed.on, filed.at] : [context.today, context.time];
  const { open, next, over } = roundsOn(service, today, draft.worker?.nationality);
  if (open && today < open.closes) return [];
  const late = open !== undefined && time !== undefined && time > open.fileBy.value;
  if (open && !late) return [tell('round-closes-soon', undefined, evidenceOf(open, next))];
  if (next) return [tell('round-not-open', undefined, evidenceOf(next))];
  const last = open ?? over;
  return last ? [tell('round-closed', undefined, evidenceOf(last))] : [];
}

const evidenceOf = (round: CohortWindow, next?: CohortWindow): Evidence => ({
  opens: round.opens,
  closes: round.closes,
  time: round.fileBy.value,
  ...(next ? { nextOpens: next.opens } : {}),
});
