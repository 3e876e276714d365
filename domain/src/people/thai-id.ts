/**
 * The check digit of a 13-digit Thai number: (11 - (sum of d_i * (14 - i), i = 1..12) mod 11) mod 10
 * (work-permit.md 4; python-stdnum th.pin). `twelve` is the first twelve digits.
 */
export function thaiCheckDigit(twelve: string): number {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/** Digits only; hyphens and spaces of the printed form (1-2345-67890-12-1) are dropped. */
export function bareThaiNumber(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** Thirteen digits with a right check digit, whatever the first digit means. */
export function hasThaiCheckDigit(number: string): boolean {
  return /^\d{13}$/.test(number) && thaiCheckDigit(number.slice(0, 12)) === Number(number[12]);
}

/** A Thai national's number: begins with 1 to 8. */
export function isThaiNationalId(number: string): boolean {
  return /^[1-8]/.test(number) && hasThaiCheckDigit(number);
}

/** A juristic person's number: begins with 0. */
export function isJuristicId(number: string): boolean {
  return number.startsWith('0') && hasThaiCheckDigit(number);
}

/**
 * The number of a person without Thai nationality: 13 digits, a leading 0 allowed. A failed check digit only
 * warns, until the register's rule is confirmed (work-permit.md 4).
 */
export function judgeNonThaiId(number: string): 'ok' | 'check-digit-differs' | 'not-13-digits' {
  if (!/^\d{13}$/.test(number)) return 'not-13-digits';
  return hasThaiCheckDigit(number) ? 'ok' : 'check-digit-differs';
}

/** Printed form 1-4-5-2-1. */
export function formatThaiNumber(number: string): string {
  return number.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, '$1-$2-$3-$4-$5');
}
