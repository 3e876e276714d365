import { z } from 'zod';

/** The second of two persons: another member of this centre's staff gives their own six-digit code, now. */
export const secondPerson = {
  secondPersonUsername: z.string().min(1).max(120),
  secondPersonCode: z.string().regex(/^\d{6}$/),
};

/** The same where only some situations need two; the action says which. */
export const secondPersonWhereNeeded = {
  secondPersonUsername: secondPerson.secondPersonUsername.optional(),
  secondPersonCode: secondPerson.secondPersonCode.optional(),
};
