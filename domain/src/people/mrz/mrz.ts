import type { BirthDate } from '../birth-date.ts';

/** TD3: passport, 2 x 44. TD1: card, 3 x 30. TD2: 2 x 36 (ICAO 9303 parts 4 to 6). */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3';

export const MRZ_SIZE = {
  TD1: { lines: 3, length: 30 },
  TD2: { lines: 2, length: 36 },
  TD3: { lines: 2, length: 44 },
} as const satisfies Record<MrzFormat, { lines: number; length: number }>;

/** Which check digits of a zone do not fit. */
export type MrzFault = 'document-number' | 'birth-date' | 'expiry-date' | 'personal-number' | 'composite';

/** A machine-readable zone as read; texts in capitals without fillers. */
export interface Mrz {
  readonly format: MrzFormat;
  /** `P`, `PV`, `I`, … */
  readonly documentCode: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly nationality: string;
  /** Empty where the holder has one name only. */
  readonly lastName: string;
  readonly firstNames: string;
  /** True where the name fills the zone, so that its end may be cut off. */
  readonly nameCut: boolean;
  readonly birth: BirthDate;
  readonly sex: 'M' | 'F' | '<';
  /** `YYYY-MM-DD`, or undefined where the zone holds no date. */
  readonly expires: string | undefined;
  readonly optional: string;
  readonly faults: readonly MrzFault[];
}

export type MrzProblem = 'mrz-length' | 'mrz-characters';
