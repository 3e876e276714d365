import type { PhaseCode } from './phase-code.ts';

/** A code and its mask, turned. */
export interface TurnedCode {
  readonly code: Uint8Array;
  readonly mask: Uint8Array;
}

/**
 * The probe's code as seen from `half` half columns (1.4 degrees each) further: whole columns from the
 * even code, half ones from the odd code.
 */
export function turnByHalfColumns(probe: PhaseCode, half: number): TurnedCode {
  const odd = (half & 1) === 1;
  const by = half - (odd ? 1 : 0);
  return {
    code: rotateBytes(odd ? probe.odd : probe.even, by),
    mask: rotateBytes(odd ? probe.oddMask : probe.evenMask, by),
  };
}

/** A column is two bytes, so a turn by two half columns is a rotation by two bytes. */
function rotateBytes(bytes: Uint8Array, by: number): Uint8Array {
  const n = bytes.length;
  const from = ((by % n) + n) % n;
  const turned = new Uint8Array(n);
  turned.set(bytes.subarray(from));
  turned.set(bytes.subarray(0, from), n - from);
  return turned;
}

/** The turns from `-reach` to `reach` half columns in steps of `step`. */
export function turnsWithin(probe: PhaseCode, reach: number, step = 1): TurnedCode[] {
  const turns: TurnedCode[] = [];
  for (let half = -reach; half <= reach; half += step) turns.push(turnByHalfColumns(probe, half));
  return turns;
}
