import type { Endpoint } from '@permit/domain/contract/endpoint.ts';
import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import { timingSafeEqual } from 'node:crypto';
import { inTransaction, SYSTEM, type Caller, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { sha256 } from '../ids.ts';

const KEY = /^wpk_([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** How a key is written: its name, so that it can be found, and its secret. */
export const keyText = (keyId: string, secret: string) => `wpk_${keyId}.${secret}`;
export const isMachineKey = (token: string) => token.startsWith('wpk_');

interface KeyRow {
  id: string;
  public_id: string;
  secret_hash: Buffer;
  previous_hash: Buffer | null;
  previous_open: boolean;
  scopes: string[];
  daily_quota: number;
  per_minute: number;
  account_id: string;
  account_public: string;
  person_id: string;
  role: Role;
  party_id: string;
}

/**
 * The owner's software: acts for its owner's party, in the operations of its key only, within its quota. The rest of
 * the server sees the owner with a note of the machine, so that every rule on persons holds for it as well.
 */
export function machineCaller(deps: Deps, token: string, endpoint: Endpoint): Promise<Caller> {
  return inTransaction(deps, SYSTEM, 'machine-key', async (tx) => {
    const key = await provedKey(tx, token);
    if (!key) throw new ApiError('not-signed-in');
    await count(tx, key);
    // Thrown after the commit: a request outside of the scope is counted too.
    if (!key.scopes.includes(endpoint.id))
      throw new ApiError('not-permitted', { detailCode: 'outside-key-scope', commit: true });
    if (endpoint.allow !== 'public' && !endpoint.allow.includes(key.role))
      throw new ApiError('not-permitted', { commit: true });
    return {
      callerClass: ROLE_CLASS[key.role],
      role: key.role,
      personId: key.person_id,
      accountId: key.account_id,
      accountPublicId: key.account_public,
      sessionId: undefined,
      partyIds: [key.party_id],
      roles: [{ role: key.role, partyId: key.party_id }],
      machineKeyId: key.public_id,
    };
  });
}

/** The key, where its secret fits and its owner still holds the role. */
async function provedKey(tx: Tx, token: string): Promise<KeyRow | undefined> {
  const [, keyId, secret] = KEY.exec(token) ?? [];
  if (!keyId || !secret) return undefined;
  const key = await tx
    .db('machine_keys as k')
    .join('accounts as a', 'a.id', 'k.account_id')
    .join('roles_in_force as r', (join) =>
      join.on('r.account_id', 'k.account_id').andOn('r.party_id', 'k.party_id').andOn('r.role', 'k.role'),
    )
    .where('k.public_id', keyId)
    .whereNull('k.revoked_at')
    .whereNull('a.disabled_at')
    .whereRaw('k.expires_at > now()')
    .first<KeyRow | undefined>(
      'k.*',
      'a.public_id as account_public',
      'a.person_id',
      tx.db.raw('(k.previous_until > now()) AS previous_open'),
    );
  if (!key) return undefined;
  const given = sha256(secret);
  const fits = (hash: Buffer | null) => hash !== null && timingSafeEqual(hash, given);
  return fits(key.secret_hash) || (key.previous_open && fits(key.previous_hash)) ? key : undefined;
}

/** One statement counts day and minute, whatever number of servers there are. */
async function count(tx: Tx, key: KeyRow): Promise<void> {
  const { rows } = await tx.db.raw<{
    rows: { used: number; used_in_minute: number; minute_left: number; day_left: number }[];
  }>(
    `INSERT INTO machine_key_usage AS u (key_id, day, used, minute, used_in_minute)
     VALUES (?, (now() AT TIME ZONE 'Asia/Bangkok')::date, 1, date_trunc('minute', now()), 1)
     ON CONFLICT (key_id, day) DO UPDATE SET used = u.used + 1, minute = EXCLUDED.minute,
       used_in_minute = CASE WHEN u.minute = EXCLUDED.minute THEN u.used_in_minute + 1 ELSE 1 END
     RETURNING used, used_in_minute,
       ceil(extract(epoch FROM date_trunc('minute', now()) + interval '1 minute' - now()))::int AS minute_left,
       ceil(extract(epoch FROM (date_trunc('day', now() AT TIME ZONE 'Asia/Bangkok') + interval '1 day')
         - (now() AT TIME ZONE 'Asia/Bangkok')))::int AS day_left`,
    [key.id],
  );
  const { used, used_in_minute: inMinute, minute_left: minuteLeft, day_left: dayLeft } = rows[0]!;
  await tx.db('machine_keys').where('id', key.id).update({ used_at: tx.db.fn.now() });
  const refused = { detailCode: 'key-quota', commit: true };
  if (used > key.daily_quota)
    throw new ApiError('too-many-requests', { ...refused, retryAfterSeconds: dayLeft });
  if (inMinute > key.per_minute)
    throw new ApiError('too-many-requests', { ...refused, retryAfterSeconds: Math.max(1, minuteLeft) });
}
