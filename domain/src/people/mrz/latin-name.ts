/** Letters that have no base letter to fall back on (ICAO 9303-3, section 6, table of transliterations). */
const SPELT_OUT: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  ß: 'SS',
  Þ: 'TH',
  Đ: 'D',
  Ð: 'D',
  Ł: 'L',
  Ø: 'O',
};

/** Letters that some States spell with two. */
const EXPANDED: Readonly<Record<string, string>> = { Å: 'AA', Ä: 'AE', Ö: 'OE', Ø: 'OE', Ü: 'UE' };

/**
 * A name part as a zone writes it: capitals, diacritics dropped, hyphen and space as one filler, apostrophe and
 * full stop left out. `expand` spells Å Ä Ö Ø Ü with two letters.
 */
export function zoneLetters(name: string, expand = false): string {
  const table = expand ? { ...SPELT_OUT, ...EXPANDED } : SPELT_OUT;
  return [...name.normalize('NFC').toUpperCase()]
    .map((letter) => table[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .replace(/[^A-Z]+/g, '<')
    .replace(/^<+|<+$/g, '');
}
