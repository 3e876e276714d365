import { choiceNames } from '@permit/domain/texts/choice-names.ts';
import { documentNames } from '@permit/domain/texts/document-names.ts';
import { fieldNames } from '@permit/domain/texts/field-names.ts';
import { returnReasonTexts } from '@permit/domain/texts/reason-texts.ts';
import { say, type StaffText } from '@permit/domain/texts/text.ts';
import { useApp } from '../app/app-context.tsx';

type Names = Readonly<Record<string, StaffText>>;

/** The name of a field, a paper, a choice or a reason by its code; the code itself where nothing is known. */
export function useItemName(): (code: string) => string {
  const { language } = useApp();
  return (code) => {
    const bare = code.replace(/^documents\./, '');
    const tables: readonly Names[] = [
      fieldNames.texts,
      documentNames.texts,
      choiceNames.texts,
      returnReasonTexts.texts,
    ];
    const text = tables.map((table) => table[code] ?? table[bare]).find((found) => found !== undefined);
    return text ? say(text, language) : bare;
  };
}

/** A demand for papers by the names of those that answer it. */
export function usePaperName(): (anyOf: readonly string[]) => string {
  const itemName = useItemName();
  return (anyOf) => anyOf.map((kind) => itemName(`documents.${kind}`)).join(' / ');
}
