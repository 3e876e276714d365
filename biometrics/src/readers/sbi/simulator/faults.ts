import type { SbiErrorCode } from '../sbi-errors.ts';

/** What a simulated device can be told to do wrong with its next capture. */
export const SIMULATOR_FAULTS = [
  'garbage',
  'half-answer',
  'hang',
  'endless',
  'altered-payload',
  'other-root',
  'other-device',
  'old-transaction',
  'old-time',
  'broken-chain',
  'one-fewer',
  'one-twice',
  'wrong-position',
  'wrong-label',
  'half-image',
  'other-environment',
] as const;
export type FaultName = (typeof SIMULATOR_FAULTS)[number];
export type SimulatorFault = FaultName | `error-${SbiErrorCode | '500'}`;

export function isSimulatorFault(value: unknown): value is SimulatorFault {
  if (typeof value !== 'string') return false;
  return SIMULATOR_FAULTS.includes(value as FaultName) || /^error-(1(0\d|1[0-2])|500)$/.test(value);
}
