import { z } from 'zod';
import { Instant, PublicId } from './wire-types.ts';

/** What people do here, as the outage page names it. */
export const AFFECTED = [
  'filing',
  'payment',
  'booking',
  'documents',
  'cards',
  'messages',
  'everything',
] as const;
export const SEEN = ['no-page', 'error', 'no-slot', 'payment', 'upload', 'other'] as const;
export const COMPONENTS = ['database', 'files', 'bell', 'bank', 'messages', 'network', 'reported'] as const;

export const Outage = z
  .object({
    outageId: PublicId,
    component: z.enum(COMPONENTS),
    affected: z.array(z.enum(AFFECTED)),
    startedAt: Instant,
    endedAt: Instant.optional(),
    automatic: z.boolean(),
    note: z.string().optional(),
    /** Deadlines that were moved because of it. */
    deadlinesMoved: z.int(),
  })
  .meta({ id: 'Outage' });

/** Eight signs in two groups; whether it can be one of ours is asked by receipts/attempt-code.ts. */
export const AttemptCode = z.string().trim().min(8).max(12);

/** A case that counts as filed at the moment of an "I tried", and the outage of ours that bears it out. */
export const CountedFiling = z
  .object({ at: Instant, attemptCode: z.string(), outage: Outage })
  .meta({ id: 'CountedFiling' });
