import { z } from 'zod';

/** 128 random bits as 22 characters of base64url: the only kind of id that leaves the system. */
export const PublicId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .meta({ id: 'PublicId', description: '128 random bits, base64url' });

/** Instant in ISO 8601 with zone. */
export const Instant = z.iso.datetime({ offset: true });

/** Date without a clock time, common era: 2026-11-20. */
export const WireDate = z.iso.date();

/** Amounts are whole satang (1 baht = 100 satang), never fractions. */
export const Satang = z.int().min(0).max(1_000_000_000_00);

/** Text that a person typed for other people: bounded, and without control characters. */
export const ShortText = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !hasControlCharacter(text), { error: 'control-character' });

/** True where the text holds a C0 or C1 control other than line feed and tab. */
export function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if ((code < 0x20 && code !== 0x0a && code !== 0x09) || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}

/** Bytes in JSON. */
export const Base64 = z.base64();

/** The 14-digit number that an applicant sees; it opens nothing by itself. */
export const ApplicationNo = z.string().regex(/^\d{14}$/);

/** Bytes of a body whose endpoint says `body: 'bytes'`. */
export const Bytes = z.instanceof(Uint8Array);

export const Nothing = z.object({});

/** The number that the maker printed on a blank card; scanned, never assumed. */
export const BlankSerial = z.string().regex(/^[A-Z0-9-]{6,24}$/);
