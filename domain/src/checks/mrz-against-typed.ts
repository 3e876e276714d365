import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { compareWithMrz, type MrzDifference } from '../people/mrz/compare-mrz.ts';
import { parseMrz } from '../people/mrz/parse-mrz.ts';
import { defineCheck } from './check.ts';
import { MRZ_TEXTS } from './texts/mrz-texts.ts';

type DifferenceCode =
  | 'mrz-name-differs'
  | 'mrz-name-order'
  | 'mrz-birth-differs'
  | 'mrz-sex-differs'
  | 'mrz-nationality-differs'
  | 'mrz-number-differs'
  | 'mrz-expiry-differs';

const DIFFERENCES: Record<MrzDifference['field'], readonly [DifferenceCode, string]> = {
  name: ['mrz-name-differs', 'worker.names'],
  nameOrder: ['mrz-name-order', 'worker.names'],
  birth: ['mrz-birth-differs', 'worker.birth'],
  sex: ['mrz-sex-differs', 'worker.sex'],
  nationality: ['mrz-nationality-differs', 'worker.nationality'],
  documentNumber: ['mrz-number-differs', 'travelDocument.number'],
  expires: ['mrz-expiry-differs', 'travelDocument.expires'],
};

/** The machine-readable zone against what was typed; a name in another order is only told. */
export const mrzAgainstTyped = defineCheck({
  name: 'mrz-against-typed',
  findings: {
    'mrz-unreadable': { severity: 'warn', text: MRZ_TEXTS.unreadable },
    'mrz-check-digit': { severity: 'warn', text: MRZ_TEXTS.checkDigit },
    'mrz-name-differs': { severity: 'warn', text: MRZ_TEXTS.name },
    'mrz-name-order': { severity: 'note', text: MRZ_TEXTS.nameOrder },
    'mrz-birth-differs': { severity: 'warn', text: MRZ_TEXTS.birth },
    'mrz-sex-differs': { severity: 'warn', text: MRZ_TEXTS.sex },
    'mrz-nationality-differs': { severity: 'warn', text: MRZ_TEXTS.nationality },
    'mrz-number-differs': { severity: 'warn', text: MRZ_TEXTS.number },
    'mrz-expiry-differs': { severity: 'warn', text: MRZ_TEXTS.expiry },
  },
  run({ draft, today }, tell) {
    const typed = draft.travelDocument?.mrz;
    if (!typed?.trim()) return [];
    const parsed = parseMrz(typed, today);
    if (!parsed.ok) return [tell('mrz-unreadable', 'travelDocument.mrz', { problem: parsed.problem })];
    const { mrz } = parsed;
    // A zone that fails its own digits was misread: comparing it would accuse the filer.
    if (mrz.faults.length > 0)
      return [tell('mrz-check-digit', 'travelDocument.mrz', { parts: [...mrz.faults] })];
    return compareWithMrz(mrz, identityOf(draft)).map((difference) => {
      const [code, field] = DIFFERENCES[difference.field];
      return tell(code, field, { zone: difference.zone, typed: difference.typed });
    });
  },
});

function identityOf({ worker, travelDocument }: ApplicationDraft) {
  return {
    firstLatin: worker?.names?.firstLatin ?? '',
    middleLatin: worker?.names?.middleLatin,
    lastLatin: worker?.names?.lastLatin,
    birth: worker?.birth,
    sex: worker?.sex,
    nationality: worker?.nationality,
    documentNumber: travelDocument?.number,
    expires: travelDocument?.expires,
  };
}
