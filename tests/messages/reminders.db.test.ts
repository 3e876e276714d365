import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { remindOfBills } from '@permit/server/messages/remind-of-bills.ts';
import { remindOfLastDays } from '@permit/server/messages/remind-of-last-days.ts';
import type pg from 'pg';
import { leanGrant, leanSubmission } from '../lifecycle/lean-case.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { payAtBank } from '../road/road-steps.ts';
import { toldOf } from './told-of.ts';

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 60_000);
afterAll(() => road.close());

test('an unpaid bill is called to mind once, the day before its last day; a paid, a later and a withdrawn one are not', async () => {
  const [soon, later, paid, dropped] = [
    await leanSubmission(road),
    await leanSubmission(road),
    await leanSubmission(road),
    await leanSubmission(road),
  ];
  await payAtBank(road, paid.bill!);
  const taken = { applicationId: dropped.applicationId, reason: 'filed twice' };
  await (await road.as('employer')).call('withdrawApplication', taken);
  // The business day of this server is 20 November 2026, nine in the morning.
  for (const [{ bill }, dueAt] of [
    [soon, '2026-11-21T08:00:00+07:00'],
    [later, '2026-11-22T10:00:00+07:00'],
    [paid, '2026-11-21T08:00:00+07:00'],
    [dropped, '2026-11-21T08:00:00+07:00'],
  ] as const)
    await owner.query('UPDATE bills SET due_at = $2 WHERE public_id = $1', [bill!.billId, dueAt]);
  await remindOfBills(road.deps);
  await remindOfBills(road.deps);
  const told = await Promise.all(
    [soon, later, paid, dropped].map(({ applicationId }) =>
      toldOf(owner, applicationId, 'bill-due-tomorrow'),
    ),
  );
  const amountSatang = String(soon.bill!.amountSatang);
  expect(told).toEqual([[{ amountSatang, dueOn: '2026-11-21' }], [], [], []]);
});

test('the last day of an answer, a draft and a visit is called to mind once, in time for each', async () => {
  const employer = await road.as('employer');
  const [answer, visit] = [await leanSubmission(road), await leanGrant(road)];
  await payAtBank(road, answer.bill!);
  const returned = [{ item: 'documents.photo', reason: 'missing' as const }];
  const asked = { applicationId: answer.applicationId, complete: false, returned };
  await (await road.as('checker')).call('checkDocuments', asked);
  const draft = await employer.call('createDraft', { serviceCode: 'R59M' });
  const early = await employer.call('createDraft', { serviceCode: 'R59M' });
  // The business day of this server is 20 November 2026, nine in the morning.
  for (const [{ applicationId }, day] of [
    [answer, '2026-11-21'],
    [visit, '2026-12-01'],
    [draft, '2026-11-26'],
    [early, '2026-11-28'],
  ] as const)
    await owner.query('UPDATE applications SET due_at = $2 WHERE public_id = $1', [
      applicationId,
      `${day}T08:00:00+07:00`,
    ]);
  await remindOfLastDays(road.deps);
  await remindOfLastDays(road.deps);
  expect(await toldOf(owner, answer.applicationId, 'answer-due-tomorrow')).toEqual([{ dueOn: '2026-11-21' }]);
  expect(await toldOf(owner, draft.applicationId, 'draft-ends-soon')).toEqual([{ dueOn: '2026-11-26' }]);
  expect(await toldOf(owner, early.applicationId, 'draft-ends-soon')).toEqual([]);
  expect(await toldOf(owner, visit.applicationId, 'visit-due-soon')).toEqual([{ dueOn: '2026-12-01' }]);
});
