import type { KioskContext } from '../kiosk-context.ts';
import { type Ask, ServerProblem } from '../server/server-port.ts';
import { commandsToSend, type LoggedCommand } from './command-log.ts';

/**
 * Delivers what was recorded without a network by the ordinary operations, under the session of whoever is signed
 * in now; the signed log keeps who did it and when. What the ordinary operations cannot take (a hand-over on
 * papers asks for the second person's code of that minute) waits for the sync operation of the API.
 */
export async function deliverCommands(context: KioskContext): Promise<void> {
  const { store, server, memory } = context;
  if (!memory.operator) return;
  const by = memory.operator.operatorId;
  for (const { commandId, name, input } of commandsToSend(store.state().commands)) {
    if (name !== 'checkIn') continue;
    try {
      await server.call('operator', 'checkIn', input as Ask<'checkIn'>);
      await store.record({ type: 'command-delivered', commandId, by, outcome: 'accepted' });
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      // Signed in offline: the same person signs in again when the network is back.
      if (error.offline || NEEDS_SIGN_IN.includes(error.code)) return;
      // Somebody checked the person in elsewhere meanwhile: what was wanted is so.
      const outcome = error.code === 'wrong-state' ? 'accepted' : 'refused';
      await store.record({ type: 'command-delivered', commandId, by, outcome, reason: error.code });
    }
    context.emit({ type: 'queue-changed' });
  }
}

const NEEDS_SIGN_IN: readonly string[] = ['not-signed-in', 'session-ended', 'not-permitted'];

/** True while a check-in of this visit is recorded here and the server does not know of it. */
export function waitsForCommand(log: readonly LoggedCommand[], visitId: string): boolean {
  return commandsToSend(log).some(({ name, input }) => name === 'checkIn' && input['visitId'] === visitId);
}
