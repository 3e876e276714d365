import type { QueueEntry } from '../../kiosk-views.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireOperator } from '../kiosk-context.ts';
import { type PacketEntry, waitingPackets } from '../offline-store/station-state.ts';
import { deliverCommands } from '../sync/deliver-commands.ts';
import { openRefusals } from '../sync/command-log.ts';
import { refreshDay } from '../sync/refresh-day.ts';
import { uploadPackets } from '../sync/upload-packets.ts';

/** What was sealed here and how far it has come, newest first. */
export const listQueue: Handler<'listQueue'> = async ({ store }) => {
  const state = store.state();
  const refusedCommands = openRefusals(state.commands).map(({ command, verdict, delivered }) => {
    const { commandId, name, recordedAt } = command;
    const refused = { commandId, name, recordedAt };
    const reason = verdict?.reason ?? delivered?.reason;
    return reason === undefined ? refused : { ...refused, reason };
  });
  return { packets: [...state.packets].reverse().slice(0, 200).map(queueEntry), refusedCommands };
};

function queueEntry(packet: PacketEntry): QueueEntry {
  const { counter, packetId, visitId, bytes, sealedAt, receipt, refusedBecause } = packet;
  const entry = { counter, packetId, visitId, bytes, sealedAt };
  if (receipt) return { ...entry, state: 'receipted', receivedAt: receipt.receivedAt };
  if (refusedBecause !== undefined) return { ...entry, state: 'refused', reason: refusedBecause };
  return { ...entry, state: 'waiting' };
}

export const syncNow: Handler<'syncNow'> = async (context) => {
  await deliverCommands(context);
  const sent = await uploadPackets(context);
  await refreshDay(context);
  return { sent, waiting: waitingPackets(context.store.state()).length, online: context.memory.online };
};

/** Somebody has seen why a command was refused; only then it leaves the screen. */
export const acknowledgeRefusal: Handler<'acknowledgeRefusal'> = async (context, { commandId }) => {
  const { operatorId } = requireOperator(context);
  await context.store.record({ type: 'refusal-acknowledged', commandId, by: operatorId });
  context.emit({ type: 'queue-changed' });
  return {};
};

export const captureStatus: Handler<'captureStatus'> = async (context, { visitId }) => {
  const { state, reason, card } = await context.server.call('station', 'captureStatus', { visitId });
  return reason === undefined ? { state, card } : { state, card, reason };
};
