import { bangkokDate, bangkokInstant } from '../calendar/bangkok-time.ts';
import { holidayDates } from '../calendar/holidays.ts';
import { dueDate } from '../calendar/legal-clock.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';

const HOLIDAYS = holidayDates();

/**
 * When the clock of a state runs out for a case of this service: the last second of its last day in Bangkok.
 * Undefined where the service's data names no such clock; the office's own reminders then rule.
 */
export function caseDueAt(
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
