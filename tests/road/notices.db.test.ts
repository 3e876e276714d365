import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { ApiClient, Ask } from '../../tools/road/api-client.ts';
import { signInAs } from '../../tools/road/sign-in-as.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { aPermit, type PermitMade } from './a-permit.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';

let road: RoadServer;
let newEmployer: ApiClient;
let worker: ApiClient;
let oldEmployer: ApiClient;
beforeAll(async () => {
  road = await startRoadServer();
  [newEmployer, worker] = [await account('employer', 'second-employer'), await account('worker', 'a-worker')];
  oldEmployer = await road.as('employer');
}, 60_000);
afterAll(() => road.close());

async function account(kind: 'employer' | 'worker', username: string): Promise<ApiClient> {
  const password = 'a password of this test';
  await road.nobody.call('registerAccount', { kind, username, password, displayName: username });
  return signInAs(road.origin, { role: kind, username, password, tenant: '' });
}

const OLD = {
  kind: 'thai-company',
  idNumber: '0105561000011',
  nameThai: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
} as const;
const NEW = { kind: 'thai-company', idNumber: '0105559000012', nameThai: 'บริษัท นายจ้างใหม่ จำกัด' } as const;
const byName = (permit: PermitMade) => ({ permitNo: permit.permitNo, passportNo: permit.passportNo });

const hire = (permit: PermitMade, more: Partial<Ask<'fileNotice'>> = {}): Ask<'fileNotice'> => ({
  serviceCode: 'H52',
  body: { employer: NEW, workplaceProvince: '74', eventDate: '2026-11-10' },
  workers: [byName(permit)],
  ...more,
});
const start = (permit: PermitMade): Ask<'fileNotice'> => ({
  serviceCode: 'C-EMP',
  body: { employer: { ...NEW, idNumber: undefined }, workplaceProvince: '74', eventDate: '2026-11-11' },
  workers: [byName(permit)],
});
const exit = (permit: PermitMade, employer: Record<string, string> = OLD): Ask<'fileNotice'> => ({
  serviceCode: 'H53',
  body: { employer, workplaceProvince: '74', eventDate: '2026-11-08', reason: 'ลาออก' },
  workers: [byName(permit)],
});
const look = (client: ApiClient, permit: PermitMade, purpose: 'own-worker' | 'inspection' = 'own-worker') =>
  client.call('getEmployment', { permitNo: permit.permitNo, purpose });

