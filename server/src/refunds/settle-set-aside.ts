import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { financeApi, SetAsideMoney } from '@permit/domain/contract/finance-api.ts';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { readerOfWords, sealWordsOf, type WordsReader } from '../people/words-of-people.ts';
import { requestRefund } from './request-refund.ts';

interface SetAsideRow {
  id: string;
  public_id: string;
  bank_reference: string;
  amount_satang: number;
  problem: string;
  application_id: string | null;
  found_at: Date;
  settled_as: 'explained' | 'return' | null;
  settled_at: Date | null;
  settled_by: string | null;
  reason_sealed: Buffer | null;
  paid_at: Date;
  ref1: string | null;
}

/** Money that fits no open bill: what waits for a person first, oldest first. Runs after the role was checked. */
export async function listSetAsideMoney(
  tx: Tx,
  { settled }: InputOf<typeof financeApi.listSetAsideMoney>,
): Promise<OutputOf<typeof financeApi.listSetAsideMoney>> {
  const rows = await asJob(tx, () => {
    const query = setAsideRows(tx).orderBy('s.found_at').limit(200);
    return settled ? query.whereNotNull('s.settled_as') : query.whereNull('s.settled_as');
  });
  const words = await readerOfWords(
    tx,
    rows.map(({ settled_by }) => settled_by),
  );
  return { money: rows.map((row) => describe(row, words)) };
}

/** A person explains it, or begins to return it: a refund that another person decides. */
export async function settleSetAsideMoney(
  tx: Tx,
  { setAsideId, reason, returnTo }: InputOf<typeof financeApi.settleSetAsideMoney>,
): Promise<OutputOf<typeof financeApi.settleSetAsideMoney>> {
  const locked = await tx
    .db('set_aside_money')
    .where('public_id', setAsideId)
    .forUpdate()
    .first<SetAsideRow | undefined>();
  if (!locked) throw notFound();
  if (locked.settled_as) throw new ApiError('wrong-state', { detailCode: 'money-settled' });
  const settled_as = returnTo ? ('return' as const) : ('explained' as const);
  const reason_sealed = await sealWordsOf(tx, tx.caller.personId!, reason);
  const changes = {
    settled_as,
    settled_by: tx.caller.personId,
    settled_at: tx.deps.clock.now(),
    reason_sealed,
  };
  await tx.db('set_aside_money').where('id', locked.id).update(changes);
  const source = { setAsideId: locked.id, applicationId: locked.application_id ?? undefined };
  if (returnTo)
    await requestRefund(tx, { ...source, amountSatang: locked.amount_satang, reason, payee: returnTo });
  const fact = { act: `money-${settled_as}`, subjectKind: 'set-aside-money', subjectId: setAsideId };
  await recordAudit(tx, { ...fact, purpose: 'refund' });
  const row = await asJob(tx, () => setAsideRows(tx).where('s.id', locked.id).first<SetAsideRow>());
  return describe(row!, await readerOfWords(tx, [row!.settled_by]));
}

/** With the payment and the references that it named; payments are open to the job class only. */
function setAsideRows(tx: Tx) {
  return tx
    .db('set_aside_money as s')
    .join('payments as p', 'p.bank_reference', 's.bank_reference')
    .leftJoin('bills as b', 'b.id', 's.bill_id')
    .leftJoin('bill_groups as g', 'g.id', 's.group_id')
    .select<SetAsideRow[]>('s.*', 'p.paid_at', tx.db.raw('coalesce(b.ref1, g.ref1) AS ref1'));
}

function describe(row: SetAsideRow, words: WordsReader): z.infer<typeof SetAsideMoney> {
  const reason = words(row.settled_by, row.reason_sealed);
  return {
    setAsideId: row.public_id,
    bankReference: row.bank_reference,
    amountSatang: row.amount_satang,
    problem: row.problem,
    ...(row.ref1 ? { ref1: row.ref1 } : {}),
    paidAt: row.paid_at.toISOString(),
    foundAt: row.found_at.toISOString(),
    ...(row.settled_as ? { settledAs: row.settled_as } : {}),
    ...(row.settled_at ? { settledAt: row.settled_at.toISOString() } : {}),
    ...(reason ? { reason } : {}),
  };
}
