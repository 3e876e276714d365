import { FIELD_TEXTS } from '@permit/domain/checks/texts/field-texts.ts';
import { rowFaultTexts } from '@permit/domain/texts/row-fault-texts.ts';
import { say, type Language, type WorkerText } from '@permit/domain/texts/text.ts';
import { findingTexts } from '../filing/finding-texts.ts';

/** The words of a reason, as the downloaded report has them; a code without words is shown as it is. */
export function faultWords(code: string, language: Language): string {
  const tables: readonly Readonly<Record<string, WorkerText>>[] = [
    rowFaultTexts.texts,
    FIELD_TEXTS,
    findingTexts(),
  ];
  const text = tables.map((table) => table[code]).find((found) => found !== undefined);
  // The report keeps no values, so that the places of what was typed fall away.
  return text ? say(text, language).replace(/\s*[:：៖(]?\s*\{\w+\}\)?/g, '') : code;
}
