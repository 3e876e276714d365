import type { appealsApi } from '@permit/domain/contract/appeals-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { appealOfCase, appealQuery, describeAppeal, selectAppeals } from './appeal-store.ts';

/** The appeal of one case. */
export async function getAppeal(
  tx: Tx,
  input: InputOf<typeof appealsApi.getAppeal>,
): Promise<OutputOf<typeof appealsApi.getAppeal>> {
  const row = await appealOfCase(tx, input.applicationId);
  if (!row) throw notFound();
  const fact = { act: 'appeal-read', subjectKind: 'appeal', subjectId: row.public_id };
  await recordAudit(tx, { ...fact, applicationId: row.application_id, purpose: tx.caller.role });
  return describeAppeal(tx, row);
}

/** What waits for the minister's office, oldest first. */
export async function listAppeals(
  tx: Tx,
  input: InputOf<typeof appealsApi.listAppeals>,
): Promise<OutputOf<typeof appealsApi.listAppeals>> {
  const query = appealQuery(tx).whereNull('l.outcome').orderBy('l.filed_at').limit(input.limit);
  const rows = await selectAppeals(query as never);
  const fact = { act: 'appeals-listed', subjectKind: 'list', subjectId: tx.requestId };
  const detail = { applications: rows.map(({ application_public_id }) => application_public_id) };
  if (rows.length > 0) await recordAudit(tx, { ...fact, purpose: tx.caller.role, detail });
  const appeals = [];
  for (const row of rows) appeals.push(await describeAppeal(tx, row));
  return { appeals };
}
