import { z } from 'zod';
import { ApplicationDraftSchema } from '../catalogue/application-draft.ts';
import { PREVIOUS_PERMIT_SOURCES } from '../catalogue/previous-permit.ts';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';
import { BillSummary } from './bill-types.ts';
import { CitedPaper } from './dossier-shapes.ts';
import { CountedFiling } from './outage-shapes.ts';
import { ApplicationNo, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const APPLICANTS = ['worker', 'employer', 'agent'] as const;
/** Who files: for themselves, for who entrusted them, or at a counter. */
export const FILERS = [...APPLICANTS, 'clerk'] as const;
/** Who may be shown a case and its papers, each as far as row-level security opens them. */
export const PAPER_READERS = [
  ...FILERS,
  'document-checker',
  'centre-supervisor',
  'assistant-registrar',
  'registrar',
  'head-of-office',
  'minister-office',
] as const;

const STATES = Object.keys(applicationMachine.states) as [ApplicationState, ...ApplicationState[]];
export const ApplicationStateName = z.enum(STATES).meta({ id: 'ApplicationState' });

/** The fields of the form; what a service wants of them is asked by its definition, not here. */
export const Draft = ApplicationDraftSchema.omit({ documents: true, overruled: true, declaration: true })
  .partial()
  .meta({ id: 'ApplicationDraft' });

export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['block', 'warn', 'note']),
    field: z.string().optional(),
    evidence: z.record(z.string(), z.json()).optional(),
    overruledBecause: z.string().optional(),
  })
  .meta({ id: 'Finding' });

/** When a step will probably be done, from the last cases of its service; never a promise. */
export const StepEstimate = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('range'), from: WireDate, to: WireDate, cases: z.int() }),
    z.object({ kind: z.literal('longer-than-usual'), cases: z.int() }),
    z.object({ kind: z.literal('not-enough-cases'), cases: z.int() }),
  ])
  .meta({ id: 'StepEstimate' });

/** The days of a paper by the filer's word; asked where a demand has a greatest age or the paper runs out. */
export const PaperDays = { issued: WireDate.optional(), expires: WireDate.optional() } as const;

export const DocumentSummary = z
  .object({
    documentId: PublicId,
    kind: z.string(),
    mime: z.string(),
    bytes: z.int(),
    pages: z.int().optional(),
    addedAt: Instant,
    ...PaperDays,
    /** What the intake saw it to be, where that is another kind than was said. */
    seenAs: z.string().optional(),
  })
  .meta({ id: 'DocumentSummary' });

export const ApplicationDetail = z
  .object({
    applicationId: PublicId,
    applicationNo: ApplicationNo.optional(),
    serviceCode: z.string(),
    catalogueVersion: z.string(),
    state: ApplicationStateName,
    stateSince: Instant,
    dueAt: Instant.optional(),
    revision: z.int(),
    draft: Draft,
    documents: z.array(DocumentSummary),
    /** Papers of the employer's dossier that answer demands of this case. */
    dossier: z.array(CitedPaper),
    bills: z.array(BillSummary),
    findings: z.array(Finding),
    requested: z.array(z.object({ item: z.string(), reason: z.string(), note: z.string().optional() })),
    /** What the filer wrote with the last answer. */
    answerNote: z.string().optional(),
    /** Why the filer took the case back, in their own words. */
    withdrawalReason: z.string().optional(),
    /** For officers only: what was proposed to the registrar, with the note to it, and the note beside a grant. */
    consideration: z.object({ proposal: z.string(), note: z.string().optional() }).optional(),
    grantNote: z.string().optional(),
    permitId: PublicId.optional(),
    /** Where it counts as filed earlier than it came, because our outage kept the filer from it. */
    countedFiling: CountedFiling.optional(),
    /** The text of the filing receipt's QR; see submitApplication. */
    receipt: z.string().optional(),
    /** Why it was refused, where it stands refused or is appealed. */
    refusal: z.object({ ground: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'ApplicationDetail' });

export const ApplicationRow = z
  .object({
    applicationId: PublicId,
    applicationNo: ApplicationNo.optional(),
    serviceCode: z.string(),
    state: ApplicationStateName,
    stateSince: Instant,
    dueAt: Instant.optional(),
    workerName: z.string(),
    employerName: z.string(),
    nationality: z.string().optional(),
  })
  .meta({ id: 'ApplicationRow' });

/** The filer's reasons for filing in spite of a warning; one answers every finding of its code. */
export const Overrules = z
  .array(z.object({ code: z.string().max(60), reason: ShortText }))
  .max(40)
  .default([]);

/** Where a case stands, for who may not see more of it. */
export const Tracked = z.object({
  applicationNo: ApplicationNo,
  serviceCode: z.string(),
  state: ApplicationStateName,
  stateSince: Instant,
  dueAt: Instant.optional(),
  mayWork: z.boolean(),
  /** By whose word of the permit before; absent where that was not asked or the worker may not work. */
  mayWorkJudgedBy: z.enum(PREVIOUS_PERMIT_SOURCES).optional(),
});
