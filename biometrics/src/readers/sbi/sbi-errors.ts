import type { ReaderProblem } from '../../codes.ts';

/** Error codes of SBI 0.9.5 with the specification's own texts. */
export const SBI_ERRORS = {
  '100': { text: 'Device not registered', problem: 'not-registered' },
  '101': { text: 'Unable to detect a biometric object', problem: 'timeout' },
  '102': { text: 'Technical error during extraction', problem: 'driver' },
  '103': { text: 'Device tamper detected', problem: 'tampered' },
  '104': { text: 'Unable to connect to management server', problem: 'not-ready' },
  '105': { text: 'Image orientation error', problem: 'wrong-hand' },
  '106': { text: 'Device not found', problem: 'not-found' },
  '107': { text: 'Device public key expired', problem: 'not-registered' },
  '108': { text: 'Domain public key missing', problem: 'not-registered' },
  '109': { text: 'Requested number of biometric (Finger/IRIS) not supported', problem: 'wrong-count' },
  '110': { text: 'Device is not ready', problem: 'not-ready' },
  '111': { text: 'Device is busy', problem: 'busy' },
  '112': { text: 'Invalid transaction Id', problem: 'malformed' },
} as const satisfies Record<string, { readonly text: string; readonly problem: ReaderProblem }>;
export type SbiErrorCode = keyof typeof SBI_ERRORS;

/** Codes from 500 up belong to the vendor. */
export function problemOfCode(code: string): ReaderProblem {
  return code in SBI_ERRORS ? SBI_ERRORS[code as SbiErrorCode].problem : 'driver';
}
