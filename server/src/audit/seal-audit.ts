import type { Deps } from '../deps.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Anchor } from './anchor.ts';
import { chainHash, GENESIS, type ChainedEntry } from './chain-hash.ts';

const BATCH = 500;
const ENTRY_COLUMNS =
  'id, at, actor_person, actor_role, act, subject_kind, subject_id, application_id, purpose, detail::text AS detail_text, request_id';
/** One lock for the stream: a position is taken under it, so that late commits are never skipped (decisions.md 7). */
const CHAIN_LOCK = 2560_701;

interface Head {
  position: number;
  hash: Buffer;
}

/** Chains what is not chained yet, signs the new head and anchors it. Answers how many entries were sealed. */
export async function sealAudit(deps: Deps, anchor: Anchor): Promise<number> {
  const sealed = await inTransaction(deps, SYSTEM, 'job:seal-audit', async ({ db }) => {
    await db.raw('SELECT pg_advisory_xact_lock(?)', [CHAIN_LOCK]);
    const last = await db('audit_chain')
      .orderBy('position', 'desc')
      .first<Head | undefined>('position', 'hash');
    const { rows } = await db.raw<{ rows: ChainedEntry[] }>(
      `WITH taken AS (DELETE FROM audit_unsealed WHERE entry_id IN
                        (SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT ${BATCH}) RETURNING entry_id)
       SELECT ${ENTRY_COLUMNS} FROM audit_entries e JOIN taken t ON t.entry_id = e.id ORDER BY e.id`,
    );
    if (rows.length === 0) return undefined;
    const links = linkEntries(rows, last);
    await db('audit_chain').insert(links);
    const head = links.at(-1)!;
    const { keyId, signature } = deps.keys.sign('audit', signedHead(head.position, head.hash));
    await db('audit_seals').insert({
      position: head.position,
      hash: head.hash,
      key_id: keyId,
      signature,
      anchor_kind: anchor.kind,
    });
    return { count: rows.length, head, keyId, signature };
  });
  if (!sealed) return 0;
  const { head, keyId, signature } = sealed;
  const at = deps.clock.now().toISOString();
  anchor.append({
    position: head.position,
    hash: head.hash.toString('hex'),
    keyId,
    signature: signature.toString('base64'),
    at,
  });
  return sealed.count;
}

function linkEntries(entries: readonly ChainedEntry[], last: Head | undefined) {
  let { position, hash } = last ?? { position: 0, hash: GENESIS };
  return entries.map((entry) => {
    position += 1;
    hash = chainHash(hash, entry);
    return { position, entry_id: entry.id, hash };
  });
}

/** What a seal signs. */
export function signedHead(position: number, hash: Uint8Array): Buffer {
  return Buffer.from(`permit-audit-head:${position}:${Buffer.from(hash).toString('hex')}`);
}
