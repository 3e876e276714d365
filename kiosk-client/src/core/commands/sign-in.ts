import type { CommandInput } from '../../kiosk-api.ts';
import type { Handler, KioskContext, SignedInOperator } from '../kiosk-context.ts';
import { requireEnrolment, requireLease } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import type { KnownOperator } from '../offline-store/station-event.ts';
import { lockKey, newSigningKey, publicHalf, unlockKey } from '../operator-key.ts';
import { ServerProblem } from '../server/server-port.ts';
import { stationView } from '../station-view.ts';
import { deliverCommands } from '../sync/deliver-commands.ts';
import { refreshDay } from '../sync/refresh-day.ts';

/** Online by the server; without a network by the key that this operator locked here before. */
export const signIn: Handler<'signIn'> = async (context, credentials) => {
  requireEnrolment(context);
  context.memory.operator = await operatorOnline(context, credentials).catch((error: unknown) => {
    if (error instanceof ServerProblem && error.offline) return operatorOffline(context, credentials);
    throw error;
  });
  if (await refreshDay(context)) await deliverCommands(context);
  return stationView(context);
};

async function operatorOnline(
  context: KioskContext,
  { username, password, code }: CommandInput<'signIn'>,
): Promise<SignedInOperator> {
  const { server, store } = context;
  const who = await server.signIn('operator', { username, password, code });
  const known = knownOperator(context, username);
  const kept = known && unlockKey(known.sealedKey, password);
  if (known && kept && known.operatorId === who.accountId) return signedIn(known, kept);
  // Never seen here, or the password has changed: a new key, registered under the person's own session.
  const key = newSigningKey();
  const { stationId } = requireEnrolment(context);
  const registered = await server.call('operator', 'registerOperator', {
    stationId,
    operatorPublicKey: publicHalf(key),
  });
  const operator: KnownOperator = {
    operatorId: who.accountId,
    username: canonicalUsername(username),
    displayName: who.displayName,
    operatorKeyId: registered.operatorKeyId,
    sealedKey: lockKey(key, password),
  };
  await store.record({ type: 'operator-known', operator });
  return signedIn(operator, key);
}

function operatorOffline(
  context: KioskContext,
  { username, password }: CommandInput<'signIn'>,
): SignedInOperator {
  context.memory.online = false;
  const known = knownOperator(context, username);
  if (!known) throw new KioskProblem('never-signed-in-here');
  requireLease(context, 'seal');
  const key = unlockKey(known.sealedKey, password);
  if (!key) throw new KioskProblem('wrong-credentials');
  return signedIn(known, key);
}

/** An operator who signed in here before, by name. */
export function knownOperator({ store }: KioskContext, username: string): KnownOperator | undefined {
  return store.state().operators.find((operator) => operator.username === canonicalUsername(username));
}

function canonicalUsername(username: string): string {
  return username.trim().toLowerCase();
}

function signedIn(known: KnownOperator, key: SignedInOperator['key']): SignedInOperator {
  const { operatorId, username, displayName, operatorKeyId } = known;
  return { operatorId, username, displayName, operatorKeyId, key };
}

export const signOut: Handler<'signOut'> = async (context) => {
  context.memory.operator = undefined;
  await context.server.signOut('operator');
  return stationView(context);
};
