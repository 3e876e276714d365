/** Signs that nobody confuses when they are read aloud or copied by hand: no I, L, O, U, Z. A prime number of them. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const DATA_SIGNS = 7;

/**
 * The code of an "I tried" receipt: seven signs by chance and one that is computed, so that one wrong sign or two that
 * changed places are seen at the counter. `random` holds at least seven bytes of chance.
 */
export function attemptCodeFrom(random: Uint8Array): string {
  const values = Array.from(random.subarray(0, DATA_SIGNS), (byte) => byte % ALPHABET.length);
  return [...values, checkOf(values)].map((value) => ALPHABET[value]).join('');
}

/** The eight signs without hyphen and spaces; undefined where it cannot be one of ours. */
export function readAttemptCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const values = Array.from(code, (sign) => ALPHABET.indexOf(sign));
  if (values.length !== DATA_SIGNS + 1 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, DATA_SIGNS)) === values[DATA_SIGNS] ? code : undefined;
}

/** In two groups of four, as it is shown and printed. */
export function showAttemptCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

// Weights 1 to 7 modulo a prime: each place differs from its neighbours, so a swap changes the sum.
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 1), 0) % ALPHABET.length;
}
