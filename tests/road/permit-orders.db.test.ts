import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PERMIT_ENDED_NEXT } from '@permit/domain/texts/permit-state-texts.ts';
import { remindOfLastDays } from '@permit/server/messages/remind-of-last-days.ts';
import type pg from 'pg';
import { anIssuedPermit } from './an-issued-permit.ts';
import { aStation, type TestStation } from './a-station.ts';
import { printCards } from './print-cards.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';

let road: RoadServer;
let station: TestStation;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  station = await aStation(road);
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

async function aPermit(seed: string, printed: boolean) {
  const { applicationId, permitId } = await anIssuedPermit({ road, station }, seed, { printed });
  const permit = await (await road.as('employer')).call('getPermit', { permitId });
  return { applicationId, permitId, permitNo: permit.permitNo, qr: permit.qr! };
}

const answerOf = async (qr: string) => (await road.nobody.call('verifyPermit', { qr })).answer;
const told = async (applicationId: string) =>
  (
    await owner.query<{ event: string; details: Record<string, string> }>(
      `SELECT e.event, e.details FROM message_events e JOIN applications a ON a.id = e.application_id
       WHERE a.public_id = $1 ORDER BY e.id`,
      [applicationId],
    )
  ).rows;
const WORDS = 'ทำงานนอกเหนือจากที่ได้รับอนุญาต ตรวจพบเมื่อวันที่ 18 พฤศจิกายน 2569';
const APPEAL = { knownOn: '2026-11-20', grounds: 'นายจ้างแจ้งเปลี่ยนสถานที่ทำงานแล้ว' };

