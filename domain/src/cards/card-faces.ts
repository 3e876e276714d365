import { z } from 'zod';
import { BirthDateSchema } from '../people/birth-date.ts';

/** Text for one field: bounded, one paragraph, without control characters. */
const printed = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text), { error: 'control-character' });

/** A text in Thai and, where there is one, in English. */
const bilingual = (most: number) =>
  z.strictObject({ thai: printed(most), english: printed(most).optional() });

export const PortraitSchema = z.strictObject({
  mediaType: z.enum(['image/jpeg', 'image/png']),
  /** 3 x 4 is cut from it. */
  base64: z.base64().min(100).max(4_000_000),
});

/** The third line is set only in a script that the card's fonts hold. */
export const ThirdNameSchema = z.strictObject({
  language: z.enum(['my', 'km', 'lo']),
  text: printed(160),
});

/**
 * Everything that a card shows, as JSON values: what the print worker is handed and what the approved revision's
 * hash is over. No employer and no machine-readable zone, on purpose (work-permit.md part D).
 */
export const CardFacesSchema = z.strictObject({
  /** Template and its version; a card printed again later looks as it did. */
  template: z.literal('wp-card/1'),
  /** True without a production key: ตัวอย่าง / SPECIMEN stands across both sides. */
  specimen: z.boolean(),
  portrait: PortraitSchema,
  permitNo: printed(32),
  /** The card's own number, printed as Code 128. */
  cardSerial: z.string().regex(/^[A-Z0-9-]{6,24}$/),
  /** Prefix and name as printed. */
  name: z.strictObject({
    /** Absent where the person has no name in Thai letters. */
    thai: printed(250).optional(),
    latin: printed(250),
    third: ThirdNameSchema.optional(),
  }),
  birth: BirthDateSchema,
  nationality: bilingual(80),
  work: bilingual(160),
  category: bilingual(80),
  /** `YYYY-MM-DD`, common era; both eras are printed. */
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
  issuedOn: z.iso.date(),
  registrar: bilingual(120),
  office: bilingual(160),
  conditions: bilingual(200).default({
    thai: 'ทำงานได้ตามที่แจ้ง',
    english: 'May work as notified. Scan the code for what holds today.',
  }),
  /** Where a finder sends the card: data, because the office has not told us. */
  foundCardAddress: printed(200).default('กรมการจัดหางาน กระทรวงแรงงาน (ที่อยู่ตามประกาศ)'),
  hotlines: printed(120).default('1506 กด 2 · 1694'),
  /** Text of the QR (Claim 169). */
  qr: z.string().regex(/^[0-9A-Z $%*+\-./:]{20,2000}$/),
});

/** As handed over, defaults not yet filled in. */
export type CardFacesInput = z.input<typeof CardFacesSchema>;
export type CardFaces = z.output<typeof CardFacesSchema>;
