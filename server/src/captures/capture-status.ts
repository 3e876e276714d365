import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { stationsApi } from '@permit/domain/contract/stations-api.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { findVisit } from '../visits/visit-store.ts';

interface StatusRow {
  capture_state: OutputOf<typeof stationsApi.captureStatus>['state'] | null;
  reason: string | null;
  card_state: string | null;
  order_state: string | null;
}

/** What became of the capture of a visit and of its card; one query for the screen. */
export async function captureStatus(
  tx: Tx,
  input: InputOf<typeof stationsApi.captureStatus>,
): Promise<OutputOf<typeof stationsApi.captureStatus>> {
  const visit = await findVisit(tx.db, input.visitId);
  if (!visit) throw notFound();
  const { rows } = await tx.db.raw<{ rows: StatusRow[] }>(
    `SELECT c.state AS capture_state, c.reason,
            (SELECT k.state FROM cards k WHERE k.application_id = ? ORDER BY k.state_since DESC LIMIT 1) AS card_state,
            (SELECT o.state FROM print_orders o WHERE o.application_id = ? ORDER BY o.created_at DESC LIMIT 1) AS order_state
     FROM (SELECT 1) one LEFT JOIN LATERAL
          (SELECT state, reason FROM captures WHERE application_id = ? ORDER BY received_at DESC LIMIT 1) c ON true`,
    [visit.applicationId, visit.applicationId, visit.applicationId],
  );
  const row = rows[0]!;
  return {
    state: row.capture_state ?? 'none',
    ...(row.reason ? { reason: row.reason } : {}),
    card: cardOf(row),
  };
}

function cardOf({ card_state, order_state }: StatusRow): OutputOf<typeof stationsApi.captureStatus>['card'] {
  if (card_state === 'handed-over') return 'handed-over';
  if (card_state === 'ready') return 'ready';
  return order_state ? 'in-production' : 'none';
}
