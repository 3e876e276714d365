import { z } from 'zod';

/** Money is whole satang (1/100 baht), never a fraction and never a float sum. */
export type Satang = number & { readonly brand: 'Satang' };

export const SatangSchema = z.custom<Satang>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  {
    message: 'not-satang',
  },
);

/** 100 baht → 10,000 satang. Throws RangeError on anything that is not a whole number of satang. */
export function baht(amount: number): Satang {
  const satang = Math.round(amount * 100);
  if (!Number.isSafeInteger(satang) || satang < 0 || Math.abs(satang - amount * 100) > 1e-6)
    throw new RangeError(`not an amount of baht: ${amount}`);
  return satang as Satang;
}

/** The sum; 0 for none. */
export function sumSatang(amounts: readonly Satang[]): Satang {
  return amounts.reduce((sum, amount) => sum + amount, 0) as Satang;
}

/** As a bank writes it: `1800.00`. */
export function bahtText(amount: Satang): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

/** As a person reads it: `1,800.00`. */
export function bahtGrouped(amount: Satang): string {
  return bahtText(amount).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}
