import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { bankProbe } from '@permit/server/outages/peer-probes.ts';
import { watchDependencies, type Probe, type Watched } from '@permit/server/outages/watch-dependencies.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { aSubmission } from './road-steps.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

const hoursAgo = (hours: number) =>
  new Date(road.deps.clock.business().getTime() - hours * 3_600_000).toISOString();
const attempt = (hours: number) => ({
  serviceCode: 'H52',
  triedAt: hoursAgo(hours),
  seen: 'no-page' as const,
  words: 'เว็บไม่ขึ้นเลย 0812345678',
  contact: 'somebody@example.test',
});

describe('“I tried”', () => {
  test('needs no account, answers a code and a receipt, and staff find it again by either', async () => {
    const recorded = await road.nobody.call('recordAttempt', attempt(2));
    expect(recorded.code).toMatch(/^[0-9A-Y]{4}-[0-9A-Y]{4}$/);
    expect(await road.nobody.call('verifyReceipt', { text: recorded.receipt.text })).toMatchObject({
      answer: 'genuine',
      kind: 'attempt',
      serviceCode: 'H52',
    });
    const clerk = await road.as('clerk');
    const found = await clerk.call('checkAttempt', { code: recorded.code.toLowerCase() });
    expect(found).toMatchObject({ words: attempt(2).words, contact: attempt(2).contact, usedBy: [] });
    expect(await clerk.call('checkAttempt', { receipt: recorded.receipt.text })).toEqual(found);
    const wrong = recorded.code.slice(0, -1) + (recorded.code.endsWith('A') ? 'B' : 'A');
    await expect(clerk.call('checkAttempt', { code: wrong })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is refused for tomorrow, and the same key twice is one', async () => {
    await expect(road.nobody.call('recordAttempt', attempt(-5))).rejects.toMatchObject({ code: 'refused' });
    const ask = attempt(3);
    const first = await road.nobody.call('recordAttempt', ask, { key: 'attempt-of-this-test' });
    expect(await road.nobody.call('recordAttempt', ask, { key: 'attempt-of-this-test' })).toEqual(first);
  });

  test('leaves neither words nor contact readable in the database', async () => {
    await road.nobody.call('recordAttempt', attempt(1));
    const rows = await inTransaction(road.deps, SYSTEM, 'test', (tx) =>
      tx.db('attempts').select(tx.db.raw(`attempts::text AS text`), 'sealed'),
    );
    const dump = rows.map(({ text, sealed }) => `${text} ${sealed.toString('latin1')}`).join('\n');
    expect(dump).not.toMatch(/0812345678|example\.test/);
  });
});

describe('an outage', () => {
  test('written down by a supervisor is public at once, and its end moves the deadlines that fell into it', async () => {
    const { applicationId } = await aSubmission(road, 'R59M');
    const employer = await road.as('employer');
    const before = await employer.call('getApplication', { applicationId });
    // As if the seven days to pay ended today.
    const dueAt = new Date('2026-11-20T16:59:59Z');
    await inTransaction(road.deps, SYSTEM, 'test', async (tx) => {
      await tx.db('applications').where('public_id', applicationId).update({ due_at: dueAt });
      await tx.db('bills').where('public_id', before.bills[0]!.billId).update({ due_at: dueAt });
    });
    const supervisor = await road.as('supervisor');
    const opened = await supervisor.call('openOutage', {
      affected: ['payment'],
      startedAt: hoursAgo(2),
      note: 'ธนาคารไม่ตอบ',
    });
    const { outages } = await road.nobody.call('listOutages', {});
    expect(outages[0]).toMatchObject({ outageId: opened.outageId, automatic: false });
    expect(outages[0]).not.toHaveProperty('endedAt');
    const closed = await supervisor.call('closeOutage', { outageId: opened.outageId });
    expect(closed).toMatchObject({ deadlinesMoved: 1 });
    // The 20th is a Friday: the next working day is the 23rd.
    const after = await employer.call('getApplication', { applicationId });
    expect(after.dueAt).toBe('2026-11-23T16:59:59.000Z');
    expect(after.bills[0]!.dueAt).toBe('2026-11-23T16:59:59.000Z');
    await expect(supervisor.call('closeOutage', { outageId: opened.outageId })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test('of a dependency opens after three failures, at the first of them, and ends when it answers again', async () => {
    let up = true;
    const good = async () => true;
    const probes: Record<Watched, Probe> = {
      ...{ database: good, bell: good, bank: good, messages: async () => undefined },
      files: async () => up,
    };
    const turn = watchDependencies(road.deps, probes);
    const ofFiles = async () =>
      (await road.nobody.call('listOutages', {})).outages.filter(({ component }) => component === 'files');
    await turn();
    up = false;
    await turn();
    await turn();
    expect(await ofFiles()).toEqual([]);
    await turn();
    expect(await ofFiles()).toMatchObject([{ automatic: true, affected: ['documents', 'filing'] }]);
    up = true;
    await turn();
    await turn();
    const [outage] = await ofFiles();
    expect(outage!.endedAt).toBeDefined();
    expect(outage!.startedAt < outage!.endedAt!).toBe(true);
  });

  test('of the bank is seen where its statement does not come', async () => {
    expect(await bankProbe(road.deps)()).toBe(true);
    const config = { ...road.deps.config, BANK_URL: `${road.origin}/no-bank/` };
    await expect(bankProbe({ ...road.deps, config })()).rejects.toThrow();
  });

  test('counts the day of trying for a notice that cites the attempt, if the log bears it out', async () => {
    await inTransaction(road.deps, SYSTEM, 'test', (tx) =>
      tx.db('outages').insert({
        ...{
          id: '01900000-0000-7000-8000-000000000001',
          public_id: 'outage-of-this-test-01',
          automatic: true,
        },
        ...{ component: 'network', affected: ['filing'] },
        ...{ started_at: '2026-11-05T09:00:00+07:00', ended_at: '2026-11-05T09:30:00+07:00' },
      }),
    );
    const tried = { serviceCode: 'H52', seen: 'error' as const };
    const during = await road.nobody.call('recordAttempt', {
      ...tried,
      triedAt: '2026-11-05T09:10:00+07:00',
    });
    const outside = await road.nobody.call('recordAttempt', {
      ...tried,
      triedAt: '2026-11-05T11:00:00+07:00',
    });
    expect(during.outage).toBeDefined();
    expect(outside.outage).toBeUndefined();
    const employer = await road.as('employer');
    const lateBy = async (attemptCode?: string) => {
      const notice = await employer.call('fileNotice', {
        ...{ serviceCode: 'H52', ...(attemptCode ? { attemptCode } : {}) },
        body: { employer: { kind: 'thai-company', nameThai: 'บริษัท ก' }, eventDate: '2026-10-21' },
        workers: [{ firstLatin: 'MA KHIN', nationality: 'MM', born: '1999' }],
      });
      return notice.clocks.find(({ code }) => code === 'duty')!.daysLate;
    };
    expect(await lateBy()).toBe(15);
    expect(await lateBy(during.code)).toBe(0);
    expect(await lateBy(outside.code)).toBe(15);
    const { usedBy } = await (await road.as('clerk')).call('checkAttempt', { code: during.code });
    expect(usedBy).toHaveLength(1);
  });
});
