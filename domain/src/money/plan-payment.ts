/** What a pair of references stands for: one bill, or a group of them with its own total. */
export interface PaymentTarget {
  readonly totalSatang: number;
  readonly dueAt: Date;
  readonly bills: readonly {
    readonly billId: string;
    readonly amountSatang: number;
    readonly isPaid: boolean;
  }[];
}

/** Why money could not be used; each waits for a person. */
export const SET_ASIDE_PROBLEMS = [
  'no-such-bill',
  'amount-differs',
  'paid-after-due',
  'bill-already-paid',
  'member-already-paid',
] as const;
export type SetAsideProblem = (typeof SET_ASIDE_PROBLEMS)[number];

export interface PaymentPlan {
  /** Bills that this money marks as paid; each at most once in its life. */
  readonly pays: readonly string[];
  readonly setAside?: { readonly satang: number; readonly problem: SetAsideProblem };
}

/**
 * What to do with money that a bank has already taken. Nothing is guessed: another amount or a late payment is set
 * aside whole. Where members of a group were paid alone meanwhile, the others are paid and only the rest is set aside.
 */
export function planPayment(
  target: PaymentTarget | undefined,
  money: { readonly amountSatang: number; readonly paidAt: Date },
): PaymentPlan {
  const whole = (problem: SetAsideProblem): PaymentPlan => ({
    pays: [],
    setAside: { satang: money.amountSatang, problem },
  });
  if (!target) return whole('no-such-bill');
  const open = target.bills.filter(({ isPaid }) => !isPaid);
  if (open.length === 0) return whole('bill-already-paid');
  if (money.amountSatang !== target.totalSatang) return whole('amount-differs');
  if (money.paidAt > target.dueAt) return whole('paid-after-due');
  const rest = money.amountSatang - open.reduce((sum, { amountSatang }) => sum + amountSatang, 0);
  const pays = open.map(({ billId }) => billId);
  return rest === 0 ? { pays } : { pays, setAside: { satang: rest, problem: 'member-already-paid' } };
}
