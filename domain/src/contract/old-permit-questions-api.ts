import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const OFFICERS = ['assistant-registrar', 'registrar', 'head-of-office'] as const;

/** What an officer found out about an old permit that no register knows by its number. */
export const OLD_PERMIT_VERDICTS = ['found-line', 'proven-by-papers', 'not-proven'] as const;

const Verdict = z
  .object({
    verdict: z.enum(OLD_PERMIT_VERDICTS),
    decidedAt: Instant,
    note: z.string().optional(),
    /** The line that it is, where one was found. */
    importId: PublicId.optional(),
    line: z.int().optional(),
  })
  .meta({ id: 'OldPermitVerdict' });

/** A line of an old register that bears the passport of the case. */
const NearLine = z
  .object({
    importId: PublicId,
    line: z.int(),
    source: z.string(),
    number: z.string(),
    name: z.string(),
    birth: z.string().optional(),
    nationality: z.string().optional(),
    employer: z.string().optional(),
    issued: WireDate.optional(),
    expires: WireDate.optional(),
    /** Parts that the form gives otherwise. */
    differs: z.array(z.string()),
  })
  .meta({ id: 'NearOldPermit' });

/** Decision 0046: what happens after "old permit not found". */
export const oldPermitQuestionsApi = {
  listOldPermitQuestions: endpoint({
    id: 'listOldPermitQuestions',
    summary: 'Open cases whose old permit no register knows, oldest first, until an officer has answered',
    method: 'GET',
    path: '/old-permits/questions',
    allow: OFFICERS,
    input: z.object({
      answered: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      questions: z.array(
        z.object({
          applicationId: PublicId,
          applicationNo: z.string(),
          workerName: z.string(),
          serviceCode: z.string(),
          askedAt: Instant,
          /** Registers that were asked. */
          registers: z.int(),
          verdict: Verdict.optional(),
        }),
      ),
    }),
  }),
  getOldPermitQuestion: endpoint({
    id: 'getOldPermitQuestion',
    summary: 'What the registers say about the passport of a case whose old number they do not know',
    method: 'GET',
    path: '/applications/{applicationId}/old-permit',
    allow: OFFICERS,
    input: z.object({ applicationId: PublicId }),
    output: z.object({
      applicationId: PublicId,
      askedAt: Instant,
      registers: z.int(),
      lines: z.array(NearLine),
      verdict: Verdict.optional(),
    }),
  }),
  answerOldPermit: endpoint({
    id: 'answerOldPermit',
    summary:
      'An officer says which line it is, that papers prove it, or that nothing does; kept with the case',
    method: 'POST',
    path: '/applications/{applicationId}/old-permit',
    allow: OFFICERS,
    input: z
      .object({
        applicationId: PublicId,
        verdict: z.enum(OLD_PERMIT_VERDICTS),
        importId: PublicId.optional(),
        line: z.int().min(2).optional(),
        note: ShortText,
      })
      .refine(
        ({ verdict, importId, line }) =>
          (verdict === 'found-line') === (importId !== undefined && line !== undefined),
        { error: 'line-of-found-only' },
      ),
    output: Verdict,
  }),
} as const;