test('a revocation is an order with number, ground and words; allowed on appeal, the permit lives again with a new card', async () => {
  const { applicationId, permitId, permitNo, qr } = await aPermit('revoked and restored', true);
  const registrar = await road.as('registrar');
  const found = await registrar.call('findPermit', { permitNo });
  expect(found).toMatchObject({ permitId, state: 'temporary', orders: [] });
  await expect((await road.as('registrar-bangkok')).call('findPermit', { permitNo })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    registrar.call('revokePermit', { permitId, ground: 'asked-by-holder', reason: WORDS }),
  ).rejects.toMatchObject({ code: 'refused', body: { detailCode: 'ground-unknown' } });
  const revoked = await registrar.call('revokePermit', {
    permitId,
    ground: 'condition-broken',
    reason: WORDS,
  });
  expect(revoked).toMatchObject({ state: 'revoked', orderNo: '000001/2569' });
  expect(await answerOf(qr)).toBe('revoked');

  const employer = await road.as('employer');
  // The case is granted as before, but nobody is sent for a card that nobody gets.
  const { next } = await employer.call('listEvents', { applicationId, language: 'en' });
  expect(next).toEqual({ state: 'granted', words: PERMIT_ENDED_NEXT.en });
  await owner.query(`UPDATE applications SET due_at = $1 WHERE public_id = $2`, [
    new Date(road.deps.clock.business().getTime() + 86_400_000),
    applicationId,
  ]);
  await remindOfLastDays(road.deps);
  expect((await told(applicationId)).map(({ event }) => event)).not.toContain('visit-due-soon');
  const { orders } = await employer.call('listPermitOrders', { applicationId });
  expect(orders).toEqual([
    expect.objectContaining({
      ...{ number: '000001/2569', kind: 'revoked', state: 'issued', ground: 'condition-broken' },
      ...{ words: WORDS, appealBy: '2026-12-20', permitState: 'revoked' },
    }),
  ]);
  const { rows: sealed } = await owner.query<{ row: string }>('SELECT t::text AS row FROM permit_orders t');
  expect(sealed[0]!.row).not.toContain('ตรวจพบ');
  expect(await told(applicationId)).toContainEqual({
    event: 'permit-revoked',
    details: { days: '30', appealBy: '2026-12-20' },
  });

  const { papers } = await employer.call('listPapers', { applicationId });
  expect(papers.filter(({ kind }) => kind === 'permit-order')).toEqual([
    expect.objectContaining({ subjectId: revoked.orderId, number: '000001/2569' }),
  ]);
  const paper = { kind: 'permit-order', subjectId: revoked.orderId, language: 'my' } as const;
  const order = await employer.call('getPaper', paper);
  expect(order.fileName).toBe('order-000001-2569.pdf');
  expect(Buffer.from(order.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const agent = await road.as('agent');
  await expect(agent.call('getPaper', paper)).rejects.toMatchObject({ code: 'not-found' });

  await expect(
    employer.call('fileAppeal', { applicationId, ...APPEAL, knownOn: '2026-11-01' }),
  ).rejects.toMatchObject({ body: { detailCode: 'known-before-decision' } });
  const filed = await employer.call('fileAppeal', { applicationId, ...APPEAL });
  expect(filed).toMatchObject({
    late: false,
    refusal: { ground: 'condition-broken', text: WORDS },
    order: { number: '000001/2569', kind: 'revoked' },
  });
  await expect(employer.call('fileAppeal', { applicationId, ...APPEAL })).rejects.toMatchObject({
    body: { detailCode: 'appealed-already' },
  });
  expect(await answerOf(qr)).toBe('revoked');

  const minister = await road.as('minister');
  const { appeals } = await minister.call('listAppeals', {});
  expect(appeals.map((one) => one.appealId)).toEqual([filed.appealId]);
  await minister.call('recordAppealStage', { applicationId, stage: 'forwarded', doneOn: '2026-11-20' });
  const decided = { applicationId, outcome: 'allowed', reason: 'หลักฐานรับฟังได้' } as const;
  expect(await minister.call('decideAppeal', decided)).toMatchObject({ permitState: 'temporary' });
  await expect(minister.call('decideAppeal', decided)).rejects.toMatchObject({ code: 'wrong-state' });

  // The card of before was made void with the permit: its code stays dead, and another is on its way.
  expect(await answerOf(qr)).toBe('replaced');
  expect(await printCards(road)).toEqual(['passed']);
  const again = await employer.call('getPermit', { permitId });
  expect(again.state).toBe('temporary');
  expect(['temporary', 'not-yet-valid']).toContain(await answerOf(again.qr!));
  expect((await told(applicationId)).map(({ event }) => event)).toContain('permit-restored');
  // What was ordered is on paper as it was, whatever became of it.
  expect((await employer.call('getPaper', paper)).sha256).toBe(order.sha256);
  const { events } = await employer.call('listEvents', { applicationId, language: 'th' });
  const words = events.filter(({ machine }) => machine === 'permit-order').map((one) => one.words);
  expect(words).toEqual([
    'มีคำสั่งให้ใบอนุญาตสิ้นสุด อุทธรณ์ได้',
    'อุทธรณ์คำสั่งอยู่ระหว่างพิจารณา',
    'ยกเลิกคำสั่งตามอุทธรณ์ ใบอนุญาตกลับมามีผล',
  ]);
}, 120_000);

test('an employer asks to end a permit: all are told, the registrar decides, an upheld appeal leaves it ended', async () => {
  const { applicationId, permitId, qr } = await aPermit('ended on request', false);
  const employer = await road.as('employer');
  const registrar = await road.as('registrar');
  const asked = { permitId, words: 'คนต่างด้าวลาออกจากงานแล้ว' };
  await expect(employer.call('requestPermitEnd', { ...asked, side: 'holder' })).rejects.toMatchObject({
    body: { detailCode: 'side-wanted' },
  });
  const first = await employer.call('requestPermitEnd', asked);
  expect(first).toMatchObject({ state: 'asked', side: 'employer', words: asked.words });
  expect((await registrar.call('listAttention', { kind: 'permit-end-waits' })).items).toHaveLength(1);
  await expect(employer.call('requestPermitEnd', asked)).rejects.toMatchObject({
    body: { detailCode: 'permit-end-asked-already' },
  });
  const no = { requestId: first.requestId, granted: false, words: 'ยังทำงานอยู่' };
  expect(await registrar.call('decidePermitEnd', no)).toMatchObject({ state: 'refused', answer: no.words });
  expect(await answerOf(qr)).not.toBe('cancelled');

  const taken = await employer.call('requestPermitEnd', asked);
  const { requestId } = taken;
  expect(await employer.call('withdrawPermitEnd', { requestId })).toMatchObject({ state: 'withdrawn' });
  await expect(
    registrar.call('decidePermitEnd', { requestId, granted: true, words: 'x' }),
  ).rejects.toMatchObject({ code: 'wrong-state' });

  const last = await employer.call('requestPermitEnd', asked);
  const yes = { requestId: last.requestId, granted: true, words: 'ออกจากงานจริง' };
  await expect((await road.as('registrar-bangkok')).call('decidePermitEnd', yes)).rejects.toMatchObject({
    code: 'not-found',
  });
  const granted = await registrar.call('decidePermitEnd', yes);
  expect(granted).toMatchObject({ state: 'granted', orderId: expect.any(String) });
  expect(await answerOf(qr)).toBe('cancelled');
  expect(await printCards(road)).toEqual([]);
  expect((await told(applicationId)).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['permit-end-asked', 'permit-end-refused', 'permit-cancelled']),
  );

  await employer.call('fileAppeal', { applicationId, ...APPEAL });
  const minister = await road.as('minister');
  const upheld = { applicationId, outcome: 'upheld', reason: 'ยืนตามคำสั่ง' } as const;
  expect(await minister.call('decideAppeal', upheld)).toMatchObject({ permitState: 'cancelled' });
  expect(await answerOf(qr)).toBe('cancelled');
  expect((await told(applicationId)).map(({ event }) => event)).toContain('appeal-upheld');
  await expect(employer.call('fileAppeal', { applicationId, ...APPEAL })).rejects.toMatchObject({
    body: { detailCode: 'appealed-already' },
  });
}, 120_000);
