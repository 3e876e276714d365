import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { aStation, aVisit, pngOf, type TestStation } from '../road/a-station.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';

let road: RoadServer;
let station: TestStation;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
}, 120_000);
afterAll(() => road.close());

async function captured(seed: string): Promise<string> {
  const { applicationNo } = await aGrantedCase(road);
  await station.capture(await aVisit(road, applicationNo), seed);
  await runJobs(road);
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

test('nobody is verified against a capture that still waits for an officer', async () => {
  const { applicationNo } = await aGrantedCase(road);
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
