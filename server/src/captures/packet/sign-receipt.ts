import { receiptText } from '@permit/domain/contract/packet.ts';
import type { Receipt } from '@permit/domain/contract/stations-api.ts';
import type { z } from 'zod';

type UnsignedReceipt = Omit<z.infer<typeof Receipt>, 'signature'>;

/**
 * The receipt with its Ed25519 signature (base64). Call it only after the packet is durable: the station
 * deletes its copies on the strength of it.
 */
export async function signReceipt(
  receipt: UnsignedReceipt,
  sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<z.infer<typeof Receipt>> {
  const signature = await sign(Buffer.from(receiptText(receipt)));
  return { ...receipt, signature: Buffer.from(signature).toString('base64') };
}
