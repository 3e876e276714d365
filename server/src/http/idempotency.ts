import type { Tx } from '../database/transaction.ts';
import { statement } from '../database/statement.ts';
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

/** Thrown where the key was used before: the transaction is undone and the first answer is built again. */
export class KnownRequest extends Error {
  readonly ids: RememberedIds;
  constructor(ids: RememberedIds) {
    super('this request was answered before');
    this.ids = ids;
  }
}

/**
 * Takes the key for this transaction, together with the action's first question. A second request with the same key
 * waits there until the first is committed (lock_timeout: 409), and is then a KnownRequest before the action has
 * seen an answer.
 */
export function claimKey(tx: Tx, request: RequestKey): void {
  tx.tell(LOCK_KEY(`${request.account} ${request.key}`));
  tx.expect(FIND_KEY(request.account, request.key), ([row]) => {
    if (!row) return;
    if (row.operation !== request.operation || !row.body_hash.equals(request.bodyHash))
      throw new ApiError('idempotency-key-reused');
    throw new KnownRequest(row.ids);
  });
}

/** Keeps the key for ever, in the transaction of its effect. */
export function keepKey(tx: Tx, request: RequestKey, status: number, ids: RememberedIds): void {
  const { account, key, operation, bodyHash } = request;
  tx.tell(KEEP_KEY(account, key, operation, bodyHash, status, JSON.stringify(ids)));
}

const LOCK_KEY = statement(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`);
// A statement of its own: its snapshot must be younger than the wait for the lock.
const FIND_KEY = statement<{ operation: string; body_hash: Buffer; ids: RememberedIds }>(
  `SELECT operation, body_hash, ids FROM idempotency_keys WHERE account = $1 AND key = $2`,
);
const KEEP_KEY = statement(
  `INSERT INTO idempotency_keys (account, key, operation, body_hash, status, ids) VALUES ($1, $2, $3, $4, $5, $6)`,
);