describe('a change of employer', () => {
  test('needs the new employer and the worker; each side sees what is missing and no more', async () => {
    const permit = await aPermit(road);
    const filed = await newEmployer.call('fileNotice', hire(permit));
    expect(filed.noticeNo).toMatch(/^6914\d{10}$/);
    expect(filed.workers[0]).toMatchObject({ match: 'linked' });
    expect(filed.workers[0]!.change).toMatchObject({ seenAs: 'new-employer', complete: false });
    // The old employer learns nothing of a worker who looks for other work.
    const before = await look(oldEmployer, permit);
    expect(before.employments).toMatchObject([{ current: true, employerName: OLD.nameThai }]);
    expect(before.change).toBeUndefined();
    await expect(look(newEmployer, permit)).rejects.toMatchObject({ code: 'not-found' });

    await worker.call('fileNotice', start(permit));
    const now = await look(newEmployer, permit);
    expect(now.employments).toMatchObject([
      { from: '2026-11-10', current: true, told: { employer: true, worker: true } },
    ]);
    const after = await look(oldEmployer, permit);
    expect(after.employments).toMatchObject([{ until: '2026-11-09', endedBy: 'change' }]);
    expect(after.change).toEqual({
      seenAs: 'old-employer',
      acts: [{ code: 'exit', state: 'missing' }],
      complete: false,
    });
    expect(JSON.stringify(after)).not.toContain('นายจ้างใหม่');

    await oldEmployer.call('fileNotice', exit(permit));
    const whole = await look(await road.as('inspector'), permit, 'inspection');
    expect(whole.employments).toMatchObject([
      { employerName: OLD.nameThai, until: '2026-11-08', endedBy: 'exit' },
      { employerName: NEW.nameThai, from: '2026-11-10' },
    ]);
    expect(whole.change).toMatchObject({ complete: true });
    expect(whole.notices).toHaveLength(3);
    expect(
      (await newEmployer.call('getNotice', { noticeId: filed.noticeId })).workers[0]!.change?.complete,
    ).toBe(true);
  });

  test('that begins with the exit starts the leaver’s 30 days, which the hire ends', async () => {
    const permit = await aPermit(road);
    const left = await oldEmployer.call('fileNotice', exit(permit));
    expect(left.workers[0]!.clocks).toMatchObject([
      { code: 'find-employer-mou', dueOn: '2026-12-08', binds: 'worker' },
    ]);
    expect((await look(oldEmployer, permit)).employments).toMatchObject([
      { until: '2026-11-08', current: false },
    ]);
    await newEmployer.call('fileNotice', hire(permit));
    expect((await look(newEmployer, permit)).employments).toMatchObject([
      { current: true, from: '2026-11-10' },
    ]);
    const again = await oldEmployer.call('getNotice', { noticeId: left.noticeId });
    expect(again.workers[0]!.clocks).toMatchObject([{ metOn: '2026-11-10' }]);
  });

  test('the worker sees all employments, a stranger none, and every look is on record', async () => {
    const permit = await aPermit(road);
    await worker.call('fileNotice', start(permit));
    expect((await look(worker, permit)).employments).toHaveLength(1);
    await expect(look(await road.as('agent'), permit)).rejects.toMatchObject({ code: 'not-found' });
    const reads = await inTransaction(road.deps, SYSTEM, 'test', (tx) =>
      tx.db('audit_entries').where({ act: 'employment-read', subject_id: permit.permitId }).select(),
    );
    expect(reads).toMatchObject([{ actor_role: 'worker', purpose: 'own-worker' }]);
  });
});

