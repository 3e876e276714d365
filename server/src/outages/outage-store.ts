import type { Outage } from '@permit/domain/contract/outage-shapes.ts';
import { NEEDED_TO_FILE } from '@permit/domain/receipts/count-attempt.ts';
import type { OutageSpan } from '@permit/domain/calendar/outage-extension.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

export type OutageView = z.infer<typeof Outage>;
export type Affected = OutageView['affected'][number];

export interface OutageRow {
  readonly id: string;
  readonly public_id: string;
  readonly component: OutageView['component'];
  readonly affected: Affected[];
  readonly note: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly automatic: boolean;
  readonly deadlines_moved: number;
}

export function describeOutage(row: OutageRow): OutageView {
  return {
    outageId: row.public_id,
    component: row.component,
    affected: row.affected,
    startedAt: row.started_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    automatic: row.automatic,
    ...(row.note ? { note: row.note } : {}),
    deadlinesMoved: row.deadlines_moved,
  };
}

/** How far back a deadline can reach: the longest clock of the catalogue is 90 days. */
const LOOK_BACK_DAYS = 200;

/** The outages that kept people from doing this, for counting deadlines. */
export async function outageSpans(db: Database, doing: Affected, now: Date): Promise<OutageSpan[]> {
  const rows = await db('outages')
    .whereRaw('affected && ?::text[]', [[doing, 'everything']])
    .where('started_at', '>', new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000))
    .orderBy('started_at')
    .limit(1_000)
    .select<{ started_at: Date; ended_at: Date | null }[]>('started_at', 'ended_at');
  return rows.map(({ started_at: startedAt, ended_at }) => ({ startedAt, endedAt: ended_at ?? undefined }));
}

/** The outage that covers a moment: one that kept people from filing before any other, then the earliest. */
export function outageAt(db: Database, at: Date): Promise<OutageRow | undefined> {
  return db('outages')
    .where('started_at', '<=', at)
    .where((query) => void query.whereNull('ended_at').orWhere('ended_at', '>=', at))
    .orderByRaw('(affected && ?::text[]) DESC, started_at', [[...NEEDED_TO_FILE]])
    .first<OutageRow | undefined>();
}
