import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { endSession as endOne } from '../accounts/refresh-session.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';

interface SessionRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

const liveSessions = (tx: Tx) =>
  tx
    .db('sessions')
    .where('account_id', tx.caller.accountId!)
    .whereNull('ended_at')
    .whereRaw('expires_at > now()');

/** The name of a session outside: its id stays inside (promises.md, Ids). */
const faceOf = (tx: Tx, id: string) => tx.deps.keys.blindIndex('session', id).toString('base64url');

export function listSessions(tx: Tx): Promise<OutputOf<typeof peopleApi.listSessions>> {
  return asJob(tx, async () => {
    const rows = await liveSessions(tx).orderBy('seen_at', 'desc').limit(100).select<SessionRow[]>();
    const sessions = rows.map((row) => ({
      sessionId: faceOf(tx, row.id),
      since: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      until: row.expires_at.toISOString(),
      current: row.id === tx.caller.sessionId,
    }));
    return { sessions };
  });
}

export function endSession(
  tx: Tx,
  input: InputOf<typeof peopleApi.endSession>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const rows = await liveSessions(tx).select<{ id: string }[]>('id');
    const session = rows.find(({ id }) => faceOf(tx, id) === input.sessionId);
    if (!session) throw notFound();
    await endOne(tx, session.id, 'ended-by-owner');
    const fact = { act: 'session-ended', subjectKind: 'session', subjectId: session.id };
    await recordAudit(tx, { ...fact, purpose: 'own-account' });
    return {};
  });
}

export function endOtherSessions(tx: Tx): Promise<{ ended: number }> {
  return asJob(tx, async () => ({ ended: await endSessionsOf(tx, tx.caller.accountId!, 'ended-by-owner') }));
}

/** Ends every session of an account but the caller's own; answers how many. */
export async function endSessionsOf(tx: Tx, accountId: string, because: string): Promise<number> {
  const ended = { ended_at: tx.db.fn.now(), end_reason: because };
  return tx
    .db('sessions')
    .where('account_id', accountId)
    .whereNull('ended_at')
    .whereNot('id', tx.caller.sessionId ?? '00000000-0000-0000-0000-000000000000')
    .update(ended);
}
