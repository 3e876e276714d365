import type { NoticeAct } from '@permit/domain/catalogue/service-definition.ts';
import type { Tx } from '../database/transaction.ts';
import type { ReceivedRow } from './write-notice-rows.ts';

/**
 * Numbers of notices in which the same filer told the same of the same permit before, by row. The second telling is
 * received like the first (no machine refuses a filing) and changes nothing. Runs as the job class.
 */
export async function earlierNotices(
  tx: Tx,
  rows: readonly ReceivedRow[],
  { party, act }: { party: string; act: NoticeAct | undefined },
): Promise<Map<string, string>> {
  const permits = rows.flatMap(({ permitId }) => permitId ?? []);
  if (permits.length === 0 || !act) return new Map();
  const told = await tx
    .db('notice_workers as w')
    .join('notices as n', 'n.id', 'w.notice_id')
    .where({ 'n.filed_by_party': party, 'n.act': act })
    .whereIn('w.permit_id', permits)
    .orderBy('n.id', 'desc')
    .select<{ permit_id: string; event_on: string; number: string }[]>(
      'w.permit_id',
      'w.event_on',
      'n.number',
    );
  const numbers = new Map(
    told.map(({ permit_id, event_on, number }) => [`${permit_id} ${event_on}`, number]),
  );
  return new Map(
    rows.flatMap((row) => {
      const number = row.permitId && numbers.get(`${row.permitId} ${row.eventOn}`);
      return number ? [[row.id, number] as const] : [];
    }),
  );
}
