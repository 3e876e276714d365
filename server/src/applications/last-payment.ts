import { windowAt, windowEnd } from '@permit/domain/calendar/cohort-window.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';

/** The last moment in which the round still takes money, or undefined where there is no round. */
export function lastPayment(service: ServiceDefinition, now: Date): Date | undefined {
  const open = service.windows.find((window) => windowAt(window, 'pay', now) === 'open');
  return open && windowEnd(open, 'pay');
}
