import type { Who } from '@permit/domain/contract/accounts-api.ts';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import { ACCESS_TOKEN_SECONDS, issueAccessToken } from '../http/access-token.ts';
import { newId, sha256 } from '../ids.ts';
import type { Account, HeldRole } from './account-store.ts';
import { rolesOf } from './account-store.ts';
import { holderOf } from './account-holder.ts';

/** A working day: after it everyone signs in afresh. */
const SESSION_HOURS = 12;

export interface OpenedSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Internal; the route leaves it out. */
  readonly sessionId: string;
  readonly who: z.infer<typeof Who>;
}

const newRefreshToken = () => randomBytes(32).toString('base64url');

/** Opens a session for an account that has proved itself. */
export async function openSession(tx: Tx, account: Account): Promise<OpenedSession> {
  const refreshToken = newRefreshToken();
  const id = newId();
  await tx.db('sessions').insert({
    id,
    account_id: account.id,
    refresh_hash: sha256(refreshToken),
    expires_at: new Date(tx.deps.clock.now().getTime() + SESSION_HOURS * 3_600_000),
  });
  return describeSession(tx, account, id, refreshToken);
}

/** Gives a session its next refresh token; the one before is remembered so that its re-use is noticed. */
export async function rotateSession(tx: Tx, account: Account, sessionId: string): Promise<OpenedSession> {
  const refreshToken = newRefreshToken();
  await tx
    .db('sessions')
    .where('id', sessionId)
    .update({
      previous_refresh_hash: tx.db.ref('refresh_hash'),
      refresh_hash: sha256(refreshToken),
      generation: tx.db.raw('generation + 1'),
      seen_at: tx.db.fn.now(),
    });
  return describeSession(tx, account, sessionId, refreshToken);
}

async function describeSession(
  tx: Tx,
  account: Account,
  sid: string,
  refreshToken: string,
): Promise<OpenedSession> {
  const roles = await rolesOf(tx.db, account.id);
  const now = tx.deps.clock.now();
  const claims = {
    sid,
    account: account.id,
    accountPublic: account.publicId,
    person: account.personId,
    roles: roles.map(({ role, partyId, partyPublicId: party, until }) => ({
      ...{ role, partyId, party },
      until: until?.getTime(),
    })),
  };
  const accessToken = await issueAccessToken(tx.deps.keys, claims, now);
  return { accessToken, refreshToken, sessionId: sid, who: whoIs(tx, account, roles) };
}

/** The face of a session that its owner may see. */
export function whoIs(tx: Tx, account: Account, roles: readonly HeldRole[]): z.infer<typeof Who> {
  return {
    accountId: account.publicId,
    displayName: holderOf(tx.deps.keys, account).displayName,
    roles: roles.map(({ role, partyPublicId, partyName }) => ({ role, partyId: partyPublicId, partyName })),
    expiresAt: new Date(tx.deps.clock.now().getTime() + ACCESS_TOKEN_SECONDS * 1000).toISOString(),
  };
}
