/** Widths of bars and gaps by turns for the values 0 to 102, the three start codes and the stop (ISO/IEC 15417). */
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

/** Sets: A holds capitals and control characters, B printable ASCII, C pairs of digits. */
type CodeSet = 'A' | 'B' | 'C';
const START = { A: 103, B: 104, C: 105 } as const satisfies Record<CodeSet, number>;
const SWITCH_TO = { A: 101, B: 100, C: 99 } as const satisfies Record<CodeSet, number>;
const STOP = 106;

/**
 * Bar and gap widths in modules, beginning and ending with a bar, for ASCII text. Long runs of digits go two to a
 * symbol (set C), control characters such as the line ends of a pay-in slip in set A. Throws a RangeError beyond
 * ASCII.
 */
export function code128(text: string): readonly number[] {
  const values = symbolValues(text);
  const sum = values.reduce((total, value, at) => total + value * Math.max(1, at), 0);
  return [...values, sum % 103, STOP].flatMap((value) => Array.from(PATTERNS[value]!, Number));
}

function symbolValues(text: string): number[] {
  const values: number[] = [];
  let set: CodeSet | undefined;
  for (let at = 0; at < text.length;) {
    const wanted = wantedSet(text, at, set);
    if (wanted !== set) values.push(set === undefined ? START[wanted] : SWITCH_TO[wanted]);
    set = wanted;
    values.push(set === 'C' ? Number(text.slice(at, at + 2)) : valueIn(set, text.charCodeAt(at)));
    at += set === 'C' ? 2 : 1;
  }
  return values;
}

function wantedSet(text: string, at: number, set: CodeSet | undefined): CodeSet {
  const digits = /^\d*/.exec(text.slice(at))![0].length;
  if (worthPairing(digits, at, text.length) || (set === 'C' && digits >= 2)) return 'C';
  const code = text.charCodeAt(at);
  return code < 32 || (set === 'A' && code < 96) ? 'A' : 'B';
}

/** Set C pays from four digits at an end of the text and from six inside; an odd one is left to the set before. */
function worthPairing(digits: number, at: number, length: number): boolean {
  const atEnd = at === 0 || at + digits === length;
  return digits % 2 === 0 && digits >= (atEnd ? 4 : 6);
}

function valueIn(set: 'A' | 'B', code: number): number {
  if (code > 127) throw new RangeError('not in ASCII');
  return set === 'A' && code < 32 ? code + 64 : code - 32;
}
