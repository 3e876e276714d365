/** Spellings that look alike on paper, folded in the search key only: the stored name keeps what was typed. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  // Thai: two sara e look like sara ae; nikhahit + sara aa looks like sara am, also with a tone between them.
  [/\u0E40\u0E40/gu, '\u0E41'],
  [/\u0E4D([\u0E48-\u0E4B]?)\u0E32/gu, '$1\u0E33'],
  // Lao: the same two.
  [/\u0EC0\u0EC0/gu, '\u0EC1'],
  [/\u0ECD([\u0EC8-\u0ECB]?)\u0EB2/gu, '$1\u0EB3'],
  // Lao: ho nho and ho mo written as ligature or as two letters.
  [/\u0EDC/gu, '\u0EAB\u0E99'],
  [/\u0EDD/gu, '\u0EAB\u0EA1'],
  // Burmese: digit zero for wa, the letters u and nya drawn alike, anusvara and dot below in either order.
  [/\u1040/gu, '\u101D'],
  [/\u1009/gu, '\u1025'],
  [/\u1037\u103A/gu, '\u103A\u1037'],
  [/\u1036\u102F/gu, '\u102F\u1036'],
  // Khmer: subscript da and subscript ta are drawn the same.
  [/\u17D2\u178A/gu, '\u17D2\u178F'],
];

const LATIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/**
 * The key that a name is found by: look-alikes folded, Latin diacritics and case dropped, invisible characters,
 * spaces and punctuation removed. Two names with one key are written alike; they need not be one person.
 */
export function nameSearchKey(canonical: string): string {
  const bare = canonical.normalize('NFC').replace(/[\p{Zs}\p{P}\p{Cf}]/gu, '');
  const folded = LOOK_ALIKES.reduce((text, [pattern, to]) => text.replace(pattern, to), bare);
  return folded
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-zđðøłæœß][\u0300-\u036F]*)[\u0300-\u036F]/gu, '')
    .normalize('NFC')
    .replace(/[đðøłæœß]/gu, (letter) => LATIN_LETTERS[letter] ?? letter);
}
