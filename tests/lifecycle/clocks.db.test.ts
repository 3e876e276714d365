import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { payAtBank } from '../road/road-steps.ts';
import { leanGrant, leanSubmission } from './lean-case.ts';
import { onDay } from './later.ts';

jest.setTimeout(120_000);

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 120_000);
afterAll(() => road.close());

const A_NOTICE = {
  serviceCode: 'H53',
  body: {
    employer: {
      kind: 'thai-company' as const,
      idNumber: '0105561000011',
      nameThai: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
    },
    workplaceProvince: '74',
    eventDate: '2026-11-08',
  },
  workers: [{ firstLatin: 'AUNG', nationality: 'MM', born: '1990-01-01', passportNo: 'MX999999' }],
};

const stateOf = async (applicationId: string) =>
  (await (await road.as('employer')).call('getApplication', { applicationId })).state;

const historyOf = async (applicationId: string, to: string) => {
  const { rows } = await owner.query<{ actor_role: string; reason: string }>(
    `SELECT h.actor_role, h.reason FROM state_history h JOIN applications a ON a.id = h.application_id
     WHERE a.public_id = $1 AND h.to_state = $2`,
    [applicationId, to],
  );
  return rows;
};

test('an unpaid case waits for the bank of the last minute, then expires once, whoever of two workers comes first', async () => {
  const { applicationId, bill } = await leanSubmission(road);
  const due = new Date(bill!.dueAt).getTime();
  await actOnClocks(onDay(road, new Date(due + 60 * 60_000).toISOString()));
  expect(await stateOf(applicationId)).toBe('awaiting-payment');
  const late = onDay(road, new Date(due + 121 * 60_000).toISOString());
  const turns = await Promise.all([actOnClocks(late), actOnClocks(late)]);
  expect(turns.reduce((sum, { cases }) => sum + cases, 0)).toBe(1);
  expect(await stateOf(applicationId)).toBe('expired');
  expect(await historyOf(applicationId, 'expired')).toEqual([
    { actor_role: 'system', reason: 'clock:application-fee-due' },
  ]);
});

test('while paying does not work nobody’s case ends for not paying; the last day and the payment of many move with it', async () => {
  const [employer, supervisor] = [await road.as('employer'), await road.as('supervisor')];
  const { applicationId, bill } = await leanSubmission(road);
  const { groups } = await employer.call('payBills', { billIds: [bill!.billId] });
  // As if the last day were this Friday, and the banks had been away since its morning.
  const lastDay = '2026-11-20T23:59:59+07:00';
  await owner.query('UPDATE applications SET due_at = $2 WHERE public_id = $1', [applicationId, lastDay]);
  await owner.query('UPDATE bills SET due_at = $2 WHERE public_id = $1', [bill!.billId, lastDay]);
  await owner.query('UPDATE bill_groups SET due_at = $2 WHERE public_id = $1', [groups[0]!.groupId, lastDay]);
  const startedAt = new Date(road.deps.clock.business().getTime() - 2 * 3_600_000).toISOString();
  const outage = { affected: ['payment' as const], startedAt, note: 'the banks do not answer' };
  const { outageId } = await supervisor.call('openOutage', outage);
  const saturday = onDay(road, '2026-11-21T03:00:00+07:00');
  await Promise.all([actOnClocks(saturday), actOnClocks(saturday)]);
  const monday = '2026-11-23T16:59:59.000Z';
  const { state, dueAt } = await employer.call('getApplication', { applicationId });
  expect({ state, dueAt }).toEqual({ state: 'awaiting-payment', dueAt: monday });
  expect(await employer.call('getBill', { billId: bill!.billId })).toMatchObject({ dueAt: monday });
  expect(await employer.call('getBillGroup', groups[0]!)).toMatchObject({ dueAt: monday, state: 'open' });
  await supervisor.call('closeOutage', { outageId });
  await actOnClocks(onDay(road, '2026-11-24T03:00:00+07:00'));
  expect(await stateOf(applicationId)).toBe('expired');
});

test('a request that nobody answers is closed after its last day', async () => {
  const { applicationId, bill } = await leanSubmission(road);
  await payAtBank(road, bill!);
  await (
    await road.as('checker')
  ).call('checkDocuments', {
    applicationId,
    complete: false,
    returned: [{ item: 'documents.passport', reason: 'missing' }],
  });
  await actOnClocks(onDay(road, '2026-12-05T23:00:00+07:00'));
  expect(await stateOf(applicationId)).toBe('needs-documents');
  await actOnClocks(onDay(road, '2026-12-06T00:00:10+07:00'));
  expect(await stateOf(applicationId)).toBe('closed-unanswered');
});

test('a draft that nobody files is taken away after ninety days', async () => {
  const employer = await road.as('employer');
  const { applicationId } = await employer.call('createDraft', { serviceCode: 'R59M' });
  await actOnClocks(onDay(road, '2027-02-17T12:00:00+07:00'));
  expect(await stateOf(applicationId)).toBe('draft');
  await actOnClocks(onDay(road, '2027-02-19T12:00:00+07:00'));
  expect(await stateOf(applicationId)).toBe('withdrawn');
});

test('who took a ticket and was never served did not come, when the day is over', async () => {
  const { applicationNo } = await leanGrant(road);
  const { visitId } = await (await road.as('clerk')).call('takeTicket', { applicationNo });
  await actOnClocks(onDay(road, '2026-11-20T23:59:00+07:00'));
  const visit = async () =>
    (await owner.query<{ state: string }>('SELECT state FROM visits WHERE public_id = $1', [visitId])).rows[0]
      ?.state;
  expect(await visit()).toBe('ticketed');
  await actOnClocks(onDay(road, '2026-11-21T00:01:00+07:00'));
  expect(await visit()).toBe('no-show');
});

