import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import type pg from 'pg';
import { anIssuedPermit } from '../road/an-issued-permit.ts';
import { aStation, type TestStation } from '../road/a-station.ts';
import { printCards, renderCards } from '../road/print-cards.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF } from '../road/road-steps.ts';
import { onDay } from './later.ts';

jest.setTimeout(120_000);

let road: RoadServer;
let station: TestStation;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
  owner = await road.database.owner();
}, 120_000);
afterAll(() => road.close());

const aPermit = (seed: string, made: { printed?: boolean; code?: string } = {}) =>
  anIssuedPermit({ road, station }, seed, made);
const NAME = { field: 'worker.names.firstLatin', value: 'AUNGE' } as const;
const answerTo = async (qr: string) => (await road.nobody.call('verifyPermit', { qr })).answer;

test('an objection with its paper becomes a new revision; the card of before is listed as changed, and another is asked for', async () => {
  const { permitId, applicationId } = await aPermit('wrong name', { code: 'N632' });
  const employer = await road.as('employer');
  const { qr } = await employer.call('getPermit', { permitId });
  await owner.query(`UPDATE permits SET state = 'active' WHERE public_id = $1`, [permitId]);
  const { documentId } = await employer.call('attachEvidence', {
    permitId,
    kind: 'passport',
    bytes: new Uint8Array(A_PDF),
  });
  const asked = await employer.call('requestCorrection', {
    permitId,
    source: 'objection',
    changes: [NAME],
    note: 'ชื่อในหนังสือเดินทางสะกดต่างไป',
    evidenceDocumentId: documentId,
    reprintWanted: true,
  });
  expect(asked).toMatchObject({
    state: 'asked',
    printed: true,
    changes: [{ ...NAME, before: expect.any(String) }],
  });
  const before = asked.changes[0]!.before as string;
  const registrar = await road.as('registrar');
  const { corrections } = await registrar.call('listCorrections', { state: 'asked' });
  expect(corrections.map(({ correctionId }) => correctionId)).toEqual([asked.correctionId]);
  expect((await registrar.call('listAttention', { kind: 'correction-waits' })).items).toHaveLength(1);
  const decide = { correctionId: asked.correctionId, granted: true, reason: 'ตรงกับหนังสือเดินทาง' };
  await expect((await road.as('registrar-bangkok')).call('decideCorrection', decide)).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await registrar.call('decideCorrection', decide)).toMatchObject({ state: 'granted' });
  await expect(registrar.call('decideCorrection', decide)).rejects.toMatchObject({ code: 'wrong-state' });
  const { rows: told } = await owner.query(
    `SELECT event FROM message_events WHERE event LIKE 'correction-%' AND recipient_kind = 'case'`,
  );
  expect(told).toEqual([{ event: 'correction-granted' }]);
  const { draft } = await employer.call('getApplication', { applicationId });
  expect(draft.worker?.names?.firstLatin).toBe('AUNGE');
  expect(await answerTo(qr!)).toBe('changed-since-printed');
  const kept = await owner.query('SELECT revision FROM permit_revisions');
  expect(kept.rows).toEqual([{ revision: 1 }]);
  expect(before).not.toBe('AUNGE');

  const { rows } = await owner.query<{ public_id: string }>('SELECT public_id FROM reprint_requests');
  await (await road.as('supervisor')).call('grantReprint', { reprintId: rows[0]!.public_id });
  expect(await printCards(road)).toEqual(['passed']);
  const renewed = (await employer.call('getPermit', { permitId })).qr!;
  expect(await answerTo(renewed)).not.toBe('changed-since-printed');
  expect(await answerTo(qr!)).not.toBe('valid');
});

test('what is not on the card changes nothing for verifiers, and a permit that is not printed yet is made of the new data', async () => {
  const { permitId } = await aPermit('renewed passport', { printed: false });
  const employer = await road.as('employer');
  const { qr } = await employer.call('getPermit', { permitId });
  const passport = { field: 'travelDocument.number', value: 'MC9988776' } as const;
  const asked = await employer.call('requestCorrection', {
    permitId,
    source: 'renewed-passport',
    changes: [passport, NAME],
    note: 'หนังสือเดินทางเล่มใหม่',
  });
  await (
    await road.as('registrar')
  ).call('decideCorrection', {
    correctionId: asked.correctionId,
    granted: true,
    reason: 'ตรวจแล้ว',
  });
  const renewed = (await employer.call('getPermit', { permitId })).qr;
  expect(renewed).not.toBe(qr);
  expect(
    (
      await owner.query(
        `SELECT count(*)::int AS n FROM changed_codes c JOIN permits m ON m.id = c.permit_id WHERE m.public_id = $1`,
        [permitId],
      )
    ).rows,
  ).toEqual([{ n: 0 }]);
  expect(await printCards(road)).toEqual(['passed']);
});

