import { fill, say, type Language } from '@permit/domain/texts/text.ts';
import { phoneCardTexts } from '@permit/ui/texts/phone-card-texts.ts';

export type WordKey = keyof typeof phoneCardTexts.texts;

/** A text of the card in one language, with its places filled. */
export function wordsOf(
  language: Language,
  key: WordKey,
  values: Record<string, string | number> = {},
): string {
  return fill(say(phoneCardTexts.texts[key], language), values);
}
