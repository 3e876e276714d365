import { z } from 'zod';
import { BirthDateSchema } from '@permit/domain/people/birth-date.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const Bilingual = z.strictObject({ thai: line(2_000), english: line(2_000) });
const Day = z.iso.date();
const QrText = z.string().regex(/^[0-9A-Z $%*+\-./:]{20,2000}$/);

/** What every paper carries. Wordings that have legal weight are data of the service and cohort, never written here. */
const shared = {
  specimen: z.boolean(),
  /** Application number or the like, as its owner knows it. */
  reference: line(40),
  issuedOn: Day,
  office: Bilingual,
  holder: z.strictObject({
    latin: line(250),
    thai: line(250).optional(),
    /** In the person's own script, where it is known. */
    own: line(160).optional(),
  }),
  /** The gist in the worker's own language, from the texts; any script of our fonts. */
  ownLanguageNote: line(2_000).optional(),
  hotlines: line(120).default('1506 กด 2 · 1694'),
};

const permitShared = {
  ...shared,
  permitNo: line(32),
  birth: BirthDateSchema,
  nationality: Bilingual,
  work: Bilingual,
  category: Bilingual,
  validFrom: Day,
  validTo: Day,
  /** What this paper lets its holder do and by which rule. */
  basis: Bilingual,
  qr: QrText,
};

/** Serves between the grant and the card. */
const InterimPermit = z.strictObject({ kind: z.literal('interim-permit'), ...permitShared });
/** Shows that work may go on while a renewal is pending. */
const MayWork = z.strictObject({ kind: z.literal('may-work'), ...permitShared });

const Receipt = z.strictObject({
  kind: z.literal('receipt'),
  ...shared,
  receiptNo: line(40),
  paidOn: Day,
  /** One price a receipt is the rule, several lines are possible; whole satang. */
  items: z
    .array(z.strictObject({ what: Bilingual, satang: z.int().min(0) }))
    .min(1)
    .max(40),
  payer: line(250),
});

const RefusalLetter = z.strictObject({
  kind: z.literal('refusal-letter'),
  ...shared,
  letterNo: line(40),
  decidedOn: Day,
  subject: Bilingual,
  reasons: z.array(Bilingual).min(1).max(30),
  /** How, where and until when to appeal. */
  appeal: Bilingual,
  registrar: Bilingual,
});

const AppointmentSlip = z.strictObject({
  kind: z.literal('appointment-slip'),
  ...shared,
  appointmentNo: line(40),
  place: Bilingual,
  day: Day,
  /** `09:00-10:00` */
  band: line(20),
  party: z.array(line(250)).min(1).max(200),
  /** What to bring and what to leave at home. */
  remarks: z.array(Bilingual).max(12),
  qr: QrText.optional(),
});

/** A paper as JSON values: what is printed at home or at a counter, on A4. */
export const PaperSchema = z.discriminatedUnion('kind', [
  InterimPermit,
  MayWork,
  Receipt,
  RefusalLetter,
  AppointmentSlip,
]);
export type Paper = z.output<typeof PaperSchema>;
export type PaperInput = z.input<typeof PaperSchema>;
export type PaperOf<K extends Paper['kind']> = Extract<Paper, { kind: K }>;
