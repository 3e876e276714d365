import { allow, refuse, type Decision } from '../refusal.ts';

/** A bill's fee may be asked back once it was paid and while no other refund of it runs or was paid out. */
export function decideRefundRequest(bill: {
  readonly paid: boolean;
  readonly hasLiveRefund: boolean;
}): Decision<'bill-not-paid' | 'refund-runs'> {
  if (!bill.paid) return refuse('bill-not-paid');
  return bill.hasLiveRefund ? refuse('refund-runs') : allow();
}

/** Who asked never decides; who decided never pays out (persons, not accounts: promises.md I6). */
export function decideTwoPersons(
  earlier: string | undefined,
  person: string | undefined,
): Decision<'same-person'> {
  return person !== undefined && earlier !== person ? allow() : refuse('same-person');
}
