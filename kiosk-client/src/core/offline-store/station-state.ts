import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import type { Lease } from '../lease/lease.ts';
import type { PacketReceipt } from '../packet/verify-receipt.ts';
import type { LoggedCommand } from '../sync/command-log.ts';
import type { Enrolment, KnownOperator, SealedEntry, StationEvent } from './station-event.ts';

/** A packet and how far it has come. */
export interface PacketEntry extends SealedEntry {
  readonly receipt?: PacketReceipt;
  /** Why the server refused it; the file is kept. */
  readonly refusedBecause?: string;
}

/** What the station knows, rebuilt from the journal at every start. */
export interface StationState {
  readonly enrolment: Enrolment | undefined;
  readonly operators: readonly KnownOperator[];
  readonly packets: readonly PacketEntry[];
  readonly commands: readonly LoggedCommand[];
  readonly lease: Lease | undefined;
}

export const EMPTY_STATE: StationState = {
  enrolment: undefined,
  operators: [],
  packets: [],
  commands: [],
  lease: undefined,
};

/** The state after one more event. Pure; an event about something unknown changes nothing. */
export function applyEvent(state: StationState, event: StationEvent): StationState {
  switch (event.type) {
    case 'enrolled':
      return { ...state, enrolment: event.enrolment };
    case 'operator-known': {
      const others = state.operators.filter(({ operatorId }) => operatorId !== event.operator.operatorId);
      return { ...state, operators: [...others, event.operator] };
    }
    case 'packet-sealed':
      return { ...state, packets: [...state.packets, event.packet] };
    case 'packet-receipted':
      return changePacket(state, event.counter, (packet) => ({ ...packet, receipt: event.receipt }));
    case 'packet-refused':
      return changePacket(state, event.counter, (packet) => ({ ...packet, refusedBecause: event.code }));
    case 'command-recorded':
      return { ...state, commands: [...state.commands, { command: event.command, acknowledged: false }] };
    case 'command-decided':
      return changeCommand(state, event.verdict.commandId, (entry) => ({ ...entry, verdict: event.verdict }));
    case 'command-delivered': {
      const { outcome, reason } = event;
      return changeCommand(state, event.commandId, (entry) => ({ ...entry, delivered: { outcome, reason } }));
    }
    case 'refusal-acknowledged':
      return changeCommand(state, event.commandId, (entry) => ({ ...entry, acknowledged: true }));
    case 'lease':
      return { ...state, lease: event.lease };
  }
}

/** Counter and hash of the last packet sealed here, as this folder remembers it. */
export function chainEnd(state: StationState): { counter: number; packetHash: string } {
  const last = state.packets.at(-1);
  return last ?? { counter: 0, packetHash: NO_PREVIOUS_HASH };
}

/**
 * What the next packet follows: this folder's last packet, or the server's where the server knows a later one. A
 * folder that was put back from a copy would otherwise use counters twice, and the device would be revoked.
 */
export function nextAfter(
  state: StationState,
  server: { readonly lastCounter: number; readonly lastPacketHash: string },
): { counter: number; packetHash: string } {
  const own = chainEnd(state);
  if (server.lastCounter <= own.counter) return own;
  return { counter: server.lastCounter, packetHash: server.lastPacketHash };
}

/** Packets that the server has neither receipted nor refused, oldest first. */
export function waitingPackets(state: StationState): readonly PacketEntry[] {
  return state.packets.filter(({ receipt, refusedBecause }) => !receipt && refusedBecause === undefined);
}

function changePacket(
  state: StationState,
  counter: number,
  change: (packet: PacketEntry) => PacketEntry,
): StationState {
  const packets = state.packets.map((packet) => (packet.counter === counter ? change(packet) : packet));
  return { ...state, packets };
}

function changeCommand(
  state: StationState,
  commandId: string,
  change: (entry: LoggedCommand) => LoggedCommand,
): StationState {
  const commands = state.commands.map((entry) =>
    entry.command.commandId === commandId ? change(entry) : entry,
  );
  return { ...state, commands };
}
