import { z } from 'zod';
import { CalendarDateSchema } from '../calendar/calendar-date.ts';
import { SatangSchema } from '../money/satang.ts';
import { BirthDateSchema } from '../people/birth-date.ts';
import { LANGUAGES } from '../texts/text.ts';
import { DOCUMENT_MIMES, DocumentTypeSchema, MAX_DOCUMENT_BYTES } from './document-type.ts';
import { APPLICANT_KINDS, ATTORNEY_ACTS, EMPLOYER_KINDS } from './parties.ts';

/**
 * What a filer has written so far (part B of the domain notes), as JSON. Everything may be absent: a draft is
 * saved at each field. Lengths are the only limits here; what a service wants is asked by `validateDraft`.
 */
const short = z.string().max(120);
const line = z.string().max(300);
const block = z.string().max(2_000);

export const AddressSchema = z.strictObject({
  houseNo: short.optional(),
  building: line.optional(),
  lane: line.optional(),
  road: line.optional(),
  /** Official codes of 2, 4 and 6 digits [O]. */
  province: short.optional(),
  district: short.optional(),
  subdistrict: short.optional(),
  postCode: short.optional(),
});

/** A name as typed, in the scripts it was given in; the last name may be absent. */
export const NamesSchema = z.strictObject({
  prefix: z.enum(['mr', 'mrs', 'miss']).optional(),
  firstThai: short.optional(),
  middleThai: short.optional(),
  lastThai: short.optional(),
  firstLatin: short.optional(),
  middleLatin: short.optional(),
  lastLatin: short.optional(),
  /** In Burmese, Khmer or Lao where the worker gives it. */
  native: short.optional(),
});
export type Names = z.infer<typeof NamesSchema>;

export const TravelDocumentSchema = z.strictObject({
  type: z.enum(['passport', 'ci', 'td', 'border-pass', 'pink-card', 'alien-book']).optional(),
  number: short.optional(),
  country: short.optional(),
  issued: CalendarDateSchema.optional(),
  expires: CalendarDateSchema.optional(),
  /** Lines of the machine-readable zone joined by a line feed. */
  mrz: line.optional(),
});

export const AttachedDocumentSchema = z.strictObject({
  type: DocumentTypeSchema,
  documentId: short,
  mime: z.enum(DOCUMENT_MIMES),
  bytes: z.number().int().positive().max(MAX_DOCUMENT_BYTES),
  pages: z.number().int().positive().max(200).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  issued: CalendarDateSchema.optional(),
  expires: CalendarDateSchema.optional(),
  /** What the intake saw the paper to be, where it could tell; another kind than `type` is shown. */
  seenAs: DocumentTypeSchema.optional(),
  /** Measures of a portrait, from the intake; see checks/portrait-measures.ts. */
  portrait: z
    .strictObject({
      widthPx: z.number().nonnegative(),
      heightPx: z.number().nonnegative(),
      faceAreaShare: z.number().min(0).max(1).optional(),
      backgroundSpread: z.number().nonnegative().optional(),
      sharpness: z.number().nonnegative().optional(),
      takenOn: CalendarDateSchema.optional(),
    })
    .optional(),
});
export type AttachedDocument = z.infer<typeof AttachedDocumentSchema>;

export const PowerOfAttorneySchema = z.strictObject({
  grantor: short.optional(),
  grantorKind: z.enum(['worker', 'employer']).optional(),
  attorney: short.optional(),
  acts: z.array(z.enum(ATTORNEY_ACTS)).max(ATTORNEY_ACTS.length).optional(),
  from: CalendarDateSchema.optional(),
  until: CalendarDateSchema.optional(),
  attorneys: z.number().int().positive().max(20).optional(),
  jointly: z.boolean().optional(),
  stampDuty: SatangSchema.optional(),
});

export const EmployerSchema = z.strictObject({
  kind: z.enum(EMPLOYER_KINDS).optional(),
  idNumber: short.optional(),
  nameThai: line.optional(),
  nameLatin: line.optional(),
  registeredOn: CalendarDateSchema.optional(),
  tsic: short.optional(),
  businessType: short.optional(),
  branch: short.optional(),
  address: AddressSchema.optional(),
  phone: short.optional(),
  email: line.optional(),
  signatory: line.optional(),
});

export const ApplicationDraftSchema = z.strictObject({
  serviceCode: z.string().max(8),
  language: z.enum(LANGUAGES).optional(),
  filerKind: z.enum(APPLICANT_KINDS).optional(),
  channel: z.enum(['online', 'centre', 'mobile']).optional(),
  powerOfAttorney: PowerOfAttorneySchema.optional(),
  employer: EmployerSchema.optional(),
  previousEmployer: EmployerSchema.optional(),
  workplaces: z.array(AddressSchema).max(20).optional(),
  worker: z
    .strictObject({
      names: NamesSchema.optional(),
      sex: z.enum(['male', 'female']).optional(),
      nationality: z.string().max(2).optional(),
      birth: BirthDateSchema.optional(),
      nonThaiId: short.optional(),
      alienRef: short.optional(),
      phone: short.optional(),
      email: line.optional(),
      address: AddressSchema.optional(),
    })
    .optional(),
  travelDocument: TravelDocumentSchema.optional(),
  visa: z
    .strictObject({
      type: short.optional(),
      number: short.optional(),
      granted: CalendarDateSchema.optional(),
      permittedUntil: CalendarDateSchema.optional(),
      arrived: CalendarDateSchema.optional(),
      checkpoint: line.optional(),
    })
    .optional(),
  oldPermit: z
    .strictObject({
      number: short.optional(),
      issued: CalendarDateSchema.optional(),
      expires: CalendarDateSchema.optional(),
    })
    .optional(),
  job: z
    .strictObject({
      occupation: short.optional(),
      occupationCode: short.optional(),
      asEmployee: z.boolean().optional(),
      underTreaty: z.boolean().optional(),
      reason: block.optional(),
      wagePerDay: SatangSchema.optional(),
      startsOn: CalendarDateSchema.optional(),
      sector: z.enum(['general', 'domestic', 'farm', 'livestock', 'fishery']).optional(),
    })
    .optional(),
  period: z
    .strictObject({ from: CalendarDateSchema.optional(), to: CalendarDateSchema.optional() })
    .optional(),
  health: z
    .strictObject({
      hospital: line.optional(),
      examinedOn: CalendarDateSchema.optional(),
      fit: z.boolean().optional(),
    })
    .optional(),
  cover: z
    .strictObject({
      kind: z.enum(['social-security', 'insurance']).optional(),
      number: short.optional(),
      insurer: line.optional(),
      from: CalendarDateSchema.optional(),
      to: CalendarDateSchema.optional(),
    })
    .optional(),
  documents: z.array(AttachedDocumentSchema).max(60).optional(),
  declaration: z
    .strictObject({ version: short, acceptedAt: z.string().max(40), language: z.enum(LANGUAGES) })
    .optional(),
  /** Answers that only one service asks: reason of loss, kind of change, event date, stage of an appeal … */
  answers: z.record(z.string().max(60), z.union([block, z.number(), z.boolean()])).optional(),
  /** Warnings that the filer overruled: check code → reason, shown to the officer. */
  overruled: z.record(z.string().max(60), block).optional(),
});
export type ApplicationDraft = z.infer<typeof ApplicationDraftSchema>;
