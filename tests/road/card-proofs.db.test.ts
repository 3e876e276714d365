import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import type pg from 'pg';
import sharp from 'sharp';
import { aStation, aVisit } from './a-station.ts';
import { printCards } from './print-cards.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';
import { runJobs } from './run-jobs.ts';

let road: RoadServer;
let owner: pg.Client;
let permit: { permitId: string; qr: string; visitId: string };
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
  const station = await aStation(road);
  const { applicationId, applicationNo } = await leanGrant(road);
  const visit = await aVisit(road, applicationNo);
  await station.capture(visit, 'seen by an inspector');
  await runJobs(road);
  await printCards(road);
  const employer = await road.as('employer');
  const { permitId } = await employer.call('getApplication', { applicationId });
  const { qr } = await employer.call('getPermit', { permitId: permitId! });
  permit = { permitId: permitId!, qr: qr!, visitId: visit.visitId };
}, 240_000);
afterAll(() => road.close());

const reads = async (act: string): Promise<number> => {
  const { rows } = await owner.query(`SELECT count(*)::int AS count FROM audit_entries WHERE act = $1`, [
    act,
  ]);
  return rows[0].count;
};

test('photo and employer are shown to an inspector and to the own employer, to nobody else, and each look is written down', async () => {
  const inspector = await road.as('inspector');
  const seen = await inspector.call('inspectPermit', { qr: permit.qr });
  expect(seen).toMatchObject({ state: 'temporary' });
  expect(seen.employers.map(({ name }) => name)).toEqual([expect.stringContaining('ตัวอย่าง')]);
  expect((await sharp(Buffer.from(seen.photo!, 'base64')).metadata()).format).toBe('jpeg');
  const own = await (await road.as('employer')).call('inspectPermit', { qr: permit.qr });
  expect({ ...own, asOf: seen.asOf }).toEqual(seen);
  expect(await reads('permit-inspected')).toBe(2);
  for (const who of ['agent', 'clerk', 'registrar'])
    await expect((await road.as(who)).call('inspectPermit', { qr: permit.qr })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  await expect(inspector.call('inspectPermit', { qr: 'HELLO' })).rejects.toMatchObject({
    body: { detailCode: 'code-not-accepted' },
  });
  expect(Object.keys(await road.nobody.call('verifyPermit', { qr: permit.qr })).sort()).toEqual([
    'answer',
    'asOf',
    'permitNo',
    'validTo',
  ]);
});

test('whoever checked before hiring keeps a dated proof that can be checked without us, and cannot be changed', async () => {
  const agent = await road.as('agent');
  const proof = await agent.call('proveCheck', { qr: permit.qr }, { key: 'prove-check-1' });
  expect(await agent.call('proveCheck', { qr: permit.qr }, { key: 'prove-check-1' })).toEqual(proof);
  const { spki } = road.deps.keys.publicKeys('receipt').find(({ keyId }) => keyId === proof.keyId)!;
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signature = Buffer.from(proof.signature, 'base64');
  expect(verify(null, Buffer.from(proof.statement), key, signature)).toBe(true);
  const backdated = proof.statement.replace('2026', '2025');
  expect(verify(null, Buffer.from(backdated), key, signature)).toBe(false);
  expect(proof.statement).toContain(`answer ${proof.answer}`);
  expect(await (await road.as('inspector')).call('getCheckProof', { proofId: proof.proofId })).toEqual(proof);
  await expect(
    (await road.as('employer')).call('getCheckProof', { proofId: proof.proofId }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(owner.query(`UPDATE check_proofs SET answer = 'valid'`)).rejects.toMatchObject({
    code: '42501',
  });
});

test('the code of card or phone is taken at the counter instead of the ticket number', async () => {
  const clerk = await road.as('clerk');
  const phone = await (await road.as('employer')).call('getDigitalCard', { permitId: permit.permitId });
  for (const qr of [permit.qr, phone.qr])
    expect(await clerk.call('findVisit', { qr })).toMatchObject({ visitId: permit.visitId });
  await owner.query(`UPDATE visits SET state = 'cancelled' WHERE public_id = $1`, [permit.visitId]);
  await expect(clerk.call('findVisit', { qr: phone.qr })).rejects.toMatchObject({ code: 'not-found' });
  const ticket = await clerk.call('takeTicket', { qr: phone.qr, purpose: 'collect' });
  expect(ticket.ticketNo).toMatch(/^B/);
  await expect(clerk.call('takeTicket', { purpose: 'collect' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(clerk.call('takeTicket', { qr: 'FORGED' })).rejects.toMatchObject({
    body: { detailCode: 'code-not-accepted' },
  });
});

test('a change of the permit is on the phone at once, and the printed card says that it was changed', async () => {
  const employer = await road.as('employer');
  const { validFrom } = await employer.call('getPermit', { permitId: permit.permitId });
  const inForce = new Date(Date.parse(validFrom) + 36 * 3_600_000);
  Object.assign(road.deps.clock, { business: () => inForce });
  const [before] = (await employer.call('listPermits', {})).permits;
  expect(before).toMatchObject({ permitId: permit.permitId, revision: 1 });
  await owner.query(`UPDATE permits SET state = 'active' WHERE public_id = $1`, [permit.permitId]);
  await owner.query(`UPDATE permits SET revision = 2 WHERE public_id = $1`, [permit.permitId]);
  // As a correction leaves it; the road to one is long and has its own tests.
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `INSERT INTO changed_codes (status_index, permit_id, correction_id)
     SELECT status_index, id, gen_random_uuid() FROM permits WHERE public_id = $1`,
    [permit.permitId],
  );
  await owner.query(`SET session_replication_role = origin`);
  expect((await employer.call('listPermits', {})).permits[0]).toMatchObject({ revision: 2, state: 'active' });
  expect((await road.nobody.call('verifyPermit', { qr: permit.qr })).answer).toBe('changed-since-printed');
  const phone = await employer.call('getDigitalCard', { permitId: permit.permitId });
  expect((await road.nobody.call('verifyPermit', { qr: phone.qr })).answer).toBe('valid');
  expect((await (await road.as('agent')).call('listPermits', {})).permits).toEqual([]);
});
