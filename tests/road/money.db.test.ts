import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { paymentLimitOn } from '@permit/domain/money/payment-limits.ts';
import { queueReconciliation, reconcileDayJob } from '@permit/server/bank/reconcile-job.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { bankQuery } from '@permit/server/bank/query-bank.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import { onDay } from '../lifecycle/later.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { leanSubmission } from '../lifecycle/lean-case.ts';
import { payAtBank } from './road-steps.ts';

// Several whole filings each; a busy machine needs the time.
jest.setTimeout(90_000);

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

const PAYEE = { payeeName: 'มาลี ตัวอย่างดี', payeeAccount: '123-4-56789-0' };
type Bill = NonNullable<Awaited<ReturnType<typeof leanSubmission>>['bill']>;

async function unpaidBills(count: number): Promise<Bill[]> {
  const bills: Bill[] = [];
  for (let made = 0; made < count; made += 1) bills.push((await leanSubmission(road)).bill!);
  return bills;
}
const idsOf = (bills: readonly Bill[]) => bills.map(({ billId }) => billId);
const problemsOf = (money: readonly { problem: string; amountSatang: number }[]) =>
  money.map(({ problem, amountSatang }) => [problem, amountSatang]);

test('one payment pays many bills, moves their cases, and gives a receipt for each price without a gap', async () => {
  const employer = await road.as('employer');
  const bills = await unpaidBills(3);
  const { groups } = await employer.call('payBills', { billIds: idsOf(bills) });
  expect(groups).toHaveLength(1);
  const [group] = groups;
  expect(group!.amountSatang).toBe(bills.reduce((sum, { amountSatang }) => sum + amountSatang, 0));
  await payAtBank(road, group!);
  const paid = await employer.call('getBillGroup', { groupId: group!.groupId });
  expect(paid.state).toBe('paid');
  const details = await Promise.all(idsOf(bills).map((billId) => employer.call('getBill', { billId })));
  const cases = await Promise.all(
    details.map(({ applicationId }) => employer.call('getApplication', { applicationId })),
  );
  expect(cases.map(({ state }) => state)).toEqual(bills.map(() => 'in-document-check'));
  const numbers = details.flatMap(({ receipts }) => receipts.map(({ number }) => number)).sort();
  const running = numbers.map((number) => Number(number.split('-')[1]));
  expect(running).toEqual(running.map((_, at) => running[0]! + at));
  expect(details.map(({ receipts }) => receipts.length)).toEqual(details.map(({ fees }) => fees.length));
});

test('a member paid alone and again in the group is paid once: the others are paid, its part is set aside', async () => {
  const employer = await road.as('employer');
  const [alone, other] = await unpaidBills(2);
  const { groups } = await employer.call('payBills', { billIds: idsOf([alone!, other!]) });
  await payAtBank(road, alone!);
  const { groupId } = groups[0]!;
  expect((await employer.call('getBillGroup', { groupId })).state).toBe('changed');
  await payAtBank(road, groups[0]!);
  const after = await employer.call('getBillGroup', { groupId });
  expect(after.bills.every(({ paidAt }) => paidAt !== undefined)).toBe(true);
  expect(problemsOf(after.setAside)).toEqual([['member-already-paid', alone!.amountSatang]]);
  await payAtBank(road, other!);
  const { setAside, receipts } = await employer.call('getBill', { billId: other!.billId });
  expect(problemsOf(setAside)).toEqual([['bill-already-paid', other!.amountSatang]]);
  expect(receipts).toHaveLength(1);
});

test('two groups that share a bill pay it once, and the second choice hides the first', async () => {
  const employer = await road.as('employer');
  const [a, b, c] = await unpaidBills(3);
  const first = (await employer.call('payBills', { billIds: idsOf([a!, b!]) })).groups[0]!;
  const second = (await employer.call('payBills', { billIds: idsOf([b!, c!]) })).groups[0]!;
  expect((await employer.call('getBillGroup', { groupId: first.groupId })).state).toBe('superseded');
  await Promise.all([payAtBank(road, first), payAtBank(road, second)]);
  const [one, two] = await Promise.all(
    [first, second].map(({ groupId }) => employer.call('getBillGroup', { groupId })),
  );
  expect([one!.state, two!.state]).toEqual(['paid', 'paid']);
  expect(problemsOf([...one!.setAside, ...two!.setAside])).toEqual([
    ['member-already-paid', b!.amountSatang],
  ]);
});

