import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ApplicationNo, Instant, PublicId } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;

export const VisitSummary = z
  .object({
    visitId: PublicId,
    ticketNo: z.string(),
    state: z.enum(['booked', 'ticketed', 'checked-in', 'in-progress', 'done', 'no-show', 'cancelled']),
    applicationId: PublicId,
    applicationNo: ApplicationNo,
    workerName: z.string(),
    purpose: z.enum(['capture', 'collect']),
    counter: z.string().optional(),
    since: Instant,
  })
  .meta({ id: 'VisitSummary' });

export const visitsApi = {
  listCentres: endpoint({
    id: 'listCentres',
    summary: 'Service centres and vans',
    method: 'GET',
    path: '/centres',
    allow: 'public',
    input: z.object({}),
    output: z.object({
      centres: z.array(
        z.object({
          centreId: PublicId,
          code: z.string(),
          nameTh: z.string(),
          nameEn: z.string(),
          kind: z.enum(['centre', 'van']),
          provinceCode: z.string(),
        }),
      ),
    }),
  }),
  takeTicket: endpoint({
    id: 'takeTicket',
    summary: 'A same-day walk-in: one ticket a person and day at this centre',
    method: 'POST',
    path: '/visits',
    allow: COUNTER,
    idempotency: 'key',
    status: 201,
    input: z
      .object({
        applicationNo: ApplicationNo.optional(),
        /** The code of the card or phone, where the person has one: it is scanned instead of the number. */
        qr: z.string().min(1).max(4000).optional(),
        purpose: z.enum(['capture', 'collect']).default('capture'),
      })
      .refine(({ applicationNo, qr }) => (applicationNo === undefined) !== (qr === undefined), {
        error: 'number-or-code',
        path: ['applicationNo'],
      }),
    output: VisitSummary,
  }),
  callNext: endpoint({
    id: 'callNext',
    summary: 'Call the next ticket to a counter',
    method: 'POST',
    path: '/visits/call-next',
    allow: COUNTER,
    input: z.object({ counter: z.string().trim().min(1).max(10) }),
    output: z.object({ visit: VisitSummary.optional(), waiting: z.int() }),
  }),
  checkIn: endpoint({
    id: 'checkIn',
    summary: 'The person stands here with the original papers',
    method: 'POST',
    path: '/visits/{visitId}/check-in',
    allow: COUNTER,
    input: z.object({
      visitId: PublicId,
      paperSeen: z.enum(['passport', 'certificate-of-identity', 'border-pass', 'pink-card', 'other']),
    }),
    output: VisitSummary,
  }),
  queueBoard: endpoint({
    id: 'queueBoard',
    summary: 'What the board in the hall shows: numbers and counters, no names',
    method: 'GET',
    path: '/centres/{centreId}/board',
    allow: 'public',
    input: z.object({ centreId: PublicId }),
    output: z.object({
      calls: z.array(z.object({ ticketNo: z.string(), counter: z.string(), at: Instant })),
      waiting: z.int(),
      date: z.string(),
    }),
  }),
} as const;
