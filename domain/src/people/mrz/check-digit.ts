const WEIGHTS = [7, 3, 1] as const;

/** The value of a character of a machine-readable zone: 0-9, A=10 … Z=35, filler 0 (ICAO 9303-3, 4.9). */
function valueOf(character: string): number {
  if (character === '<') return 0;
  return character >= 'A' ? character.charCodeAt(0) - 55 : Number(character);
}

/** The check digit over `text` with weights 7, 3, 1. `text` holds A-Z, 0-9 and `<` only. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1)
    sum += valueOf(text.charAt(index)) * (WEIGHTS[index % 3] ?? 0);
  return String(sum % 10);
}

/** An empty optional field may carry `<` for its check digit 0. */
export function checkDigitFits(text: string, digit: string): boolean {
  return mrzCheckDigit(text) === digit || (digit === '<' && /^<*$/.test(text));
}
