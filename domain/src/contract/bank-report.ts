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
