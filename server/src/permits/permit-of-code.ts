import { decodeClaims } from '@permit/domain/cards/claim-169.ts';
import { openIdentityText } from '@permit/domain/cards/identity-qr.ts';
import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { inflate as zlibInflate } from 'node:zlib';
import type { Tx } from '../database/transaction.ts';
import { trustListOf } from './permit-lookup.ts';

const inflate = promisify(zlibInflate) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;
const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The public id of the permit in a scanned code that we signed; undefined where it is none of ours. An expired card
 * still names its permit, whose holder may be waiting for a renewal (s.67).
 */
export async function permitPublicIdOf(tx: Tx, qr: string): Promise<string | undefined> {
  const opened = await openIdentityText(qr, {
    trustList: trustListOf(tx.deps.keys),
    now: Math.floor(tx.deps.clock.business().getTime() / 1000),
    inflate: (bytes, most) => inflate(bytes, { maxOutputLength: most }),
    verifySignature(key, message, signature) {
      const der = Buffer.concat([ED25519_SPKI_HEAD, Buffer.from(key.publicKey, 'base64')]);
      return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
    },
  });
  return opened.ok ? decodeClaims(opened.payload)?.permit?.publicId : undefined;
}
