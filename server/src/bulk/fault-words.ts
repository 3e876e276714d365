import { FIELD_TEXTS } from '@permit/domain/checks/texts/field-texts.ts';
import { findingKinds } from '@permit/domain/checks/precheck-draft.ts';
import { rowFaultTexts } from '@permit/domain/texts/row-fault-texts.ts';
import type { Language, WorkerText } from '@permit/domain/texts/text.ts';

/** The words of a reason: of the sheet, of a field, or of a check; a code without words is shown as it is. */
export function faultWords(code: string, language: Language): string {
  const own: Readonly<Record<string, WorkerText>> = rowFaultTexts.texts;
  const field: Readonly<Record<string, WorkerText>> = FIELD_TEXTS;
  const text = own[code] ?? field[code] ?? findingKinds().get(code)?.text;
  // The evidence of a check holds what was typed; a report keeps no values, so that its places fall away.
  return text ? text[language].replace(/\s*[:：៖(]?\s*\{\w+\}\)?/g, '') : code;
}
