import { daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** What the visit does: take everything, compare with what is enrolled, use what is enrolled, or no visit at all. */
export type CaptureNeed = 'capture' | 'verify' | 'reuse' | 'none';

/** `enrolledOn` is the day of the newest capture of this person that was cleared; old ones are taken again. */
export function captureNeed(
  service: ServiceDefinition,
  enrolledOn: CalendarDate | undefined,
  today: CalendarDate,
): CaptureNeed {
  const { policy, freshForDays } = service.biometrics;
  if (policy === 'none' || policy === 'capture') return policy;
  const fresh =
    enrolledOn !== undefined &&
    (freshForDays === undefined || daysBetween(enrolledOn, today) <= freshForDays.value);
  return fresh ? policy : 'capture';
}
