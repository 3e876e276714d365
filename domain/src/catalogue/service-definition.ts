import { z } from 'zod';
import { CalendarDateSchema } from '../calendar/calendar-date.ts';
import { LegalClockSchema } from '../calendar/legal-clock.ts';
import { SatangSchema } from '../money/satang.ts';
import { LANGUAGES } from '../texts/text.ts';
import { ConditionSchema } from './condition.ts';
import { DocumentTypeSchema } from './document-type.ts';
import { figureOf, SourcedSchema } from './figure.ts';
import { ApplicantKindSchema, AttorneyActSchema, EmployerKindSchema } from './parties.ts';

/** What one notice tells of one worker; `particulars` and `delivery` leave the employment as it is. */
export const NOTICE_ACTS = ['hire', 'worker-start', 'particulars', 'exit', 'delivery', 'refusal'] as const;
export const NoticeActSchema = z.enum(NOTICE_ACTS);
export type NoticeAct = z.infer<typeof NoticeActSchema>;

/** A text that a worker reads, in all six languages. */
export const WorkerTextSchema = z.object(
  Object.fromEntries(LANGUAGES.map((language) => [language, z.string().min(1)])) as Record<
    (typeof LANGUAGES)[number],
    z.ZodString
  >,
);

/** `needed`: without it the case cannot be stored or read. `expected`: its absence warns. */
export const StrengthSchema = z.enum(['needed', 'expected', 'optional']);

export const FIELD_KINDS = [
  'text',
  'long-text',
  'thai-name',
  'latin-name',
  'native-name',
  'choice',
  'date',
  'birth-date',
  'nationality',
  'phone',
  'email',
  'thai-id',
  'juristic-id',
  'non-thai-id',
  'document-number',
  'mrz',
  'satang',
  'yes-no',
  'number',
  'place-code',
] as const;

/** One question of a form, by its dotted path in the draft. */
export const FieldRuleSchema = z.strictObject({
  kind: z.enum(FIELD_KINDS),
  strength: StrengthSchema,
  when: ConditionSchema.optional(),
  choices: z.array(z.string()).optional(),
  maxLength: z.number().int().positive().optional(),
  /** Printed on the card: the filer declares that it was checked [O, work-permit.md 2.4]. */
  printed: z.boolean().optional(),
  ...SourcedSchema.shape,
});
export type FieldRule = z.infer<typeof FieldRuleSchema>;

/** One demand for papers; any of `anyOf` answers it. */
export const DocumentRuleSchema = z.strictObject({
  anyOf: z.array(DocumentTypeSchema).min(1),
  strength: StrengthSchema,
  when: ConditionSchema.optional(),
  /** From whom: a paper of the employer may come from the dossier. */
  from: z.enum(['worker', 'employer', 'agent', 'office']),
  maxAgeDays: figureOf(z.number().int().positive()).optional(),
  /** The paper bears a last day, and is worth nothing after it. */
  runsOut: figureOf(z.literal(true)).optional(),
  imageOnly: z.boolean().optional(),
  ...SourcedSchema.shape,
});
export type DocumentRule = z.infer<typeof DocumentRuleSchema>;

/** How a fee is reckoned; each amount is a figure with its source. */
export const FeeAmountSchema = z.discriminatedUnion('per', [
  z.strictObject({ per: z.literal('request'), satang: figureOf(SatangSchema) }),
  z.strictObject({ per: z.literal('year-begun'), satang: figureOf(SatangSchema) }),
  z.strictObject({
    per: z.literal('length'),
    steps: z.array(z.strictObject({ upToMonths: z.number().int(), satang: figureOf(SatangSchema) })).min(1),
  }),
]);
export const FeeRuleSchema = z.strictObject({
  /** `filing`: first bill, before the check; `grant`: second bill, after the grant. */
  stage: z.enum(['filing', 'grant']),
  amount: FeeAmountSchema,
  when: ConditionSchema.optional(),
  names: WorkerTextSchema,
});
export type FeeRule = z.infer<typeof FeeRuleSchema>;

/** A round under a cabinet resolution: when it is open, by the hour of its last day. */
export const CohortWindowSchema = z.strictObject({
  code: z.string(),
  resolution: z.string(),
  nationalities: z.array(z.string().length(2)).min(1),
  opens: CalendarDateSchema,
  closes: CalendarDateSchema,
  fileBy: figureOf(z.string().regex(/^\d\d:\d\d$/)),
  payBy: figureOf(z.string().regex(/^\d\d:\d\d$/)),
  permitEnds: figureOf(CalendarDateSchema),
  travelDocumentBy: figureOf(CalendarDateSchema).optional(),
  ...SourcedSchema.shape,
});
export type CohortWindow = z.infer<typeof CohortWindowSchema>;

