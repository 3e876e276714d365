import { defineCheck } from './check.ts';
import { OLD_PERMIT_TEXTS } from './texts/old-permit-texts.ts';

/** The permit before was ended by an act, whatever day stands on its card: nothing goes on from it by itself. */
export const oldPermitInForce = defineCheck({
  name: 'old-permit-in-force',
  findings: {
    'old-permit-ended': { severity: 'warn', text: OLD_PERMIT_TEXTS.ended },
  },
  run({ service, lastPermit }, tell) {
    if (!lastPermit?.ended || service.family === 'new') return [];
    return [tell('old-permit-ended', 'oldPermit.number', { ended: lastPermit.ended })];
  },
});
