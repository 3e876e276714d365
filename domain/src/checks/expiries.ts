import type { CalendarDate } from '../calendar/calendar-date.ts';
import { previousPermit } from '../catalogue/previous-permit.ts';
import { roundsOn } from '../catalogue/round-of.ts';
import type { CheckContext } from './check.ts';
import { defineCheck } from './check.ts';
import { EXPIRY_TEXTS } from './texts/expiry-texts.ts';

/** Papers that have run out, or will before the permit does. A warning: law and round decide what follows. */
export const expiries = defineCheck({
  name: 'expiries',
  findings: {
    'travel-document-expired': { severity: 'warn', text: EXPIRY_TEXTS.travelDocumentExpired },
    'travel-document-ends-first': { severity: 'note', text: EXPIRY_TEXTS.travelDocumentEndsFirst },
    'stay-ended': { severity: 'warn', text: EXPIRY_TEXTS.stayEnded },
    'filed-after-expiry': { severity: 'warn', text: EXPIRY_TEXTS.filedAfterExpiry },
    'dates-in-wrong-order': { severity: 'warn', text: EXPIRY_TEXTS.wrongOrder },
  },
  run(context, tell) {
    const { service, draft, today, filed, lastPermit } = context;
    const { travelDocument, visa } = draft;
    const before = previousPermit(draft.oldPermit, lastPermit);
    const permitEnd = permitEndOf(context);
    const expires = travelDocument?.expires;
    const found = [];
    if (expires && expires < today)
      found.push(tell('travel-document-expired', 'travelDocument.expires', { date: expires }));
    else if (expires && permitEnd && expires < permitEnd)
      found.push(
        tell('travel-document-ends-first', 'travelDocument.expires', { date: expires, permit: permitEnd }),
      );
    if (visa?.permittedUntil && visa.permittedUntil < today)
      found.push(tell('stay-ended', 'visa.permittedUntil', { date: visa.permittedUntil }));
    // Section 67 counts to the day of filing: who answers a question later is not late.
    const filedOn = filed?.on ?? today;
    if (service.family === 'renewal' && before?.expires && before.expires < filedOn)
      found.push(
        tell('filed-after-expiry', 'oldPermit.expires', { date: before.expires, source: before.source }),
      );
    for (const [field, from, to] of pairsOf(draft))
      if (from && to && from > to) found.push(tell('dates-in-wrong-order', field, { from, to }));
    return found;
  },
});

/** Until when the permit asked for would run: the round's end, or the period's. */
function permitEndOf({ service, draft, today, filed }: CheckContext): CalendarDate | undefined {
  const { open, next, over } = roundsOn(service, filed?.on ?? today, draft.worker?.nationality);
  return (open ?? next ?? over)?.permitEnds.value ?? draft.period?.to;
}

function pairsOf(draft: CheckContext['draft']): [string, string | undefined, string | undefined][] {
  return [
    ['travelDocument.expires', draft.travelDocument?.issued, draft.travelDocument?.expires],
    ['oldPermit.expires', draft.oldPermit?.issued, draft.oldPermit?.expires],
    ['visa.permittedUntil', draft.visa?.arrived, draft.visa?.permittedUntil],
  ];
}