test('a card that waits gives way to one of the corrected data, with the stock untouched; one that is being printed does not', async () => {
  const { permitId, applicationId } = await aPermit('waits rendered', { printed: false });
  await renderCards(road);
  const employer = await road.as('employer');
  const ask = { permitId, source: 'objection' as const, changes: [NAME], note: 'x' };
  const { correctionId } = await employer.call('requestCorrection', ask);
  const orders = async () =>
    (
      await owner.query<{ state: string; blank_serial: string | null }>(
        `SELECT o.state, o.blank_serial FROM print_orders o JOIN permits m ON m.id = o.permit_id
         WHERE m.public_id = $1 ORDER BY o.attempt`,
        [permitId],
      )
    ).rows;
  const supervisor = await road.as('supervisor');
  const stock = await supervisor.call('stockBalance', {});
  const hand = (until: string) =>
    owner.query(`UPDATE print_orders SET lease_until = ${until} WHERE state = 'rendered'`);
  const decide = { correctionId, granted: true, reason: 'ตรวจแล้ว' };
  const registrar = await road.as('registrar');
  // Handed to a print host: whether it has begun nobody can say.
  await hand(`now() + interval '1 minute'`);
  await expect(registrar.call('decideCorrection', decide)).rejects.toMatchObject({
    body: { code: 'wrong-state', detailCode: 'card-in-production' },
  });
  await hand('NULL');
  expect(await registrar.call('decideCorrection', decide)).toMatchObject({ state: 'granted' });
  expect(await orders()).toEqual([
    { state: 'cancelled', blank_serial: null },
    { state: 'queued', blank_serial: null },
  ]);
  expect(await supervisor.call('stockBalance', {})).toEqual(stock);
  expect(await printCards(road)).toEqual(['passed']);
  expect((await orders()).map(({ state }) => state)).toEqual(['cancelled', 'passed']);
  const after = await supervisor.call('stockBalance', {});
  expect(after).toMatchObject({ blank: stock.blank - 1, issued: stock.issued + 1, balanced: true });
  expect((await employer.call('getApplication', { applicationId })).draft.worker?.names?.firstLatin).toBe(
    'AUNGE',
  );
});

test('faces that were rendered of the data of before are refused when they come', async () => {
  const { permitId } = await aPermit('waits queued', { printed: false });
  const worker = await road.as('print-worker');
  const { order } = await worker.call('leaseRendering', { waitSeconds: 0 });
  const employer = await road.as('employer');
  const ask = { permitId, source: 'objection' as const, changes: [NAME], note: 'x' };
  const { correctionId } = await employer.call('requestCorrection', ask);
  await (await road.as('registrar')).call('decideCorrection', { correctionId, granted: true, reason: 'x' });
  const { printOrderId, leaseNo } = order!;
  const report = { printOrderId, leaseNo: leaseNo!, problem: 'late' };
  await expect(worker.call('reportRenderingFault', report)).rejects.toMatchObject({ code: 'lease-lost' });
  expect(await printCards(road)).toEqual(['passed']);
});

test('nothing to change, two at once, a value that cannot stand there and a foreign permit are refused; a correction can be taken back', async () => {
  const { permitId } = await aPermit('refusals', { printed: false });
  const employer = await road.as('employer');
  const ask = { permitId, source: 'objection', note: 'x' } as const;
  const { draft } = await employer
    .call('listApplications', {})
    .then(async ({ applications }) =>
      employer.call('getApplication', { applicationId: applications[0]!.applicationId }),
    );
  const same = { field: 'worker.names.firstLatin', value: draft.worker!.names!.firstLatin! } as const;
  await expect(employer.call('requestCorrection', { ...ask, changes: [same] })).rejects.toMatchObject({
    body: { detailCode: 'nothing-changes' },
  });
  const noDate = { field: 'travelDocument.expires', value: 'tomorrow' } as const;
  await expect(employer.call('requestCorrection', { ...ask, changes: [noDate] })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(
    (await road.as('agent')).call('requestCorrection', { ...ask, changes: [NAME] }),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  const { correctionId } = await employer.call('requestCorrection', { ...ask, changes: [NAME] });
  await expect(employer.call('requestCorrection', { ...ask, changes: [NAME] })).rejects.toMatchObject({
    body: { detailCode: 'correction-asked-already' },
  });
  expect(await employer.call('withdrawCorrection', { correctionId })).toMatchObject({ state: 'withdrawn' });
});

test('a permit ends by itself after its last day, once', async () => {
  const { rows } = await owner.query<{ valid_to: string }>(
    `SELECT max(valid_to)::text AS valid_to FROM permits`,
  );
  const after = onDay(road, `${Number(rows[0]!.valid_to.slice(0, 4)) + 1}-01-01T12:00:00+07:00`);
  const [one, other] = await Promise.all([actOnClocks(after), actOnClocks(after)]);
  const permits = await owner.query(`SELECT state FROM permits`);
  expect(new Set(permits.rows.map(({ state }) => state))).toEqual(new Set(['expired']));
  expect(one.permits + other.permits).toBe(permits.rows.length);
});