/** From which moment the law lets the person work on the strength of this case, and what the paper says. */
export const WorkProofSchema = z.strictObject({
  from: z.enum(['never', 'application-fee-paid', 'filed-before-expiry', 'granted']),
  /** Whether it goes on while a refusal is appealed; absent: it ended with the refusal. */
  whileAppealed: figureOf(z.boolean()).optional(),
  text: WorkerTextSchema,
  ...SourcedSchema.shape,
});

/** Why an order may end a permit, and as what it ends then. */
export const OrderGroundSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{2,59}$/),
  endsAs: z.enum(['revoked', 'cancelled']),
  /** Of the Decree, only where a source names it. */
  section: z.string().optional(),
  names: WorkerTextSchema,
  ...SourcedSchema.shape,
});
export type OrderGround = z.infer<typeof OrderGroundSchema>;

export const ServiceDefinitionSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{1,7}$/),
  version: z.number().int().positive(),
  effectiveFrom: CalendarDateSchema,
  effectiveTo: CalendarDateSchema.optional(),
  offered: z.boolean(),
  /** What must be found out before the service can be offered; named for the clerk who asks. */
  missing: z.array(z.string().min(5)),
  kind: z.enum(['application', 'notice', 'order', 'appeal', 'refund', 'demand', 'visit', 'digital']),
  /** What a notice tells; a composite names its acts below instead. */
  act: NoticeActSchema.optional(),
  family: z.enum(['new', 'renewal', 'change', 'replacement', 'notice', 'money', 'order', 'appeal', 'other']),
  section: z.string(),
  /** The portal's own codes [O]. */
  portalCodes: z.array(z.string()),
  /** Two digits after the year of a 14-digit application number: 11 new, 12 renewal, 14 change [I]. */
  numberGroup: z.string().regex(/^\d{2}$/),
  forms: z.array(z.strictObject({ number: z.string(), ...SourcedSchema.shape })),
  names: WorkerTextSchema,
  applicants: z.array(z.strictObject({ kind: ApplicantKindSchema, ...SourcedSchema.shape })),
  employerKinds: z.array(EmployerKindSchema),
  attorneyAct: AttorneyActSchema,
  nationalities: z.array(z.string().length(2)).optional(),
  fields: z.record(z.string(), FieldRuleSchema),
  documents: z.record(z.string(), DocumentRuleSchema),
  biometrics: z.strictObject({
    policy: z.enum(['capture', 'verify', 'reuse', 'none']),
    freshForDays: figureOf(z.number().int().positive()).optional(),
    modalities: z.array(z.enum(['face', 'fingers', 'irises'])),
    ...SourcedSchema.shape,
  }),
  fees: z.record(z.string(), FeeRuleSchema),
  clocks: z.record(z.string(), LegalClockSchema),
  windows: z.array(CohortWindowSchema),
  period: z
    .strictObject({ maxMonths: figureOf(z.number().int().positive()), startsAfterOld: z.boolean() })
    .optional(),
  age: z
    .strictObject({ least: figureOf(z.number().int()), most: figureOf(z.number().int()).optional() })
    .optional(),
  /** How long an insurance runs where one is shown, by name; of several that hold the longest. */
  cover: z
    .record(
      z.string(),
      z.strictObject({ months: figureOf(z.number().int().positive()), when: ConditionSchema.optional() }),
    )
    .optional(),
  decides: z.strictObject({
    considers: z.enum(['assistant-registrar', 'nobody', 'finance-officer', 'appeal-committee']),
    decides: z.enum(['registrar', 'receives', 'finance-officer', 'minister', 'system']),
    ...SourcedSchema.shape,
  }),
  outputs: z.array(
    z.strictObject({
      kind: z.enum([
        'card',
        'permit',
        'receipt',
        'order',
        'letter',
        'record-update',
        'refund-notice',
        'slip',
      ]),
      ...SourcedSchema.shape,
    }),
  ),
  workProof: WorkProofSchema,
  /** A composite: the acts of several people that together are the service. */
  acts: z
    .array(
      z.strictObject({
        code: z.string(),
        by: ApplicantKindSchema,
        form: z.string(),
        /** The time limit that binds this act, by its key in `clocks`. */
        clock: z.string().optional(),
        required: z.boolean(),
        names: WorkerTextSchema,
        ...SourcedSchema.shape,
      }),
    )
    .optional(),
  /** Stages of an appeal: data, not code. */
  stages: z
    .array(
      z.strictObject({
        code: z.string(),
        by: z.string(),
        days: figureOf(z.number().int().positive()),
        names: WorkerTextSchema,
      }),
    )
    .optional(),
  /** Grounds of an order that ends a permit: data, not code. */
  grounds: z.array(OrderGroundSchema).min(1).optional(),
  sameAs: z.strictObject({ code: z.string(), law: z.string().min(5) }).optional(),
});
export type ServiceDefinition = z.infer<typeof ServiceDefinitionSchema>;
