import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { sha256 } from '../ids.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** Ids from which the first answer can be built again; never a body (decisions.md 10). */
export type RememberedIds = Record<string, string | number>;

export interface RequestKey {
  readonly account: string;
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: Buffer;
}

/**
 * The hash of everything the caller sent, so that one key can never stand for two requests. The parsed input has
 * its fields in the order of the schema, so the same request always gives the same text. Keyed: a body may hold a
 * password or a name, and a plain hash of it could be guessed from a stolen dump.
 */
export function hashBody(
  keys: Pick<KeyStore, 'blindIndex'>,
  operation: string,
  input: Record<string, unknown>,
): Buffer {
  const { bytes, ...rest } = input;
  const file = bytes instanceof Uint8Array ? sha256(bytes).toString('hex') : '';
  return keys.blindIndex('idempotency', JSON.stringify({ operation, rest, file }));
}

/**
 * Takes the key for this transaction and answers what it stood for before. A second request with the same key
 * waits here until the first is committed (lock_timeout: 409), and then finds its row.
 */
export async function claimKey(tx: Tx, request: RequestKey): Promise<RememberedIds | undefined> {
  await tx.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `${request.account} ${request.key}`,
  ]);
  const row = await tx
    .db('idempotency_keys')
    .where({ account: request.account, key: request.key })
    .first<{ operation: string; body_hash: Buffer; ids: RememberedIds } | undefined>(
      'operation',
      'body_hash',
      'ids',
    );
  if (!row) return undefined;
  if (row.operation !== request.operation || !row.body_hash.equals(request.bodyHash)) {
    throw new ApiError('idempotency-key-reused');
  }
  return row.ids;
}

/** Keeps the key for ever, in the transaction of its effect. */
export async function keepKey(
  tx: Tx,
  request: RequestKey,
  status: number,
  ids: RememberedIds,
): Promise<void> {
  await tx.db('idempotency_keys').insert({
    account: request.account,
    key: request.key,
    operation: request.operation,
    body_hash: request.bodyHash,
    status,
    ids: JSON.stringify(ids),
  });
}
