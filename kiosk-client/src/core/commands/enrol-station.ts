import type { Handler } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { exportKey, newSigningKey, publicHalf } from '../operator-key.ts';
import { stationView } from '../station-view.ts';
import { refreshDay } from '../sync/refresh-day.ts';

/**
 * Makes this machine a station of its centre: the device key is made here and never leaves; a supervisor's
 * sign-in brings its public half to the server.
 */
export const enrolStation: Handler<'enrolStation'> = async (context, { name, by }) => {
  const { server, store } = context;
  if (store.state().enrolment) throw new KioskProblem('already-enrolled');
  if ('token' in by) server.useToken('operator', by.token);
  else await server.signIn('operator', by);
  const key = newSigningKey();
  const kind = 'biometric' as const;
  const answer = await server.call('operator', 'enrolStation', {
    name,
    kind,
    devicePublicKey: publicHalf(key),
  });
  const { stationId, username, secret } = answer;
  const deviceKey = exportKey(key).toString('base64');
  await store.record({ type: 'enrolled', enrolment: { stationId, name, username, secret, deviceKey } });
  // A token that was lent is not ours to end.
  if (!('token' in by)) await server.signOut('operator');
  await refreshDay(context);
  return stationView(context);
};
