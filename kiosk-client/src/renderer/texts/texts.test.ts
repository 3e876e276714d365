import { describe, expect, test } from '@jest/globals';
import { type Language, LANGUAGES, type StaffText } from '@permit/domain/texts/text.ts';
import { KIOSK_PROBLEMS } from '../../kiosk-problems.ts';
import { adviceTexts } from './advice-texts.ts';
import { clerkTexts } from './clerk-texts.ts';
import { problemTexts } from './problem-texts.ts';
import { stationWorkerTexts } from './worker-texts.ts';

/** Letters that a text of this language must have, and none of another's. */
const SCRIPT: Readonly<Record<Language, RegExp>> = {
  th: /[\u0E01-\u0E5B]/,
  en: /[A-Za-z]/,
  my: /[\u1000-\u109F]/,
  km: /[\u1780-\u17FF]/,
  lo: /[\u0E81-\u0EDF]/,
  vi: /[A-Za-zÀ-ỹ]/,
};
const FOREIGN = (language: Language) =>
  LANGUAGES.filter((other) => !['en', 'vi', language].includes(other)).map((other) => SCRIPT[other]);

describe.each([
  ['worker', stationWorkerTexts],
  ['advice', adviceTexts],
] as const)('the %s texts', (_, table) => {
  test.each(Object.entries(table.texts))(
    '%s is written in all six languages, each in its own script',
    (_key, text) => {
      for (const language of LANGUAGES) {
        expect(text[language]).toMatch(SCRIPT[language]);
        for (const other of FOREIGN(language)) expect(text[language]).not.toMatch(other);
        // Canonical, and without the invisible characters that break search and shaping.
        expect(text[language]).toBe(text[language].normalize('NFC').replace(/[\u200B\u2060\uFEFF]/g, ''));
      }
    },
  );

  test('says that no native speaker has read it', () => {
    expect(Object.values(table.review).every((review) => review === 'machine')).toBe(true);
  });
});

test('an instruction is short enough for one look at a screen', () => {
  for (const text of [...Object.values(stationWorkerTexts.texts), ...Object.values(adviceTexts.texts)]) {
    for (const language of LANGUAGES) expect(text[language].length).toBeLessThanOrEqual(130);
  }
});

test('the crew has every text in Thai and English, and a sentence for every problem', () => {
  const texts: readonly StaffText[] = [
    ...Object.values(clerkTexts.texts),
    ...Object.values(problemTexts.texts),
  ];
  for (const text of texts) expect([text.th, text.en].every((words) => words.length > 0)).toBe(true);
  expect(Object.keys(problemTexts.texts).sort()).toEqual([...KIOSK_PROBLEMS].sort());
});
