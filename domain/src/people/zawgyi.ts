/**
 * Letters that Burmese and Pali stack by virama: the upper letter, then those that stand under it. Any other pair
 * is the visible asat of Zawgyi before the next syllable.
 */
const STACKS: Readonly<Record<string, string>> = {
  က: 'ကခ',
  ဂ: 'ဂဃ',
  စ: 'စဆ',
  ဇ: 'ဇဈ',
  ဉ: 'စဆဇဈ',
  ည: 'ညစဆဇ',
  ဋ: 'ဋဌ',
  ဍ: 'ဍဎ',
  ဏ: 'ဋဌဍဎဏ',
  တ: 'တထဗမရ',
  ထ: 'ထ',
  ဒ: 'ဒဓဗဘ',
  ဓ: 'ဓ',
  န: 'တထဒဓနမသ',
  ပ: 'ပဖလ',
  ဗ: 'ဗဘ',
  မ: 'ပဖဗဘမ',
  လ: 'ပလ',
  သ: 'တထမသ',
  ဠ: 'ဠ',
};

const STACK = Object.entries(STACKS)
  .map(([upper, lower]) => `${upper}\u1039[${lower}]`)
  .join('|');

/**
 * Zawgyi is an old font encoding of Burmese that reuses Unicode's code points in another order. A text in it
 * prints as nonsense, so the filer is asked. Each pattern is impossible in well-formed Unicode Burmese.
 */
const ZAWGYI_SIGNS: readonly RegExp[] = [
  // Sign e typed before its consonant: at the start of a word or after anything that cannot carry it.
  /(?:^|[^\u1000-\u102A\u103B-\u103E\u1050-\u1055\u105A-\u105D\u1061\u1065\u1066\u106E-\u1070\u1075-\u1082])\u1031/u,
  // Virama used as a visible asat: nothing to stack under it, or letters that never stack.
  /\u1039(?![\u1000-\u1021])/u,
  new RegExp(`(?!${STACK})[\\u1000-\\u1021]\\u1039`, 'u'),
  // Virama after a vowel or a tone; after asat it is the kinzi of Unicode.
  /(?<![\u1000-\u1021\u103A\u103F])\u1039/u,
  // Zawgyi's medial ra stands before its consonant.
  /(?:^|[ \u1038\u1037])[\u103B\u107E-\u1084]/u,
  // Asat code point used as medial ya, so a vowel follows it.
  /\u103A[\u102B\u102C\u102D\u102E\u102F\u1030\u1031\u1032\u103B-\u103E]/u,
  // Mon vowels as narrow u and uu.
  /[\u1000-\u1021\u103A-\u103E][\u1033\u1034]/u,
];

/** Zawgyi's own forms of stacked letters stand where Shan and Karen have their vowels and tones. */
const STACKED_FORM = /[\u1000-\u1021][\u1060-\u1064\u1066-\u106D\u1071-\u107C\u1085-\u108E\u1090-\u1097]/u;
const SHAN_OR_KAREN =
  /(?:^|[\s\u1038\u1087-\u108D])[\u1075-\u1081]|\u1022|[\u1062-\u1064]\u103A|[\u102C-\u1032][\u1062-\u1064]/u;

/** True where a text with Burmese letters was almost surely typed in Zawgyi. */
export function looksLikeZawgyi(text: string): boolean {
  if (!/[\u1000-\u109F]/u.test(text)) return false;
  return (
    ZAWGYI_SIGNS.some((sign) => sign.test(text)) || (STACKED_FORM.test(text) && !SHAN_OR_KAREN.test(text))
  );
}
