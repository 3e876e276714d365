import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF, payAtBank } from '../road/road-steps.ts';
import { onTheDesk } from './lean-case.ts';
import { onDay } from './later.ts';

jest.setTimeout(120_000);

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 120_000);
afterAll(() => road.close());

async function aRefusal() {
  const { applicationId, revision } = await onTheDesk(road);
  const words = { ground: 'not-eligible', text: 'ไม่มีคุณสมบัติ' } as const;
  expect(
    await (await road.as('registrar')).call('refuseApplication', { applicationId, revision, ...words }),
  ).toMatchObject({
    state: 'refused',
  });
  return applicationId;
}

const APPEAL = { knownOn: '2026-11-20', grounds: 'นายจ้างจดทะเบียนแล้ว' };

test('the registrar sends back: only the faulty item is open, and all who judged before judge again', async () => {
  const { applicationId, revision } = await onTheDesk(road);
  const registrar = await road.as('registrar');
  const returned = [{ item: 'worker.names.firstLatin', reason: 'differs' }];
  await expect(
    registrar.call('returnApplication', { applicationId, revision: revision + 1, returned }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await registrar.call('returnApplication', { applicationId, revision, returned });
  const employer = await road.as('employer');
  const { draft, requested } = await employer.call('getApplication', { applicationId });
  expect(requested).toEqual(returned);
  const other = { worker: { names: { lastLatin: 'SOMEBODY ELSE' } } };
  await expect(employer.call('answerRequest', { applicationId, fields: other })).rejects.toMatchObject({
    body: { fields: [{ path: 'worker.names.lastLatin', code: 'item-not-open' }] },
  });
  const fields = { worker: { names: { firstLatin: 'AUNGE' } } };
  await employer.call('answerRequest', { applicationId, fields });
  const after = (await employer.call('getApplication', { applicationId })).draft;
  expect(after.worker?.names).toEqual({ ...draft.worker?.names, firstLatin: 'AUNGE' });
  expect(after.worker?.birth).toEqual(draft.worker?.birth);
  for (const username of ['checker', 'assistant'] as const) {
    const officer = await road.as(username);
    if (username === 'checker') await officer.call('checkDocuments', { applicationId, complete: true });
    else await officer.call('considerApplication', { applicationId, proposal: 'grant' });
  }
  expect((await registrar.call('getApplication', { applicationId })).state).toBe('with-registrar');
});

test('a paper that was sent back by the name of its demand may be any paper that answers it, and no other', async () => {
  const demands = Object.entries(serviceCatalogue.find('R59M', calendarDate('2026-11-20'))!.documents);
  const [name, { anyOf }] = demands.find(([key, rule]) => rule.anyOf.length > 1 || rule.anyOf[0] !== key)!;
  const { applicationId, revision } = await onTheDesk(road);
  const returned = [{ item: `documents.${name}`, reason: 'expired' }];
  await (await road.as('registrar')).call('returnApplication', { applicationId, revision, returned });
  const employer = await road.as('employer');
  const bytes = new Uint8Array(A_PDF);
  const kind = anyOf.find((type) => type !== name)!;
  await employer.call('attachDocument', { applicationId, kind, bytes });
  const other = demands.find(([, rule]) => !rule.anyOf.includes(kind))![1].anyOf[0]!;
  await expect(employer.call('attachDocument', { applicationId, kind: other, bytes })).rejects.toMatchObject({
    code: 'refused',
    body: { detailCode: 'item-not-open' },
  });
});

test('an appeal in time goes its stages and, allowed by another person, lets the permit fee fall due', async () => {
  const applicationId = await aRefusal();
  const employer = await road.as('employer');
  await expect(
    employer.call('fileAppeal', { applicationId, ...APPEAL, knownOn: '2026-11-21' }),
  ).rejects.toMatchObject({ body: { detailCode: 'known-in-the-future' } });
  await expect(
    employer.call('fileAppeal', { applicationId, ...APPEAL, knownOn: '2026-11-01' }),
  ).rejects.toMatchObject({ body: { detailCode: 'known-before-decision' } });
  const filed = await employer.call('fileAppeal', { applicationId, ...APPEAL }, { key: 'appeal-key-1' });
  expect(await employer.call('fileAppeal', { applicationId, ...APPEAL }, { key: 'appeal-key-1' })).toEqual(
    filed,
  );
  expect(filed).toMatchObject({ late: false, refusal: { ground: 'not-eligible', text: 'ไม่มีคุณสมบัติ' } });
  expect(filed.stages.map(({ doneOn }) => doneOn)).toEqual(['2026-11-20', undefined, undefined, undefined]);
  const minister = await road.as('minister');
  expect((await minister.call('listAppeals', {})).appeals.map((one) => one.applicationId)).toEqual([
    applicationId,
  ]);
  const stage = { applicationId, stage: 'committee', doneOn: '2026-11-20' };
  await expect(minister.call('recordAppealStage', stage)).rejects.toMatchObject({
    body: { detailCode: 'stage-not-next' },
  });
  const after = await minister.call('recordAppealStage', { ...stage, stage: 'forwarded' });
  expect(after.stages[1]).toMatchObject({ code: 'forwarded', doneOn: '2026-11-20' });
  const decided = { applicationId, outcome: 'allowed', reason: 'หลักฐานใหม่ฟังขึ้น' } as const;
  expect(await minister.call('decideAppeal', decided)).toMatchObject({ state: 'awaiting-permit-fee' });
  const { bills } = await employer.call('listBills', { applicationId });
  await payAtBank(
    road,
    bills.find(({ kind }) => kind === 'permit-fee')!,
  );
  expect((await employer.call('getApplication', { applicationId })).state).toBe('granted');
});

test('an upheld refusal is final: no second appeal, and no clock runs any more', async () => {
  const applicationId = await aRefusal();
  const employer = await road.as('employer');
  await employer.call('fileAppeal', { applicationId, ...APPEAL });
  const upheld = { applicationId, outcome: 'upheld', reason: 'ยืนตามคำสั่งเดิม' } as const;
  await (await road.as('minister')).call('decideAppeal', upheld);
  const found = await employer.call('getApplication', { applicationId });
  expect(found).toMatchObject({ state: 'refused' });
  expect(found.dueAt).toBeUndefined();
  await expect(employer.call('fileAppeal', { applicationId, ...APPEAL })).rejects.toMatchObject({
    body: { detailCode: 'appealed-already' },
  });
});

test('the term of an appeal ends by its clock, and a late appeal is received and marked late all the same', async () => {
  const applicationId = await aRefusal();
  const employer = await road.as('employer');
  expect((await employer.call('getApplication', { applicationId })).dueAt).toBeDefined();
  const after = onDay(road, '2026-12-22T09:00:00+07:00');
  expect((await actOnClocks(after)).cases).toBeGreaterThan(0);
  expect(await actOnClocks(after)).toMatchObject({ cases: 0 });
  const stands = await employer.call('getApplication', { applicationId });
  expect(stands).toMatchObject({ state: 'refused' });
  expect(stands.dueAt).toBeUndefined();
  await employer.call('fileAppeal', { applicationId, ...APPEAL });
  expect((await employer.call('getApplication', { applicationId })).state).toBe('under-appeal');
});

test('nobody but the minister’s office decides an appeal', async () => {
  const applicationId = await aRefusal();
  await (await road.as('employer')).call('fileAppeal', { applicationId, ...APPEAL });
  const upheld = { applicationId, outcome: 'upheld', reason: 'x' } as const;
  await expect((await road.as('registrar')).call('decideAppeal', upheld)).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const agent = await road.as('agent');
  await expect(agent.call('getAppeal', { applicationId })).rejects.toMatchObject({ code: 'not-found' });
});
