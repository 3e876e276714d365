import { ASSUMED, UNCERTAIN } from './figure.ts';
import type { ServiceDefinition } from './service-definition.ts';

type Policy = ServiceDefinition['biometrics'];

export const CAPTURE_ALL: Policy = {
  policy: 'capture',
  modalities: ['face', 'fingers', 'irises'],
  ...UNCERTAIN('face, iris and fingerprints at the visit [N S9]'),
};
export const VERIFY_FRESH: Policy = {
  policy: 'verify',
  freshForDays: {
    value: 730,
    ...ASSUMED('verify, re-take if none or old (part A); two years is our proposal'),
  },
  modalities: ['face', 'fingers', 'irises'],
  ...UNCERTAIN('face, iris and fingerprints at the visit [N S9]; the verify policy is our design'),
};
export const REUSE_FRESH: Policy = {
  policy: 'reuse',
  freshForDays: { value: 730, ...ASSUMED('re-use when fresh (part C, 10); two years is our proposal') },
  modalities: ['face'],
  ...ASSUMED('face match and new card, part A'),
};
export const NO_BIOMETRICS: Policy = {
  policy: 'none',
  modalities: [],
  ...ASSUMED('no visit: table of part A'),
};
