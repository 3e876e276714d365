import { staffTexts } from '@permit/domain/texts/text.ts';

/** A table for staff written as rows of two: Thai, English. */
export const twoLanguages = <Key extends string>(
  rows: Readonly<Record<Key, readonly [th: string, en: string]>>,
) =>
  staffTexts(
    Object.fromEntries(
      Object.entries<readonly [string, string]>(rows).map(([key, [th, en]]) => [key, { th, en }]),
    ) as Record<Key, { th: string; en: string }>,
  );
