import type { VerifierAnswerCode } from '@permit/domain/cards/verify-permit-qr.ts';
import type { Tone } from './tone-shapes.ts';

/** Colour and shape of each answer; `wait` is a permit that counts, though not by its printed dates alone. */
export const ANSWER_TONES = {
  valid: 'good',
  'may-work-renewal-pending': 'good',
  temporary: 'good',
  'changed-since-printed': 'warn',
  'not-yet-valid': 'warn',
  expired: 'bad',
  replaced: 'bad',
  revoked: 'bad',
  cancelled: 'bad',
  'not-known': 'bad',
  unsigned: 'bad',
  'bad-signature': 'bad',
  malformed: 'quiet',
} as const satisfies Record<VerifierAnswerCode, Tone>;
