import { windowAt, windowEnd } from '@permit/domain/calendar/cohort-window.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { allow, refuse, type Decision } from '@permit/domain/refusal.ts';

/** A round under a cabinet resolution takes applications to the minute that its data names. */
export function decideFilingTime(
  service: ServiceDefinition,
  now: Date,
): Decision<'window-closed' | 'window-not-yet'> {
  if (service.windows.length === 0) return allow();
  const answers = service.windows.map((window) => windowAt(window, 'file', now));
  if (answers.includes('open')) return allow();
  return refuse(answers.includes('not-yet') ? 'window-not-yet' : 'window-closed');
}

/** The last moment in which the round still takes money, or undefined where there is no round. */
export function lastPayment(service: ServiceDefinition, now: Date): Date | undefined {
  const open = service.windows.find((window) => windowAt(window, 'pay', now) === 'open');
  return open && windowEnd(open, 'pay');
}
