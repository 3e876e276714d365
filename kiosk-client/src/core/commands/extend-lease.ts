import { EXTENSION_HOURS } from '@permit/domain/contract/station-sync.ts';
import type { Handler } from '../kiosk-context.ts';
import { requireEnrolment, requireOperator } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { extensionCodeFits } from '../lease/extension-code.ts';
import { extendLease as longer, newLease } from '../lease/lease.ts';
import { stationView } from '../station-view.ts';
import { recordCommand } from '../sync/record-command.ts';
import { countLease } from '../sync/refresh-day.ts';

/** A one-use code from the Department by telephone; each one is in the signed log with its reason. */
export const extendLease: Handler<'extendLease'> = async (context, { reason, code }) => {
  const { operatorId } = requireOperator(context);
  const { stationId, leaseSecret } = requireEnrolment(context);
  if (leaseSecret === undefined) throw new KioskProblem('no-lease-secret');
  await countLease(context, true);
  const now = context.clock.now();
  const lease = context.store.state().lease ?? newLease({ serverTime: now, leaseUntil: now });
  const { extensions } = lease;
  const secret = Buffer.from(leaseSecret, 'base64');
  if (!extensionCodeFits({ stationId, leaseSecret: secret, extensions, reason, now }, code)) {
    throw new KioskProblem('code-wrong');
  }
  // The log first: an extension that is not written down does not count.
  await recordCommand(context, {
    name: 'extendLease',
    input: { reason, counter: extensions + 1 },
    actor: operatorId,
  });
  await context.store.record({ type: 'lease', lease: longer(lease, EXTENSION_HOURS) });
  return stationView(context);
};