/** What a bill costs, as if its service had asked for it: nobody but the tables' owner can change that afterwards. */
const costs = ({ billId }: Bill, satang: number) =>
  owner.query(
    `ALTER TABLE bills DISABLE TRIGGER USER;
     UPDATE bills SET amount_satang = ${satang},
       lines = jsonb_build_array(jsonb_build_object('code', lines -> 0 ->> 'code', 'satang', ${satang}))
     WHERE public_id = '${billId}';
     ALTER TABLE bills ENABLE TRIGGER USER`,
  );

test('bills above the limit of the day become several payments in their order, each paid by itself', async () => {
  const employer = await road.as('employer');
  const bills = await unpaidBills(4);
  const { maxSatang } = paymentLimitOn(calendarDate('2026-11-20'));
  // Two that fit together, one that no longer does, and one that is above the limit alone.
  const amounts = [maxSatang / 2, maxSatang / 2, 100, maxSatang + 100];
  for (const [at, bill] of bills.entries()) await costs(bill, amounts[at]!);
  const { groups } = await employer.call('payBills', { billIds: idsOf(bills) });
  expect(groups.map(({ amountSatang }) => amountSatang)).toEqual([maxSatang, 100, maxSatang + 100]);
  const members = await Promise.all(
    groups.map(async ({ groupId }) => (await employer.call('getBillGroup', { groupId })).bills),
  );
  expect(members.map((part) => part.map(({ billId }) => billId))).toEqual([
    idsOf(bills.slice(0, 2)),
    idsOf(bills.slice(2, 3)),
    idsOf(bills.slice(3)),
  ]);
  await payAtBank(road, groups[0]!);
  const paid = await Promise.all(idsOf(bills).map((billId) => employer.call('getBill', { billId })));
  expect(paid.map(({ paidAt }) => paidAt !== undefined)).toEqual([true, true, false, false]);
});

test('a paid bill is not paid again', async () => {
  const employer = await road.as('employer');
  const [bill] = await unpaidBills(1);
  await payAtBank(road, bill!);
  await expect(employer.call('payBills', { billIds: [bill!.billId] })).rejects.toMatchObject({
    code: 'refused',
  });
});

