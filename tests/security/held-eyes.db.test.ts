import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { emptyGallery, type EnrolledIrises } from '@permit/server/matching/enrolled-irises.ts';
import { aStation, aVisit, pngOf, type TestStation } from '../road/a-station.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';
import { runJobs } from '../road/run-jobs.ts';

let road: RoadServer;
let station: TestStation;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
}, 120_000);
afterAll(() => road.close());

async function captured(seed: string, enrolled?: EnrolledIrises): Promise<string> {
  const { applicationNo } = await leanGrant(road);
  await station.capture(await aVisit(road, applicationNo), seed);
  await runJobs(road, enrolled);
  return applicationNo;
}

test('eyes that still wait for an officer are found by the next search too', async () => {
  const cleared = await captured('one of three names');
  const waiting = await captured('one of three names');
  const newest = await captured('one of three names');
  const { holds } = await (await road.as('assistant')).call('listHolds', {});
  const candidatesOf = (number: string) =>
    holds
      .find(({ applicationNo }) => applicationNo === number)
      ?.candidates.map(({ applicationNo }) => applicationNo)
      .sort();
  expect(candidatesOf(waiting)).toEqual([cleared]);
  expect(candidatesOf(newest)).toEqual([cleared, waiting].sort());
}, 120_000);

test('eyes whose template was retired hold nobody, also in a worker that has them in memory', async () => {
  const enrolled = emptyGallery();
  const first = await captured('eyes taken out of use', enrolled);
  // The worker's gallery takes the first eyes in with the next search.
  await captured('somebody else', enrolled);
  const owner = await road.database.owner();
  await owner.query(
    `UPDATE biometric_templates t SET retired_at = now() FROM captures c JOIN applications a ON a.id = c.application_id
     WHERE c.id = t.capture_id AND a.number = $1`,
    [first],
  );
  const second = await captured('eyes taken out of use', enrolled);
  const { holds } = await (await road.as('assistant')).call('listHolds', {});
  expect(holds.map(({ applicationNo }) => applicationNo)).not.toContain(second);
}, 120_000);

test('nobody is verified against a capture that still waits for an officer', async () => {
  const { applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'one of three names');
  await runJobs(road);
  const png = await pngOf(syntheticPerson('one of three names').eye('left-iris', { take: 1 }));
  const samples = [{ position: 'left-iris' as const, base64: png.toString('base64') }];
  expect(await station.client.call('verifyPerson', { visitId: visit.visitId, samples })).toMatchObject({
    verified: false,
    reason: 'nothing-enrolled',
  });
}, 120_000);
