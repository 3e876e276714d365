import type { BodyPosition, ReaderProblem } from '../../codes.ts';
import { EYE_POSITIONS, FINGER_POSITION_CODE, FINGER_POSITIONS, SLAP_POSITION_CODE } from '../../codes.ts';
import type { CaptureTarget } from '../reader.ts';

/** Numbers of the open capture protocol (docs/reader-protocol.md §2, §3). */
export const VERSION = 1;
export const REPORT = { command: 0x01, event: 0x02, data: 0x03 } as const;
export const COMMAND = { hello: 1, info: 2, start: 3, abort: 4, credit: 5, resend: 6, preview: 7 } as const;
export const EVENT = { hello: 0x10, state: 0x11, block: 0x12, done: 0x13, fail: 0x1f } as const;
export const FIRST_VENDOR_EVENT = 0x80;
export const KIND = { information: 1, picture: 2, signed: 3, preview: 4 } as const;

const FAIL_PROBLEM: Readonly<Record<number, ReaderProblem>> = {
  1: 'busy',
  2: 'timeout',
  3: 'aborted',
  4: 'wrong-count',
  5: 'not-ready',
  6: 'tampered',
  7: 'unsupported',
  8: 'driver',
  9: 'wrong-hand',
};

export function problemOfFail(code: number): ReaderProblem {
  return FAIL_PROBLEM[code] ?? 'driver';
}

export const TARGET_CODE: Readonly<Record<Exclude<CaptureTarget, 'face'>, number>> = {
  ...FINGER_POSITION_CODE,
  ...SLAP_POSITION_CODE,
  'right-iris': 0x21,
  'left-iris': 0x22,
  'both-irises': 0x23,
};

/** The targets of a list of codes; codes of later versions are passed over. */
export function targetsOfCodes(codes: readonly unknown[]): readonly CaptureTarget[] {
  const names = Object.keys(TARGET_CODE) as (keyof typeof TARGET_CODE)[];
  return names.filter((name) => codes.includes(TARGET_CODE[name]));
}

export function positionOfCode(code: number): BodyPosition | undefined {
  return [...FINGER_POSITIONS, ...EYE_POSITIONS].find((position) => TARGET_CODE[position] === code);
}

/** Bit n-1 for finger position n; bit 0 right eye, bit 1 left eye. */
export function missingMask(missing: readonly BodyPosition[]): number {
  let mask = 0;
  for (const position of missing) {
    if (position === 'right-iris') mask |= 1;
    else if (position === 'left-iris') mask |= 2;
    else if (position !== 'face') mask |= 1 << (FINGER_POSITION_CODE[position] - 1);
  }
  return mask;
}
