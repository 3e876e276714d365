import type { CborMap } from './cbor-value.ts';
import {
  allOf,
  isText,
  isWhole,
  mapOf,
  optional,
  required,
  toDay,
  WRONG,
  type Wrong,
} from './claim-fields.ts';

/** Our private part of a paper's code (decision 0011). */
const PAPER = { kind: 1, number: 2, issuedOn: 3, satang: 4 } as const;

/** Papers that carry a code of their own; only ever appended to, because the place is what is printed. */
export const PAPER_CODE_KINDS = [
  'receipt',
  'may-work',
  'interim-permit',
  'refusal-letter',
  'appointment-slip',
  'notice-receipt',
  'permit-order',
  'refund-notice',
] as const;
export type PaperCodeKind = (typeof PAPER_CODE_KINDS)[number];

export interface PaperPart {
  readonly kind: PaperCodeKind;
  /** As printed: receipt number, letter number, application number. */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  /** Whole satang, of a receipt. */
  readonly satang?: number;
}

/** The part as CBOR. */
export function encodePaper(paper: PaperPart): CborMap {
  return mapOf([
    [PAPER.kind, PAPER_CODE_KINDS.indexOf(paper.kind)],
    [PAPER.number, paper.number],
    [PAPER.issuedOn, Number(paper.issuedOn.replaceAll('-', ''))],
    [PAPER.satang, paper.satang],
  ]);
}

/** The part, or WRONG where an attribute has the wrong shape. */
export function decodePaper(map: CborMap): PaperPart | Wrong {
  return allOf<PaperPart>({
    kind: PAPER_CODE_KINDS[Number(required(map, PAPER.kind, isWhole))] ?? WRONG,
    number: required(map, PAPER.number, isText),
    issuedOn: toDay(required(map, PAPER.issuedOn, isWhole)),
    satang: optional(map, PAPER.satang, isWhole),
  });
}
