import { z } from 'zod';
import { READER_PROBLEMS } from '@permit/biometrics/codes.ts';

/** Why a command was not done; the screens have a sentence for each. */
export const KIOSK_PROBLEMS = [
  'unknown-command',
  'invalid-input',
  'not-enrolled',
  'already-enrolled',
  'not-signed-in',
  'wrong-credentials',
  'second-factor-needed',
  'never-signed-in-here',
  'offline',
  'server-refused',
  'lease-ended',
  'no-lease-secret',
  'code-wrong',
  'no-keys-yet',
  'no-such-visit',
  'not-checked-in',
  'another-capture-open',
  'no-capture-open',
  'notice-first',
  'notice-not-approved',
  'all-missing',
  'no-reader',
  'picture-malformed',
  'no-live-face',
  'nothing-to-compare',
  'capture-incomplete',
  'faces-differ',
  'same-person',
  'storage-failed',
  'internal',
  ...READER_PROBLEMS.map((problem) => `reader-${problem}` as const),
] as const;
export type KioskProblemCode = (typeof KIOSK_PROBLEMS)[number];

export const KioskProblemBody = z.object({
  code: z.enum(KIOSK_PROBLEMS),
  /** The server's own code where it refused, or the field at fault. Never about a person. */
  detail: z.string().optional(),
});

/** The answer to every command. */
export type KioskAnswer<Output = unknown> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problem: z.infer<typeof KioskProblemBody> };
