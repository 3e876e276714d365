import { baht, type Satang } from '../money/satang.ts';

/** The duty on a power of attorney as data; a change is an edit here. Marked [B1]: a careful secondary note. */
export const STAMP_DUTY = {
  source: 'rd.go.th/25348, secondary note',
  certainty: 'uncertain',
  oneAct: baht(10),
  severalActs: baht(30),
  /** For each attorney who may act apart from the others. */
  eachApart: baht(30),
} as const;

export interface DutiableAttorney {
  readonly acts?: readonly string[] | undefined;
  readonly attorneys?: number | undefined;
  readonly jointly?: boolean | undefined;
}

/** 10 baht for one act; 30 for several by one attorney or jointly; 30 for each attorney who may act apart. */
export function stampDutyDue({ acts = [], attorneys = 1, jointly }: DutiableAttorney): Satang {
  if (attorneys > 1 && jointly !== true) return (STAMP_DUTY.eachApart * attorneys) as Satang;
  return acts.length > 1 ? STAMP_DUTY.severalActs : STAMP_DUTY.oneAct;
}
