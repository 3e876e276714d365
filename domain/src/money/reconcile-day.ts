/** One movement of money by the bank's reference, as one side knows it. */
export interface KnownPayment {
  readonly bankReference: string;
  readonly amountSatang: number;
}

export const DIFFERENCE_KINDS = ['bank-only', 'ours-only', 'amount-differs'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  readonly bankReference: string;
  readonly bankSatang?: number;
  readonly ourSatang?: number;
}

/** What the bank says of a day against what we recorded of it; empty when both agree. */
export function reconcileDay(
  bank: readonly KnownPayment[],
  ours: readonly KnownPayment[],
): readonly Difference[] {
  const ourAmounts = new Map(ours.map(({ bankReference, amountSatang }) => [bankReference, amountSatang]));
  const bankReferences = new Set(bank.map(({ bankReference }) => bankReference));
  const fromBank = bank.flatMap(({ bankReference, amountSatang }): Difference[] => {
    const ourSatang = ourAmounts.get(bankReference);
    if (ourSatang === undefined) return [{ kind: 'bank-only', bankReference, bankSatang: amountSatang }];
    if (ourSatang === amountSatang) return [];
    return [{ kind: 'amount-differs', bankReference, bankSatang: amountSatang, ourSatang }];
  });
  const fromUs = ours
    .filter(({ bankReference }) => !bankReferences.has(bankReference))
    .map(({ bankReference, amountSatang }): Difference => ({
      kind: 'ours-only',
      bankReference,
      ourSatang: amountSatang,
    }));
  return [...fromBank, ...fromUs];
}
