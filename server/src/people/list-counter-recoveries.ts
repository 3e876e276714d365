import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountById } from '../accounts/account-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { partiesOfRole } from '../http/acting-party.ts';

type Listed = OutputOf<typeof peopleApi.listCounterRecoveries>['recoveries'][number];

interface Row {
  public_id: string;
  account_id: string;
  papers: Listed['papers'];
  asked_by: string;
  asked_at: Date;
}

/** What was asked at this centre within a day and waits for its second person; whoever asked long ago has left. */
export function listCounterRecoveries(tx: Tx): Promise<OutputOf<typeof peopleApi.listCounterRecoveries>> {
  return asJob(tx, async () => {
    const rows = await tx
      .db('counter_recoveries')
      .whereIn('centre_party', [...partiesOfRole(tx)])
      .whereNull('granted_at')
      .whereRaw(`asked_at > now() - interval '1 day'`)
      .orderBy('asked_at')
      .limit(50)
      .select<Row[]>('public_id', 'account_id', 'papers', 'asked_by', 'asked_at');
    const recoveries = [];
    for (const row of rows) recoveries.push(await describe(tx, row));
    const fact = { act: 'recoveries-read', subjectKind: 'recovery', subjectId: tx.requestId };
    const ids = rows.map((row) => row.public_id);
    if (rows.length > 0) await recordAudit(tx, { ...fact, purpose: 'counter', detail: { recoveries: ids } });
    return { recoveries };
  });
}

async function describe(tx: Tx, row: Row): Promise<Listed> {
  const account = (await findAccountById(tx.db, row.account_id))!;
  const { displayName, username } = holderOf(tx.deps.keys, account);
  return {
    ...{ recoveryId: row.public_id, displayName, username },
    papers: [...row.papers],
    askedAt: row.asked_at.toISOString(),
    mine: row.asked_by === tx.caller.personId,
  };
}