describe('a notice', () => {
  test('is received with a receipt that verifies, and a changed receipt does not', async () => {
    const filed = await newEmployer.call('fileNotice', hire(await aPermit(road)));
    const check = (text: string) => road.nobody.call('verifyReceipt', { text });
    expect(await check(filed.receipt.text)).toMatchObject({
      answer: 'genuine',
      kind: 'notice',
      number: filed.noticeNo,
      revision: 1,
    });
    const at = filed.receipt.text.length - 9;
    const changed =
      filed.receipt.text.slice(0, at) +
      (filed.receipt.text[at] === 'A' ? 'B' : 'A') +
      filed.receipt.text.slice(at + 1);
    expect((await check(changed)).answer).not.toBe('genuine');
    expect(filed.clocks.map(({ code }) => code).sort()).toEqual(['acknowledgement', 'duty']);
  });

  test('has its receipt as a PDF too, for its filer and for no stranger', async () => {
    const { noticeId, noticeNo } = await newEmployer.call('fileNotice', hire(await aPermit(road)));
    const paper = await newEmployer.call('getNoticeReceipt', { noticeId });
    expect(paper.fileName).toBe(`${noticeNo}.pdf`);
    expect(Buffer.from(paper.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await expect(worker.call('getNoticeReceipt', { noticeId })).rejects.toMatchObject({ code: 'not-found' });
    if (process.env['KEEP_PAPER'])
      writeFileSync(process.env['KEEP_PAPER'], Buffer.from(paper.base64, 'base64'));
  }, 60_000);

  test('that comes late is received like any other and says how late it is', async () => {
    const filed = await newEmployer.call(
      'fileNotice',
      hire(await aPermit(road), {
        body: { employer: NEW, workplaceProvince: '74', eventDate: '2026-10-20' },
      }),
    );
    expect(filed.state).toBe('received');
    expect(filed.clocks.find(({ code }) => code === 'duty')).toMatchObject({
      dueOn: '2026-11-04',
      daysLate: 16,
    });
  });

  test('filed twice with one key is one notice; with another key it is received again and names the first', async () => {
    const ask = hire(await aPermit(road));
    const key = 'notice-key-of-this-test';
    const [first, second] = await Promise.all([
      newEmployer.call('fileNotice', ask, { key }),
      newEmployer.call('fileNotice', ask, { key }),
    ]);
    expect(second).toEqual(first);
    const third = await newEmployer.call('fileNotice', ask);
    expect(third.noticeNo).not.toBe(first.noticeNo);
    expect(third.workers[0]!.repeats).toBe(first.noticeNo);
  });

  test('for many workers receives the rows that can be read and names the others by number', async () => {
    const permits = await Promise.all([aPermit(road), aPermit(road)]);
    const unknown = { firstLatin: 'MA KHIN', nationality: 'MM', born: '1999' };
    const filed = await newEmployer.call(
      'fileNotice',
      hire(permits[0]!, {
        workers: [
          byName(permits[0]!),
          { firstLatin: 'NO DATE' },
          byName(permits[1]!),
          unknown,
          { born: '31/12/2530' },
        ],
      }),
    );
    expect(filed.workers.map(({ row, match }) => `${row} ${match}`)).toEqual([
      '1 linked',
      '3 linked',
      '4 not-given',
    ]);
    expect(filed.notReceived.map(({ row }) => row)).toEqual([2, 5]);
    expect(filed.notReceived[1]!.problems).toContainEqual({ field: 'born', code: 'not-a-birth-date' });
    await expect(
      newEmployer.call('fileNotice', hire(permits[0]!, { workers: [{ firstLatin: 'NO DATE' }] })),
    ).rejects.toMatchObject({ code: 'draft-incomplete' });
  });

  test('with a mistyped number does not touch the employment of whoever has that number', async () => {
    const [permit, other] = [await aPermit(road), await aPermit(road)];
    const filed = await oldEmployer.call('fileNotice', {
      ...exit(permit),
      workers: [
        {
          permitNo: other.permitNo,
          passportNo: permit.passportNo,
          firstLatin: 'X',
          nationality: 'MM',
          born: '1970',
        },
      ],
    });
    expect(filed.workers[0]!.match).toBe('differs');
    expect((await look(oldEmployer, other)).employments).toMatchObject([{ current: true }]);
  });

  test('of the worker’s is not the employer’s to file, and what is not offered is not filed', async () => {
    const permit = await aPermit(road);
    await expect(
      newEmployer.call('fileNotice', { ...start(permit), act: 'worker-start' }),
    ).rejects.toMatchObject({ code: 'refused', body: { detailCode: 'not-your-notice' } });
    await expect(newEmployer.call('fileNotice', hire(permit, { serviceCode: 'U61' }))).rejects.toMatchObject({
      body: { detailCode: 'service-not-offered' },
    });
  });
});

describe('the office', () => {
  test('asks for a correction, the filer answers that and nothing else, and an officer acknowledges', async () => {
    const [permit, meant] = [await aPermit(road), await aPermit(road)];
    const { noticeId, noticeNo, receipt } = await oldEmployer.call('fileNotice', exit(permit));
    const assistant = await road.as('assistant');
    const items = [{ row: 1, item: 'permitNo', reason: 'ไม่ใช่คนงานของนายจ้าง' }];
    await assistant.call('askCorrection', { noticeId, revision: 1, items });
    const asked = await oldEmployer.call('getNotice', { noticeId });
    expect(asked).toMatchObject({ state: 'correction-asked', requested: items });
    expect(asked.dueAt).toBe('2026-12-05T16:59:59.000Z');
    await expect(
      oldEmployer.call('answerCorrection', { noticeId, revision: 1, body: { eventDate: '2026-11-01' } }),
    ).rejects.toMatchObject({ code: 'refused', body: { detailCode: 'item-not-open' } });

    const workers = [{ row: 1, ...byName(meant) }];
    const corrected = await oldEmployer.call('answerCorrection', { noticeId, revision: 1, workers });
    expect(corrected).toMatchObject({ noticeNo, state: 'received', revision: 2 });
    expect(corrected.receipt.text).not.toBe(receipt.text);
    // The employment follows: the one was never left, the other was.
    expect((await look(oldEmployer, permit)).employments).toMatchObject([{ current: true }]);
    expect((await look(oldEmployer, meant)).employments).toMatchObject([{ until: '2026-11-08' }]);

    const registrar = await road.as('registrar');
    await expect(registrar.call('acknowledgeNotice', { noticeId, revision: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await registrar.call('acknowledgeNotice', { noticeId, revision: 2 });
    await expect(registrar.call('acknowledgeNotice', { noticeId, revision: 2 })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    const { events, clocks } = await oldEmployer.call('getNotice', { noticeId });
    expect(events.map(({ to }) => to)).toEqual(['received', 'correction-asked', 'received', 'acknowledged']);
    expect(clocks.find(({ code }) => code === 'acknowledgement')).toMatchObject({
      metOn: '2026-11-20',
      daysLate: 0,
    });
  });

  test('of another province sees no notice, nor does another employer', async () => {
    const { noticeId } = await newEmployer.call('fileNotice', hire(await aPermit(road)));
    for (const stranger of [await road.as('registrar-bangkok'), oldEmployer, worker]) {
      await expect(stranger.call('getNotice', { noticeId })).rejects.toMatchObject({ code: 'not-found' });
      const { notices } = await stranger.call('listNotices', { limit: 100 });
      expect(notices.map((one) => one.noticeId)).not.toContain(noticeId);
    }
    const lane = await (await road.as('assistant')).call('listNotices', { limit: 100 });
    expect(lane.notices.map((one) => one.noticeId)).toContain(noticeId);
    expect(lane.waiting).toBe(lane.notices.length);
  });
});

/** Rows of each table that a class of caller with this party sees by plain SQL, outside of any action. */
function countAs(role: string, partyCode: string): Promise<Record<string, number>> {
  const tables = ['notices', 'notice_workers', 'notice_clocks', 'notice_receipts', 'employments'];
  return road.deps.db.transaction(async (db) => {
    await db.raw('SET LOCAL ROLE permit_job');
    const known = await db('parties').where('code', partyCode).first<{ id: string } | undefined>('id');
    await db.raw(`SET LOCAL ROLE permit_${role}`);
    await db.raw(`SELECT set_config('permit.parties', ?, true)`, [`{${known!.id}}`]);
    const counts: Record<string, number> = {};
    for (const table of tables)
      counts[table] = (await db(table).first<{ n: number }>(db.raw('count(*)::int AS n'))).n;
    return counts;
  });
}

describe('row-level security', () => {
  test('shows an employer its own notices and employments, and another none of them', async () => {
    await oldEmployer.call('fileNotice', exit(await aPermit(road)));
    const own = await countAs('applicant', 'EMPLOYER-1');
    expect(Object.values(own).every((count) => count > 0)).toBe(true);
    expect(Object.values(await countAs('applicant', 'AGENT-1'))).toEqual([0, 0, 0, 0, 0]);
    const office = await countAs('officer', 'OFFICE-74');
    expect(office['notices']).toBeGreaterThan(own['notices']!);
    expect((await countAs('officer', 'OFFICE-10-1'))['notices']).toBe(0);
  });

  test.each(['employment_acts', 'attempts'])('shows %s to no person at all', async (table) => {
    const read = road.deps.db.transaction(async (db) => {
      await db.raw('SET LOCAL ROLE permit_applicant');
      await db(table).first();
    });
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });
});
