import { defineCheck } from './check.ts';
import { OLD_PERMIT_TEXTS } from './texts/old-permit-texts.ts';

/**
 * The old permit that the filer names is in no register that was asked. Told only where there is a register to ask:
 * before old permits were imported, not finding one says nothing.
 */
export const oldPermitOnRecord = defineCheck({
  name: 'old-permit-on-record',
  findings: {
    'old-permit-not-found': { severity: 'warn', text: OLD_PERMIT_TEXTS.notFound },
  },
  run({ draft, oldPermitSearch }, tell) {
    if (!draft.oldPermit?.number || !oldPermitSearch || oldPermitSearch.answer !== 'not-found') return [];
    // Without the number: findings are readable in the database, the draft is not.
    return [tell('old-permit-not-found', 'oldPermit.number', { registers: oldPermitSearch.registers })];
  },
});