test('the bill of a case that was withdrawn is no longer one to pay: not listed, not grouped, no slip', async () => {
  const employer = await road.as('employer');
  const [kept, dropped] = await unpaidBills(2);
  const { applicationId } = await employer.call('getBill', { billId: dropped!.billId });
  const asked = await employer.call('payBills', { billIds: idsOf([kept!, dropped!]) });
  const { groupId } = asked.groups[0]!;
  await employer.call('withdrawApplication', { applicationId, reason: 'filed twice' });
  // Nobody is let pay for it in a payment for many that was made up before.
  expect(await employer.call('getBillGroup', { groupId })).toMatchObject({ state: 'changed' });
  const { groups } = await employer.call('listBillGroups', {});
  expect(groups.find((one) => one.groupId === groupId)).toMatchObject({ state: 'changed' });
  await expect(employer.call('getPaper', { kind: 'pay-in-slip', subjectId: groupId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const anew = await employer.call('payBills', { billIds: idsOf([kept!]) });
  expect(anew.groups[0]).toMatchObject({ state: 'open', amountSatang: kept!.amountSatang });
  const { bills } = await employer.call('listBills', { state: 'open' });
  expect(idsOf(bills)).toContain(kept!.billId);
  expect(idsOf(bills)).not.toContain(dropped!.billId);
  await expect(employer.call('payBills', { billIds: idsOf([kept!, dropped!]) })).rejects.toMatchObject({
    body: { detailCode: 'bill-case-ended', fields: [{ path: 'billIds.1', code: 'bill-case-ended' }] },
  });
  expect(await employer.call('getBill', { billId: dropped!.billId })).toMatchObject({ caseEnded: true });
  const { papers } = await employer.call('listPapers', { applicationId });
  expect(papers.map(({ kind }) => kind)).not.toContain('pay-in-slip');
});

test('money in the bank pause counts; another amount and money after the due date wait for a person', async () => {
  const employer = await road.as('employer');
  const [pause, wrong, late] = await unpaidBills(3);
  const pay = (bill: Bill, paidAt: string, amountSatang = bill.amountSatang) =>
    payReported({ ...bill, amountSatang, paidAt });
  await pay(pause!, '2026-11-20T23:45:00+07:00');
  await pay(wrong!, '2026-11-20T12:00:00+07:00', wrong!.amountSatang + 1);
  await pay(late!, '2027-06-01T12:00:00+07:00');
  const seen = await Promise.all(
    idsOf([pause!, wrong!, late!]).map((billId) => employer.call('getBill', { billId })),
  );
  expect(seen.map(({ paidAt }) => paidAt !== undefined)).toEqual([true, false, false]);
  expect(seen.map(({ setAside }) => setAside[0]?.problem)).toEqual([
    undefined,
    'amount-differs',
    'paid-after-due',
  ]);
  const { money } = await (await road.as('finance')).call('listSetAsideMoney', {});
  expect(money.map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(['amount-differs', 'paid-after-due']),
  );
});

test('a payment whose report was lost is found by asking the bank, once', async () => {
  const employer = await road.as('employer');
  const [bill] = await unpaidBills(1);
  road.bank.pay({ ...bill!, paidAt: road.deps.clock.business().toISOString(), silent: true });
  const ask = bankQuery(road.deps);
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(0);
  expect(await bankQuery(road.deps)()).toBe(0);
  expect((await employer.call('getBill', { billId: bill!.billId })).receipts).toHaveLength(1);
});

test('a day is compared with the bank; a difference stays until a person says why', async () => {
  const finance = await road.as('finance');
  const [bill] = await unpaidBills(1);
  const day = '2026-11-18';
  road.bank.pay({ ...bill!, paidAt: `${day}T10:00:00+07:00`, silent: true });
  const reconciled = await finance.call('reconcileDay', { day });
  expect(reconciled).toMatchObject({ bankCount: 1, ourCount: 0, openDifferences: 1 });
  const { differences } = await finance.call('listDifferences', {});
  const [found] = differences.filter((difference) => difference.day === day);
  expect(found).toMatchObject({ kind: 'bank-only', bankSatang: bill!.amountSatang });
  // What the bank knew counts all the same.
  expect((await (await road.as('employer')).call('getBill', { billId: bill!.billId })).paidAt).toBeDefined();
  const { differenceId } = found!;
  await finance.call('clearDifference', { differenceId, reason: 'report lost, found in the statement' });
  await expect(finance.call('clearDifference', { differenceId, reason: 'again' })).rejects.toMatchObject({
    code: 'wrong-state',
  });
  expect(await finance.call('reconcileDay', { day })).toMatchObject({ ourCount: 1, openDifferences: 0 });
});

test('each night yesterday is compared once, not before the banks’ pause is over, and what was lost is found', async () => {
  const [bill] = await unpaidBills(1);
  road.bank.pay({ ...bill!, paidAt: '2026-11-19T10:00:00+07:00', silent: true });
  const queued = async () =>
    (await owner.query(`SELECT subject ->> 'day' AS day FROM jobs WHERE kind = 'reconcile-day' ORDER BY 1`))
      .rows;
  await queueReconciliation(onDay(road, '2026-11-20T00:29:00+07:00'));
  expect(await queued()).toEqual([]);
  const night = onDay(road, '2026-11-20T00:31:00+07:00');
  await Promise.all([queueReconciliation(night), queueReconciliation(night)]);
  await queueReconciliation(onDay(road, '2026-11-20T03:00:00+07:00'));
  expect(await queued()).toEqual([{ day: '2026-11-19' }]);
  while (await workOnce(night, 'reconcile-day', reconcileDayJob)) continue;
  const { differences } = await (await road.as('finance')).call('listDifferences', {});
  expect(differences.filter(({ day }) => day === '2026-11-19')).toMatchObject([
    { kind: 'bank-only', bankSatang: bill!.amountSatang },
  ]);
  const { paidAt } = await (await road.as('employer')).call('getBill', { billId: bill!.billId });
  expect(paidAt).toBeDefined();
  // Three nights without a worker: each of their days is compared all the same.
  const later = onDay(road, '2026-11-23T00:31:00+07:00');
  await Promise.all([queueReconciliation(later), queueReconciliation(later)]);
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
  expect(await queued()).toEqual(days.map((day) => ({ day })));
});

test('a refund is asked for, decided by one officer and paid out by another', async () => {
  const [employer, finance, finance2] = await Promise.all(
    ['employer', 'finance', 'finance2'].map((who) => road.as(who)),
  );
  const [bill] = await unpaidBills(1);
  const { billId } = bill!;
  const ask = () => employer!.call('refundBill', { billId, reason: 'ยื่นซ้ำ', ...PAYEE });
  await expect(ask()).rejects.toMatchObject({ code: 'refused' });
  await payAtBank(road, bill!);
  const { refundId, amountSatang, dueAt } = await ask();
  expect(amountSatang).toBe(bill!.amountSatang);
  expect(dueAt).toBeDefined();
  await expect(ask()).rejects.toMatchObject({ code: 'refused' });
  expect(await finance!.call('getRefund', { refundId })).toMatchObject(PAYEE);
  await expect(employer!.call('decideRefund', { refundId, approve: true, note: 'x' })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const notice = { kind: 'refund-notice', subjectId: refundId } as const;
  await expect(employer!.call('getPaper', notice)).rejects.toMatchObject({ code: 'not-found' });
  await finance!.call('decideRefund', { refundId, approve: true, note: 'ตรวจแล้ว' });
  const approved = await employer!.call('getPaper', notice);
  await expect(
    finance!.call('payOutRefund', { refundId, transferReference: 'T-0001' }),
  ).rejects.toMatchObject({ code: 'same-person' });
  const done = await finance2!.call('payOutRefund', { refundId, transferReference: 'T-0001' });
  expect(done.state).toBe('paid-out');
  const found = await employer!.call('getBill', { billId });
  expect(found.refund).toEqual({ refundId, state: 'paid-out' });
  // Its notice tells of the transfer now, and is listed with the papers of the case.
  const paid = await employer!.call('getPaper', notice);
  expect(Buffer.from(paid.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(paid.sha256).not.toBe(approved.sha256);
  const { papers } = await employer!.call('listPapers', { applicationId: found.applicationId });
  expect(papers.map(({ kind }) => kind)).toContain('refund-notice');
  const { rows: told } = await owner.query(
    `SELECT event, details FROM message_events WHERE event LIKE 'refund-%' ORDER BY id`,
  );
  const details = { amountSatang: String(amountSatang) };
  expect(told).toEqual([
    { event: 'refund-approved', details },
    { event: 'refund-paid', details },
  ]);
});

test('set-aside money goes back by two persons: who began the return does not decide it', async () => {
  const [finance, finance2] = await Promise.all(['finance', 'finance2'].map((who) => road.as(who)));
  await payReported({
    ref1: '0'.repeat(18),
    ref2: '0'.repeat(15),
    amountSatang: 777,
    paidAt: '2026-11-20T09:00:00Z',
  });
  const { money } = await finance!.call('listSetAsideMoney', {});
  const stray = money.find(({ problem }) => problem === 'no-such-bill')!;
  await finance!.call('settleSetAsideMoney', {
    setAsideId: stray.setAsideId,
    reason: 'ผู้โอนขอคืน',
    returnTo: PAYEE,
  });
  const { refunds } = await finance!.call('listRefunds', { state: 'requested' });
  const refund = refunds.find(({ source, amountSatang }) => source === 'set-aside' && amountSatang === 777)!;
  const decide = { refundId: refund.refundId, approve: true, note: 'ok' };
  await expect(finance!.call('decideRefund', decide)).rejects.toMatchObject({ code: 'same-person' });
  expect((await finance2!.call('decideRefund', decide)).state).toBe('approved');
});

test('to another filer a bill, a group and a refund are not there', async () => {
  const agent = await road.as('agent');
  const [bill] = await unpaidBills(1);
  const { billId } = bill!;
  const { groups } = await (await road.as('employer')).call('payBills', { billIds: [billId] });
  const { groupId } = groups[0]!;
  for (const attempt of [
    () => agent.call('getBill', { billId }),
    () => agent.call('payBills', { billIds: [billId] }),
    () => agent.call('getBillGroup', { groupId }),
    () => agent.call('refundBill', { billId, reason: 'x', ...PAYEE }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
  expect((await agent.call('listBills', {})).bills).toEqual([]);
});

async function payReported(payment: { ref1: string; ref2: string; amountSatang: number; paidAt: string }) {
  const { ref1, ref2, amountSatang, paidAt } = payment;
  const reference = road.bank.pay({ ref1, ref2, amountSatang, paidAt });
  for (let turn = 0; turn < 400; turn += 1) {
    const reported = road.bank
      .payments()
      .some(({ report, reported: done }) => report.bankReference === reference && done);
    if (reported) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the bank could not report');
}
