import type { KioskContext } from '../kiosk-context.ts';
import type { PacketEntry } from '../offline-store/station-state.ts';
import { waitingPackets } from '../offline-store/station-state.ts';
import { receiptKeysFrom, verifyReceipt } from '../packet/verify-receipt.ts';
import { waitsForCommand } from './deliver-commands.ts';
import { ServerProblem } from '../server/server-port.ts';

/** Codes by which the server says that this packet will never be taken; everything else is tried again. */
const FINAL_CODES: readonly string[] = [
  'packet-refused',
  'body-too-large',
  'invalid-input',
  'signature-wrong',
];

/**
 * Sends what waits, oldest first, and keeps each packet until its receipt is good. Returns how many receipts
 * came. Stops at the first that cannot be sent now: the chain is taken in order.
 */
export function uploadPackets(context: KioskContext): Promise<number> {
  const { memory } = context;
  // One upload at a time: a second caller waits for the first and learns what it did.
  memory.uploading ??= sendWaiting(context).finally(() => (memory.uploading = undefined));
  return memory.uploading;
}

async function sendWaiting(context: KioskContext): Promise<number> {
  let receipts = 0;
  for (const packet of waitingPackets(context.store.state())) {
    const outcome = await sendPacket(context, packet);
    if (outcome === 'stop') break;
    if (outcome === 'receipted') receipts += 1;
  }
  if (receipts > 0) context.emit({ type: 'queue-changed' });
  return receipts;
}

async function sendPacket(
  context: KioskContext,
  packet: PacketEntry,
): Promise<'receipted' | 'refused' | 'stop'> {
  const { server, store, memory } = context;
  // A visit that was checked in without a network must be checked in on the server first.
  if (waitsForCommand(store.state().commands, packet.visitId)) return 'stop';
  const bytes = await store.readPacket(packet.counter);
  if (!bytes || !memory.day) return 'stop';
  try {
    const answer =
      (await earlierReceipt(context, packet)) ??
      (await server.call('station', 'uploadPacket', { bytes: new Uint8Array(bytes) }));
    memory.online = true;
    const wanted = { ...packet, deviceId: memory.day.stationId };
    const verdict = verifyReceipt(answer, wanted, receiptKeysFrom(memory.day.receiptKeys));
    if (!verdict.good) return 'stop';
    await store.receipted(packet.counter, verdict.receipt);
    return 'receipted';
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    memory.online = !error.offline;
    if (!FINAL_CODES.includes(error.code)) return 'stop';
    await store.record({ type: 'packet-refused', counter: packet.counter, code: error.code });
    context.emit({ type: 'queue-changed' });
    return 'refused';
  }
}

/** After a broken upload the packet may have arrived all the same: asking costs less than sending it again. */
async function earlierReceipt({ server, sentBefore }: KioskContext, packet: PacketEntry): Promise<unknown> {
  if (!sentBefore.has(packet.packetHash)) {
    sentBefore.add(packet.packetHash);
    return undefined;
  }
  const { packetHash } = packet;
  return server.call('station', 'getReceipt', { packetHash }).catch((error: unknown) => {
    if (error instanceof ServerProblem && error.code === 'not-found') return undefined;
    throw error;
  });
}
