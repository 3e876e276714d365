import { stampDutyDue } from '../delegations/stamp-duty.ts';
import { defineCheck, type CheckContext } from './check.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

/** Whether who files for another may do so: act, dates, stamp duty. */
export const powerOfAttorney = defineCheck({
  name: 'power-of-attorney',
  findings: {
    'attorney-missing': { severity: 'warn', text: CASE_TEXTS.attorneyMissing },
    'attorney-act-not-covered': { severity: 'warn', text: CASE_TEXTS.attorneyAct },
    'attorney-expired': { severity: 'warn', text: CASE_TEXTS.attorneyExpired },
    'attorney-stamp-duty': { severity: 'warn', text: CASE_TEXTS.attorneyDuty },
  },
  run({ service, draft, today }, tell) {
    if (!needsAttorney({ service, draft })) return [];
    const attorney = draft.powerOfAttorney;
    if (!attorney?.grantor || !attorney.attorney) return [tell('attorney-missing', 'powerOfAttorney')];
    const found = [];
    if (!(attorney.acts ?? []).includes(service.attorneyAct))
      found.push(tell('attorney-act-not-covered', 'powerOfAttorney.acts', { act: service.attorneyAct }));
    if ((attorney.until && attorney.until < today) || (attorney.from && attorney.from > today))
      found.push(
        tell('attorney-expired', 'powerOfAttorney.until', {
          from: attorney.from ?? '',
          until: attorney.until ?? '',
        }),
      );
    const due = stampDutyDue(attorney);
    if (attorney.stampDuty !== undefined && attorney.stampDuty < due)
      found.push(
        tell('attorney-stamp-duty', 'powerOfAttorney.stampDuty', {
          paid: attorney.stampDuty / 100,
          due: due / 100,
        }),
      );
    return found;
  },
});

/** Agents, agencies and foundations always; an importer tells of its own deliveries, and else acts for an employer. */
function needsAttorney({ service, draft }: Pick<CheckContext, 'service' | 'draft'>): boolean {
  const { filerKind } = draft;
  return (
    filerKind === 'agent' ||
    filerKind === 'organisation' ||
    (filerKind === 'importer' && service.kind !== 'notice')
  );
}
