import type { machineKeysApi } from '@permit/domain/contract/machine-keys-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId, sha256 } from '../ids.ts';
import { keyText } from './machine-caller.ts';

type Key = OutputOf<typeof machineKeysApi.listMachineKeys>['keys'][number];

const newSecret = () => randomBytes(32).toString('base64url');

/** A key for the owner's software. 256 random bits need no slow hash: nobody guesses them. */
export function createMachineKey(
  tx: Tx,
  input: InputOf<typeof machineKeysApi.createMachineKey>,
): Promise<OutputOf<typeof machineKeysApi.createMachineKey>> {
  return asJob(tx, async () => {
    const [keyId, secret] = [newPublicId(), newSecret()];
    await tx.db('machine_keys').insert({
      id: newId(),
      public_id: keyId,
      account_id: tx.caller.accountId,
      party_id: actingParty(tx),
      role: tx.caller.role,
      name: input.name,
      secret_hash: sha256(secret),
      scopes: [...new Set(input.scopes)],
      daily_quota: input.dailyQuota,
      per_minute: input.perMinute,
      expires_at: tx.db.raw('now() + make_interval(days => ?)', [input.days]),
    });
    await audit(tx, 'machine-key-created', keyId, { scopes: input.scopes });
    return { keyId, secret: keyText(keyId, secret) };
  });
}

/** The old secret works for a day more, so that software can be changed without a gap. */
export function rotateMachineKey(
  tx: Tx,
  { keyId }: InputOf<typeof machineKeysApi.rotateMachineKey>,
): Promise<OutputOf<typeof machineKeysApi.rotateMachineKey>> {
  return asJob(tx, async () => {
    const secret = newSecret();
    const changed = await own(tx, keyId).update({
      previous_hash: tx.db.ref('secret_hash'),
      previous_until: tx.db.raw(`now() + interval '1 day'`),
      secret_hash: sha256(secret),
    });
    if (changed === 0) throw notFound();
    await audit(tx, 'machine-key-rotated', keyId, {});
    return { keyId, secret: keyText(keyId, secret) };
  });
}

export function revokeMachineKey(
  tx: Tx,
  { keyId }: InputOf<typeof machineKeysApi.revokeMachineKey>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const changed = await own(tx, keyId).update({ revoked_at: tx.db.fn.now() });
    if (changed === 0) throw notFound();
    await audit(tx, 'machine-key-revoked', keyId, {});
    return {};
  });
}

interface KeyRow {
  public_id: string;
  name: string;
  scopes: string[];
  daily_quota: number;
  per_minute: number;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
  used_today: number | null;
}

export function listMachineKeys(tx: Tx): Promise<OutputOf<typeof machineKeysApi.listMachineKeys>> {
  return asJob(tx, async () => {
    const rows = await tx
      .db('machine_keys as k')
      .leftJoin('machine_key_usage as u', (join) =>
        join.on('u.key_id', 'k.id').andOn(tx.db.raw(`u.day = (now() AT TIME ZONE 'Asia/Bangkok')::date`)),
      )
      .where('k.account_id', tx.caller.accountId!)
      .orderBy('k.id', 'desc')
      .select<KeyRow[]>('k.*', 'u.used as used_today');
    return { keys: rows.map(describe) };
  });
}

function describe(row: KeyRow): Key {
  return {
    keyId: row.public_id,
    name: row.name,
    scopes: [...row.scopes],
    dailyQuota: row.daily_quota,
    perMinute: row.per_minute,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    ...(row.used_at ? { usedAt: row.used_at.toISOString() } : {}),
    usedToday: row.used_today ?? 0,
    revoked: row.revoked_at !== null,
  };
}

const own = (tx: Tx, keyId: string) =>
  tx.db('machine_keys').where({ public_id: keyId, account_id: tx.caller.accountId! }).whereNull('revoked_at');

const audit = (tx: Tx, act: string, subjectId: string, detail: Record<string, unknown>) =>
  recordAudit(tx, { act, subjectKind: 'machine-key', subjectId, purpose: 'own-account', detail });
