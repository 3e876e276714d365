import { irisThreshold } from '@permit/biometrics/iris/iris-calibration.ts';
import { fingerThreshold } from '@permit/biometrics/fingerprint/match-fingers.ts';

/** False-match rate at which one comparison of a search is worth an officer's look. */
export const SEARCH_FALSE_MATCH_RATE = 1e-6;
/** False-match rate at which a person at the counter is taken for the one of the case. */
export const VERIFY_FALSE_MATCH_RATE = 1e-4;

/** Score from which two irises are held as one person in a search. */
export const searchThreshold = (): number => irisThreshold(SEARCH_FALSE_MATCH_RATE);

/** Score from which a sample verifies its person. */
export const verifyThreshold = {
  iris: (): number => irisThreshold(VERIFY_FALSE_MATCH_RATE),
  finger: (): number => fingerThreshold(VERIFY_FALSE_MATCH_RATE),
} as const;
