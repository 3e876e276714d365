import { systemClock } from '@permit/server/clock.ts';
import type { Deps } from '@permit/server/deps.ts';
import type { RoadServer } from '../road/road-server.ts';

/** The same server's parts on another business time: what its workers would see on that day. */
export function onDay(road: RoadServer, instant: string): Deps {
  return { ...road.deps, clock: systemClock(instant) };
}
