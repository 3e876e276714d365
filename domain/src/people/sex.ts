import { z } from 'zod';

/** The portal stores 1 and 2 [O]; passports also know X, written `<` in the machine-readable zone. */
export const SexSchema = z.enum(['male', 'female']);
export type Sex = z.infer<typeof SexSchema>;

export const PORTAL_SEX = { male: '1', female: '2' } as const satisfies Record<Sex, string>;
export const MRZ_SEX = { male: 'M', female: 'F' } as const satisfies Record<Sex, string>;

/** The sex that a machine-readable zone states; undefined for `<` and X. */
export function sexOfMrz(letter: string): Sex | undefined {
  if (letter === 'M') return 'male';
  return letter === 'F' ? 'female' : undefined;
}
