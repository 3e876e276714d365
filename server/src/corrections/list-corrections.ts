import type { correctionsApi } from '@permit/domain/contract/corrections-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { correctionQuery, describeCorrection, selectCorrections } from './correction-store.ts';

/** Corrections within the caller's reach: those that wait first, then by their clock. */
export async function listCorrections(
  tx: Tx,
  input: InputOf<typeof correctionsApi.listCorrections>,
): Promise<OutputOf<typeof correctionsApi.listCorrections>> {
  const query = correctionQuery(tx).orderByRaw(`(c.state = 'asked') DESC, c.due_at, c.id`).limit(input.limit);
  if (input.state) query.where('c.state', input.state);
  if (input.permitId) query.where('m.public_id', input.permitId);
  const rows = await selectCorrections(query as never);
  const fact = { act: 'corrections-listed', subjectKind: 'list', subjectId: tx.requestId };
  const detail = { corrections: rows.map(({ public_id }) => public_id) };
  if (rows.length > 0) await recordAudit(tx, { ...fact, purpose: tx.caller.role, detail });
  return { corrections: rows.map((row) => describeCorrection(tx, row)) };
}
