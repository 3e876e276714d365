import { createPublicKey, verify } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { KeyStore } from '../vault/key-store.ts';
import type { AnchoredHead } from './anchor.ts';
import { chainHash, GENESIS, type ChainedEntry } from './chain-hash.ts';
import { signedHead } from './seal-audit.ts';

const PAGE = 2_000;

export interface AuditVerdict {
  readonly holds: boolean;
  readonly entries: number;
  readonly anchoredUpTo: number;
  /** First position at which recomputed and stored or anchored hash differ, or that is missing. */
  readonly firstBreak?: number;
}

/**
 * Walks the whole chain anew from the entries themselves and compares it with every head that was anchored
 * outside of the database. Rewriting rows, hashes and seals together still fails at the next anchor.
 */
export async function verifyAuditChain(
  db: Database,
  keys: Pick<KeyStore, 'publicKeys'>,
  anchored: readonly AnchoredHead[],
): Promise<AuditVerdict> {
  const heads = new Map(anchored.map((head) => [head.position, head]));
  const anchoredUpTo = Math.max(0, ...heads.keys());
  const badSeal = anchored.find((head) => !hasTrueSignature(keys, head));
  let previous: Buffer = GENESIS;
  let position = 0;
  for (;;) {
    const rows = await chainPage(db, position);
    for (const row of rows) {
      position += 1;
      previous = chainHash(previous, row);
      const anchor = heads.get(position);
      const wrong =
        row.position !== position ||
        !row.hash.equals(previous) ||
        (anchor && anchor.hash !== previous.toString('hex'));
      if (wrong) return { holds: false, entries: position, anchoredUpTo, firstBreak: position };
    }
    if (rows.length < PAGE) break;
  }
  // Rows cut off at the end: the anchor remembers them.
  if (position < anchoredUpTo)
    return { holds: false, entries: position, anchoredUpTo, firstBreak: position + 1 };
  if (badSeal) return { holds: false, entries: position, anchoredUpTo, firstBreak: badSeal.position };
  return { holds: true, entries: position, anchoredUpTo };
}

type ChainRow = ChainedEntry & { position: number; hash: Buffer };

async function chainPage(db: Database, after: number): Promise<ChainRow[]> {
  const { rows } = await db.raw<{ rows: ChainRow[] }>(
    `SELECT c.position, c.hash, e.id, e.at, e.actor_person, e.actor_role, e.act, e.subject_kind, e.subject_id,
            e.application_id, e.purpose, e.detail::text AS detail_text, e.request_id
     FROM audit_chain c JOIN audit_entries e ON e.id = c.entry_id
     WHERE c.position > ? ORDER BY c.position LIMIT ${PAGE}`,
    [after],
  );
  return rows;
}

function hasTrueSignature(keys: Pick<KeyStore, 'publicKeys'>, head: AnchoredHead): boolean {
  const key = keys.publicKeys('audit').find(({ keyId }) => keyId === head.keyId);
  if (!key) return false;
  const publicKey = createPublicKey({ key: key.spki, format: 'der', type: 'spki' });
  return verify(
    null,
    signedHead(head.position, Buffer.from(head.hash, 'hex')),
    publicKey,
    Buffer.from(head.signature, 'base64'),
  );
}
