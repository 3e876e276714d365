import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';

const HOLIDAYS = holidayDates();

/**
 * When the clock of a state runs out for a case of this service: the last second of its last day in Bangkok.
 * Undefined where the service's data names no such clock; the office's own reminders then rule.
 */
export function dueAt(
  service: ServiceDefinition,
  state: ApplicationState,
  startedAt: Date,
): Date | undefined {
  const rule = applicationMachine.states[state];
  const clock = rule.final ? undefined : service.clocks[rule.clock];
  if (!clock) return undefined;
  const lastDay = dueDate(clock, bangkokDate(startedAt), HOLIDAYS);
  return new Date(bangkokInstant(lastDay, '23:59').getTime() + 59_000);
}
