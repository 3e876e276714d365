import type { StationView } from '../kiosk-views.ts';
import type { KioskContext } from './kiosk-context.ts';
import { leftOf } from './lease/lease.ts';
import { waitingPackets } from './offline-store/station-state.ts';
import { commandsToSend, openRefusals } from './sync/command-log.ts';

/** The state of the station for the panel on every screen. */
export function stationView({ config, memory, store }: KioskContext): StationView {
  const state = store.state();
  const { copies, journal, lost } = store.health();
  const { operator } = memory;
  const refusedPackets = state.packets.filter(({ refusedBecause }) => refusedBecause !== undefined).length;
  return {
    enrolled: state.enrolment !== undefined,
    name: state.enrolment?.name ?? '',
    ...(state.enrolment && { stationId: state.enrolment.stationId }),
    mode: config.mode,
    simulatedReader: memory.simulatedReader,
    training: config.training,
    online: memory.online,
    ...(operator && { operator: { operatorId: operator.operatorId, displayName: operator.displayName } }),
    leaseLeftMs: leftOf(state.lease),
    copies,
    journal,
    waitingPackets: waitingPackets(state).length,
    waitingCommands: commandsToSend(state.commands).length,
    refusals: refusedPackets + openRefusals(state.commands).length,
    lostPackets: [...lost],
  };
}