test('one case that cannot be ended keeps no other waiting, is counted, and is tried again', async () => {
  const [stuck, free] = [await leanSubmission(road), await leanSubmission(road)];
  await owner.query(
    `CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stuck'; END $$`,
  );
  await owner.query(`CREATE TRIGGER stuck BEFORE UPDATE ON applications FOR EACH ROW
    WHEN (OLD.public_id = '${stuck.applicationId}') EXECUTE FUNCTION stuck()`);
  const late = onDay(road, '2027-01-20T12:00:00+07:00');
  expect(await actOnClocks(late)).toMatchObject({ faults: 1 });
  expect(await stateOf(free.applicationId)).toBe('expired');
  expect(await stateOf(stuck.applicationId)).toBe('awaiting-payment');
  await owner.query('DROP TRIGGER stuck ON applications');
  expect(await actOnClocks(late)).toMatchObject({ faults: 0 });
  expect(await stateOf(stuck.applicationId)).toBe('expired');
});

test('what nobody ended is on the list of those who can act, with who has to, and of nobody else', async () => {
  const { applicationId, applicationNo, bill } = await leanSubmission(road);
  await payAtBank(road, bill!);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await payAtBank(road, { ...bill!, amountSatang: 1 });
  await owner.query(`UPDATE applications SET due_at = '2026-11-19T16:59:59Z' WHERE public_id = $1`, [
    applicationId,
  ]);
  const officer = await (await road.as('registrar')).call('listAttention', {});
  expect(officer.items.find(({ number }) => number === applicationNo)).toMatchObject({
    kind: 'case-overdue',
    state: 'with-assistant-registrar',
    waitsFor: 'assistant-registrar',
  });
  expect(officer.counts.map(({ kind }) => kind)).not.toContain('payment-set-aside');
  const stranger = await (await road.as('registrar-bangkok')).call('listAttention', { kind: 'case-overdue' });
  expect(stranger.items).toEqual([]);
  const head = await (await road.as('head')).call('listAttention', { kind: 'payment-set-aside' });
  expect(head.items.map(({ state }) => state)).toContain('bill-already-paid');
});

test('a notice and a refund that nobody answers stand on the lists of those who can', async () => {
  const employer = await road.as('employer');
  const { noticeId } = await employer.call('fileNotice', A_NOTICE);
  const { bill } = await leanSubmission(road);
  await payAtBank(road, bill!);
  const refund = { reason: 'ยื่นซ้ำ', payeeName: 'มาลี ตัวอย่างดี', payeeAccount: '123-4-56789-0' };
  const { refundId } = await employer.call('refundBill', { billId: bill!.billId, ...refund });
  const subjects = async (who: string, kind: 'notice-overdue' | 'refund-overdue') =>
    (await (await road.as(who)).call('listAttention', { kind })).items.map(({ subject }) => subject);
  expect(await subjects('assistant', 'notice-overdue')).not.toContain(noticeId);
  expect(await subjects('finance', 'refund-overdue')).not.toContain(refundId);
  for (const [table, id] of [
    ['notices', noticeId],
    ['refunds', refundId],
  ])
    await owner.query(`UPDATE ${table} SET due_at = '2026-11-19T16:59:59Z' WHERE public_id = $1`, [id]);
  expect(await subjects('assistant', 'notice-overdue')).toContain(noticeId);
  expect(await subjects('registrar-bangkok', 'notice-overdue')).toEqual([]);
  for (const who of ['finance', 'head']) expect(await subjects(who, 'refund-overdue')).toContain(refundId);
  // No clock in the data of its service: it is listed all the same when it has lain too long.
  await owner.query(`UPDATE refunds SET due_at = NULL, state_since = '2026-09-01' WHERE public_id = $1`, [
    refundId,
  ]);
  expect(await subjects('finance', 'refund-overdue')).toContain(refundId);
  const [item] = (await (await road.as('assistant')).call('listAttention', { kind: 'notice-overdue' })).items;
  expect(item).toMatchObject({ state: 'received', waitsFor: 'assistant-registrar' });
});

test('every list of what waits can be read by those who are shown it', async () => {
  for (const who of ['assistant', 'head', 'administrator', 'finance', 'supervisor']) {
    const { counts } = await (await road.as(who)).call('listAttention', {});
    expect(counts.length).toBeGreaterThan(0);
  }
});

test('a failed job is listed for the administrator and begins anew when they say so', async () => {
  const id = '00000000-0000-7000-8000-000000000001';
  await owner.query(
    `INSERT INTO jobs (id, kind, subject, state, attempts, finished_at) VALUES ($1, 'open-packet', '{}', 'failed', 8, now())`,
    [id],
  );
  const administrator = await road.as('administrator');
  const { items } = await administrator.call('listAttention', { kind: 'job-failed' });
  expect(items).toMatchObject([{ subject: id, number: 'open-packet', waitsFor: 'administrator' }]);
  expect(await administrator.call('retryJob', { jobId: id })).toEqual({ jobId: id, state: 'due' });
  await expect(administrator.call('retryJob', { jobId: id })).rejects.toMatchObject({ code: 'wrong-state' });
  const { rows } = await owner.query('SELECT state, attempts FROM jobs WHERE id = $1', [id]);
  expect(rows).toEqual([{ state: 'due', attempts: 0 }]);
});
