import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aStation, aVisit, pngOf, type TestStation } from './a-station.ts';
import { printCards } from './print-cards.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';
import { aGrantedCase } from './road-steps.ts';
import { runJobs } from './run-jobs.ts';

let road: RoadServer;
let station: TestStation;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
}, 60_000);
afterAll(() => road.close());

async function eyes(seed: string, take = 1) {
  const person = syntheticPerson(seed);
  const png = await pngOf(person.eye('left-iris', { take }));
  return [{ position: 'left-iris', base64: png.toString('base64') }];
}

test('a granted case goes from ticket to a card in the hand of its person', async () => {
  const { applicationId, applicationNo } = await aGrantedCase(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'person one');
  await runJobs(road);
  const clerk = await road.as('clerk');
  expect(await clerk.call('captureStatus', { visitId: visit.visitId })).toMatchObject({
    state: 'cleared',
    card: 'in-production',
  });
  expect(await printCards(road)).toEqual(['passed']);
  expect(existsSync(join(road.folder, 'printer', 'cards', 'WPC-000001', 'front.png'))).toBe(true);

  const stranger = await station.client.call('verifyPerson', {
    visitId: visit.visitId,
    samples: await eyes('somebody else'),
  });
  expect(stranger.verified).toBe(false);
  const { verified, verificationId } = await station.client.call('verifyPerson', {
    visitId: visit.visitId,
    samples: await eyes('person one'),
  });
  expect(verified).toBe(true);
  const handed = await clerk.call('handOverCard', {
    visitId: visit.visitId,
    by: 'one-to-one',
    verificationId,
  });
  expect(handed).toMatchObject({ permitState: 'active', cardSerial: 'WPC-000001' });

  const employer = await road.as('employer');
  const { state, permitId } = await employer.call('getApplication', { applicationId });
  expect(state).toBe('completed');
  const { qr } = await employer.call('getPermit', { permitId: permitId! });
  expect((await road.nobody.call('verifyPermit', { qr: qr! })).answer).toBe('not-yet-valid');
  expect(await (await road.as('supervisor')).call('stockBalance', {})).toMatchObject({
    received: 500,
    blank: 499,
    issued: 1,
    balanced: true,
  });
}, 60_000);

test('the same eyes under another name are held, decided by an officer, and no card is printed', async () => {
  const { applicationNo } = await leanGrant(road, 'N632');
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'person one');
  await runJobs(road);
  const clerk = await road.as('clerk');
  expect(await clerk.call('captureStatus', { visitId: visit.visitId })).toMatchObject({
    state: 'held',
    reason: 'possible-duplicate',
    card: 'none',
  });
  expect(await printCards(road)).toEqual([]);
  const assistant = await road.as('assistant');
  const { holds } = await assistant.call('listHolds', {});
  expect(holds).toHaveLength(1);
  expect(holds[0]!.candidates[0]!.workerName).toBe('AUNG KYAW MOE');
  const decided = await assistant.call('adjudicateDuplicate', {
    captureId: holds[0]!.captureId,
    samePerson: true,
    reason: 'ม่านตาตรงกันทั้งสองข้าง',
  });
  expect(decided.state).toBe('rejected');
}, 60_000);

test('a verification counts once, and a card is handed over once', async () => {
  const { applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'person two');
  await runJobs(road);
  await printCards(road);
  const { verificationId } = await station.client.call('verifyPerson', {
    visitId: visit.visitId,
    samples: await eyes('person two'),
  });
  const clerk = await road.as('clerk');
  const handOver = (key: string) =>
    clerk.call('handOverCard', { visitId: visit.visitId, by: 'one-to-one', verificationId }, { key });
  const first = await handOver('hand-over-key-1');
  expect(await handOver('hand-over-key-1')).toEqual(first);
  await expect(handOver('hand-over-key-2')).rejects.toMatchObject({ code: 'wrong-state' });
}, 60_000);

test('the same packet twice gets one receipt; a changed one is set aside with its code', async () => {
  const { applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  const packet = await station.capture(visit, 'person three');
  const again = await station.client.call('uploadPacket', { bytes: new Uint8Array(packet.bytes) });
  expect(again.packetHash).toBe(packet.packetHash);
  expect(await station.client.call('getReceipt', { packetHash: packet.packetHash })).toEqual(again);
  const changed = new Uint8Array(packet.bytes);
  changed[changed.length - 1]! ^= 1;
  await expect(station.client.call('uploadPacket', { bytes: changed })).rejects.toMatchObject({
    code: 'packet-refused',
    body: { detailCode: 'part-changed' },
  });
}, 60_000);

test('a capture that a van brings after its visit was closed is searched, and its card made, all the same', async () => {
  const { applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  const packet = new Uint8Array((await station.seal(visit, 'person late')).bytes);
  await closeDayOf(visit.visitId);
  await station.client.call('uploadPacket', { bytes: packet });
  await runJobs(road);
  const clerk = await road.as('clerk');
  expect((await clerk.call('captureStatus', { visitId: visit.visitId })).state).toBe('cleared');
  const late = new Uint8Array((await station.seal(visit, 'person late again')).bytes);
  await expect(station.client.call('uploadPacket', { bytes: late })).rejects.toMatchObject({
    body: { detailCode: 'wrong-visit' },
  });
}, 60_000);

/** What the end of a day does to a visit that nobody finished. */
async function closeDayOf(visitId: string): Promise<void> {
  const owner = await road.database.owner();
  await owner.query(`UPDATE visits SET state = 'no-show' WHERE public_id = $1`, [visitId]);
}

test('a packet for a visit that is over is set aside, and the station goes on with its next one', async () => {
  const { applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  const other = { ...visit, visitId: 'A'.repeat(22) };
  const stray = new Uint8Array((await station.seal(other, 'person four')).bytes);
  const refused = { code: 'packet-refused', body: { detailCode: 'wrong-visit' } };
  await expect(station.client.call('uploadPacket', { bytes: stray })).rejects.toMatchObject(refused);
  await expect(station.client.call('uploadPacket', { bytes: stray })).rejects.toMatchObject(refused);
  await station.capture(visit, 'person four');
  await runJobs(road);
  const clerk = await road.as('clerk');
  expect((await clerk.call('captureStatus', { visitId: visit.visitId })).state).toBe('cleared');
}, 60_000);
