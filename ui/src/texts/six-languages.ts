import { LANGUAGES, workerTexts, type TextTable, type WorkerText } from '@permit/domain/texts/text.ts';

/** Thai, English, Burmese, Khmer, Lao, Vietnamese: the order of LANGUAGES; a missing one does not compile. */
export type Six = readonly [th: string, en: string, my: string, km: string, lo: string, vi: string];

/** A table for workers written as rows of six. */
export function sixLanguages<Key extends string>(
  rows: Readonly<Record<Key, Six>>,
  options: { legal?: boolean } = {},
): TextTable<Key, WorkerText> {
  const texts = Object.fromEntries(
    Object.entries<Six>(rows).map(([key, row]) => [
      key,
      Object.fromEntries(LANGUAGES.map((language, index) => [language, row[index]])),
    ]),
  );
  return workerTexts(texts as Record<Key, WorkerText>, options);
}
