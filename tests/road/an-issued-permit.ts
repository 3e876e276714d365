import { expect } from '@jest/globals';
import { leanGrant } from '../lifecycle/lean-case.ts';
import { aVisit, type TestStation } from './a-station.ts';
import { printCards } from './print-cards.ts';
import type { RoadServer } from './road-server.ts';
import { runJobs } from './run-jobs.ts';

/** A permit by the whole road: granted, captured and, unless told otherwise, with its card on the shelf. */
export async function anIssuedPermit(
  { road, station }: { readonly road: RoadServer; readonly station: TestStation },
  seed: string,
  { printed = true, code = 'R59M' } = {},
) {
  const { applicationId, applicationNo } = await leanGrant(road, code);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, seed);
  await runJobs(road);
  if (printed) expect(await printCards(road)).toEqual(['passed']);
  const { permitId } = await (await road.as('employer')).call('getApplication', { applicationId });
  return { permitId: permitId!, visit, applicationId };
}
