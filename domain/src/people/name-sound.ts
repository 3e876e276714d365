type Rule = readonly [RegExp, string];

/**
 * Spellings of one sound in the Latin letters used for Burmese, Khmer, Lao, Thai and Vietnamese names: aspirates
 * lose their h, long vowels become short, v and w fall together. Applied in order to lower-case letters.
 */
const LATIN: readonly Rule[] = [
  [/kyaw|kyow/g, 'kjo'],
  [/aw/g, 'o'],
  [/ye?e|yi/g, 'i'],
  [/oung/g, 'aung'],
  [/ht|th/g, 't'],
  [/hp|ph/g, 'p'],
  [/hk|kh/g, 'k'],
  [/hs|sh/g, 's'],
  [/hl/g, 'l'],
  [/hm/g, 'm'],
  [/hn/g, 'n'],
  [/gh/g, 'g'],
  [/ts|tz/g, 's'],
  [/ch|tch/g, 'c'],
  [/x|z/g, 's'],
  [/w/g, 'v'],
  [/gy|ji/g, 'j'],
  [/ou|oo|uo|ue/g, 'u'],
  [/ee|ie|ii|y(?![aeiou])/g, 'i'],
  [/eu|oe|ae/g, 'e'],
  [/oa/g, 'o'],
  [/ai|ay|ei|ey/g, 'e'],
  [/r(?![aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
  [/h(?![aeiou])/g, ''],
];

/** Letters of one sound in Thai and Lao; tone marks, silencers and short/long vowel length are dropped. */
const THAI_LAO: readonly Rule[] = [
  // A silenced letter, with its vowel, and the pairs that are silenced together (จันทร์, พันธุ์).
  [/(?:[ตทดส]ร|[\u0E01-\u0E2E][\u0E34\u0E38]?)\u0E4C/g, ''],
  [/[\u0E48-\u0E4C\u0EC8-\u0ECC]/g, ''],
  [/[ศษ]/g, 'ส'],
  [/ณ/g, 'น'],
  [/[ฑฒธ]/g, 'ท'],
  [/[ภ]/g, 'พ'],
  [/ฬ/g, 'ล'],
  [/ญ/g, 'ย'],
  [/ฎ/g, 'ด'],
  [/ฏ/g, 'ต'],
  [/[ฆฅ]/g, 'ค'],
  [/ฌ/g, 'ช'],
  [/[ใไ]/g, 'ไ'],
  [/รร(?=[ก-ฮ])/g, 'ะ'],
  [/[\u0EC3\u0EC4]/g, '\u0EC4'],
  [/ຣ/g, 'ລ'],
  [/([ก-ฮກ-ຮ])\1/g, '$1'],
];

/** Tone marks and the letters that most Burmese hands exchange. */
const BURMESE: readonly Rule[] = [
  [/[\u1037\u1038]/g, ''],
  [/\u1030/g, '\u102F'],
  [/\u102E/g, '\u102D'],
  [/\u102B/g, '\u102C'],
  [/[ဏ]/g, 'န'],
  [/[ဋဌ]/g, 'တ'],
  [/ဿ/g, 'သ'],
  [/ဥ်/g, 'ည်'],
  [/\u1039/g, '\u103A'],
];

/** Khmer: register shifters, silencers and long marks; the two l, n and th of one sound. */
const KHMER: readonly Rule[] = [
  [/[\u17C9-\u17D1\u17DD]/g, ''],
  [/ឡ/g, 'ល'],
  [/ណ/g, 'ន'],
  [/[ធឋឍ]/g, 'ថ'],
  [/[ឃ]/g, 'ខ'],
  [/[ឈ]/g, 'ឆ'],
  [/[ភ]/g, 'ផ'],
  [/\u17B8/g, '\u17B7'],
  [/\u17BC/g, '\u17BB'],
  [/រ\u17CC?$/g, ''],
];

const RULES: readonly (readonly [RegExp, readonly Rule[]])[] = [
  [/[a-z]/, LATIN],
  [/[\u0E00-\u0EFF]/, THAI_LAO],
  [/[\u1000-\u109F]/, BURMESE],
  [/[\u1780-\u17FF]/, KHMER],
];

/** A key that spellings of one sound share; rough on purpose, always shown with the names beside it. */
export function soundKey(searchKey: string): string {
  return RULES.filter(([script]) => script.test(searchKey))
    .flatMap(([, rules]) => rules)
    .reduce((text, [pattern, to]) => text.replace(pattern, to), searchKey);
}
