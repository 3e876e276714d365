import { canonicalJson } from './canonical-json.ts';

/** What the bank says of one payment; amounts in satang. */
export interface BankReport {
  readonly ref1: string;
  readonly ref2: string;
  readonly amountSatang: number;
  readonly paidAt: string;
  readonly bankReference: string;
}

/** The text that the bank signs (Ed25519): the report without its signature, in canonical JSON. */
export function bankReportText({ ref1, ref2, amountSatang, paidAt, bankReference }: BankReport): string {
  return canonicalJson({ ref1, ref2, amountSatang, paidAt, bankReference });
}

/** A page of the bank's statement of one day in Bangkok; `next` where there is more. */
export interface BankStatement {
  readonly day: string;
  /** How many payments of the day came before this page. */
  readonly after: number;
  readonly payments: readonly BankReport[];
  readonly next?: number | undefined;
}

/** The text that the bank signs (Ed25519) under a page of its statement, in canonical JSON. */
export function bankStatementText({ day, after, payments, next }: BankStatement): string {
  return canonicalJson({
    day,
    after,
    payments: payments.map((payment) => ({ ...payment })),
    ...(next === undefined ? {} : { next }),
  });
}
