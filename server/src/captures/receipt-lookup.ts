import type { Receipt } from '@permit/domain/contract/stations-api.ts';
import type { z } from 'zod';
import { asJob, type Tx } from '../database/transaction.ts';

export type ReceiptValue = z.infer<typeof Receipt>;

interface ReceiptRow {
  packet_hash: Buffer;
  counter: number;
  received_at: Date;
  receipt_key_id: string;
  receipt_signature: Buffer;
  summary: { packetId: string };
  device_id: string;
}

/** The receipt of a packet of the station that asks, built again from what was signed; undefined for others'. */
export async function findReceipt(tx: Tx, packetHash: string): Promise<ReceiptValue | undefined> {
  const row = await asJob(tx, () =>
    tx
      .db('captures as c')
      .join('stations as s', 's.id', 'c.station_id')
      .where({ 'c.packet_hash': Buffer.from(packetHash, 'hex'), 's.account_id': tx.caller.accountId ?? null })
      .first<ReceiptRow | undefined>('c.*', 's.public_id as device_id'),
  );
  if (!row) return undefined;
  return {
    packetId: row.summary.packetId,
    deviceId: row.device_id,
    counter: row.counter,
    packetHash: row.packet_hash.toString('hex'),
    receivedAt: row.received_at.toISOString(),
    keyId: row.receipt_key_id,
    signature: row.receipt_signature.toString('base64'),
  };
}
