import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { sha256 } from '../ids.ts';
import { findAccountById } from './account-store.ts';
import { rotateSession, type OpenedSession } from './session.ts';

interface SessionRow {
  id: string;
  account_id: string;
  refresh_hash: Buffer;
  just_rotated: boolean;
}

/** So long an answer may have been lost on its way: a page that was left, a van's network. */
const LOST_ANSWER_SECONDS = 30;

/**
 * Exchanges a refresh token for new tokens; each works once. The token before the current one, seen again, means that
 * somebody copied it: the whole session ends. Only within half a minute it is taken for a lost answer and exchanged once
 * more: then the token that was lost is the one before, and whoever shows it after all ends the session for both.
 */
export async function refreshSession(tx: Tx, refreshToken: string | undefined): Promise<OpenedSession> {
  if (!refreshToken) throw new ApiError('session-ended');
  const hash = sha256(refreshToken);
  const session = await tx
    .db('sessions')
    .whereRaw('(refresh_hash = ? OR previous_refresh_hash = ?) AND ended_at IS NULL AND expires_at > now()', [
      hash,
      hash,
    ])
    .forUpdate()
    .first<SessionRow | undefined>(
      ...(['id', 'account_id', 'refresh_hash'] as const),
      tx.db.raw(`seen_at > now() - interval '${LOST_ANSWER_SECONDS} seconds' AS just_rotated`),
    );
  if (!session) throw new ApiError('session-ended');
  const isCurrent = session.refresh_hash.equals(hash);
  if (!isCurrent && !session.just_rotated) return endStolenSession(tx, session);
  const account = await findAccountById(tx.db, session.account_id);
  if (!account || account.disabled) throw new ApiError('session-ended');
  return rotateSession(tx, account, session.id);
}

async function endStolenSession(tx: Tx, session: SessionRow): Promise<never> {
  await endSession(tx, session.id, 'refresh-token-reused');
  await recordAudit(tx, {
    act: 'session-ended',
    subjectKind: 'session',
    subjectId: session.id,
    purpose: 'security',
    detail: { because: 'refresh-token-reused' },
  });
  throw new ApiError('session-ended', { commit: true });
}

/** Ends a session; its access token dies within ten minutes. */
export async function endSession(tx: Tx, sessionId: string, because: string): Promise<void> {
  const ended = { ended_at: tx.db.fn.now(), end_reason: because };
  await tx.db('sessions').where('id', sessionId).whereNull('ended_at').update(ended);
}
