import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { DECLARATION, draftOf, payAtBank, reasonsFor, SAMPLES } from '../road/road-steps.ts';

jest.setTimeout(120_000);

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 120_000);
afterAll(() => road.close());

const RETURNED = [{ item: 'health.hospital', reason: 'differs', note: 'ชื่อโรงพยาบาลไม่ตรงกับใบรับรอง' }];

/** A paid case, sent back by the checker over the hospital's name. */
async function sentBack(returned: { item: string; reason: string; note?: string }[] = RETURNED) {
  const employer = await road.as('employer');
  const { applicationId, revision } = await employer.call('createDraft', {
    serviceCode: 'R59M',
    draft: draftOf(SAMPLES.R59M),
  });
  const overrules = await reasonsFor(road, applicationId);
  const filed = { applicationId, revision, declaration: DECLARATION, overrules };
  const { bill } = await employer.call('submitApplication', filed);
  await payAtBank(road, bill!);
  const sent = { applicationId, complete: false, returned };
  await (await road.as('checker')).call('checkDocuments', sent);
  return { applicationId, employer };
}

const HOSPITAL = { health: { hospital: 'โรงพยาบาลสมุทรสาคร' } };
const seenBy = async (who: string, applicationId: string) =>
  (await road.as(who)).call('getApplication', { applicationId });

test('what an officer writes to an item is read by the filer, and what the filer answers by the officers', async () => {
  const { applicationId, employer } = await sentBack();
  expect((await employer.call('getApplication', { applicationId })).requested).toEqual(RETURNED);
  const note = 'แนบใบรับรองใหม่แล้ว';
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL, note });
  for (const who of ['employer', 'checker'])
    expect(await seenBy(who, applicationId)).toMatchObject({ requested: [], answerNote: note });
});

test('the considering officer’s note reaches the registrar, and neither the filer nor the contractor', async () => {
  const { applicationId, employer } = await sentBack();
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL });
  const checker = await road.as('checker');
  await checker.call('checkDocuments', { applicationId, complete: true });
  const considered = { proposal: 'refuse', note: 'สัญญาจ้างไม่น่าเชื่อถือ' } as const;
  await (await road.as('assistant')).call('considerApplication', { applicationId, ...considered });
  const registrar = await road.as('registrar');
  const seen = await registrar.call('getApplication', { applicationId });
  expect(seen.consideration).toEqual(considered);
  for (const who of ['employer', 'checker'])
    expect(await seenBy(who, applicationId)).not.toHaveProperty('consideration');
  const grant = { applicationId, revision: seen.revision, note: 'ตรวจกับนายจ้างแล้ว' };
  await registrar.call('grantApplication', grant);
  expect((await seenBy('registrar', applicationId)).grantNote).toBe(grant.note);
  expect(await seenBy('employer', applicationId)).not.toHaveProperty('grantNote');
});

test('a consideration that was sent back takes its note with it', async () => {
  const { applicationId, employer } = await sentBack();
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL, note: 'first' });
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  const assistant = await road.as('assistant');
  await assistant.call('considerApplication', { applicationId, proposal: 'grant', note: 'ดูแล้ว' });
  const registrar = await road.as('registrar');
  const { revision } = await registrar.call('getApplication', { applicationId });
  await registrar.call('returnApplication', { applicationId, revision, returned: RETURNED });
  expect(await seenBy('registrar', applicationId)).not.toHaveProperty('consideration');
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL });
  expect(await seenBy('registrar', applicationId)).not.toHaveProperty('answerNote');
});

test('the reasons given at the filing stand after an answer, and so does what is known of other open requests', async () => {
  await sentBack();
  const { applicationId, employer } = await sentBack();
  const before = (await employer.call('getApplication', { applicationId })).findings;
  const reasoned = before.filter(({ severity }) => severity === 'warn');
  expect(reasoned.map(({ code }) => code)).toContain('duplicate-open-request');
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL });
  const after = (await employer.call('getApplication', { applicationId })).findings;
  expect(after.filter(({ severity }) => severity === 'warn')).toEqual(reasoned);
  expect(reasoned.every(({ overruledBecause }) => overruledBecause === 'known to the filer')).toBe(true);
});

test('an answer is asked for a reason only where a warning is new or has changed', async () => {
  const { applicationId, employer } = await sentBack([{ item: 'health.examinedOn', reason: 'expired' }]);
  const fields = { health: { examinedOn: calendarDate('2020-01-01') } };
  const { findings } = await employer.call('precheckDraft', { applicationId, fields });
  const silent = findings.filter(
    ({ severity, overruledBecause }) => severity === 'warn' && !overruledBecause,
  );
  expect(silent.map(({ code }) => code)).toEqual(['health-certificate-old']);
  await expect(employer.call('answerRequest', { applicationId, fields })).rejects.toMatchObject({
    code: 'draft-incomplete',
    body: { fields: [{ path: 'health.examinedOn', code: 'reason-wanted:health-certificate-old' }] },
  });
  // A refused answer has written nothing.
  const still = await employer.call('getApplication', { applicationId });
  expect(still).toMatchObject({ state: 'needs-documents', requested: [{ item: 'health.examinedOn' }] });
  const overrules = [{ code: 'health-certificate-old', reason: 'นัดตรวจใหม่ 1 ธ.ค.' }];
  await employer.call('answerRequest', { applicationId, fields, overrules });
  const told = (await seenBy('checker', applicationId)).findings;
  expect(told.find(({ code }) => code === 'health-certificate-old')?.overruledBecause).toBe(
    overrules[0]!.reason,
  );
});

test('why a case was taken back stands in its history for filer and officers, sealed, and each reading is on record', async () => {
  const { applicationId, employer } = await sentBack();
  await employer.call('answerRequest', { applicationId, fields: HOSPITAL });
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  const reason = 'คนงาน AUNG KYAW MOE กลับบ้านแล้ว';
  await employer.call('withdrawApplication', { applicationId, reason });
  for (const who of ['employer', 'registrar', 'checker']) {
    expect(await seenBy(who, applicationId)).toMatchObject({ state: 'withdrawn', withdrawalReason: reason });
    const { events } = await (await road.as(who)).call('listEvents', { applicationId });
    expect(events.filter(({ note }) => note !== undefined)).toMatchObject([
      { to: 'withdrawn', note: reason },
    ]);
  }
  const found = await inTransaction(road.deps, SYSTEM, 'test', async ({ db }) => ({
    rows: await db('applications').where('public_id', applicationId).select<object[]>(),
    history: await db('state_history').select<object[]>(),
    reads: await db('audit_entries')
      .where({ act: 'withdrawal-read', subject_id: applicationId })
      .pluck('actor_role'),
  }));
  expect(JSON.stringify([found.rows, found.history])).not.toContain('AUNG');
  expect(JSON.stringify(found.rows)).not.toContain(Buffer.from(reason).toString('hex'));
  expect(found.reads).toEqual(['employer', 'registrar', 'document-checker']);
});

test('a case that was taken back before reasons were kept says nothing of it', async () => {
  const { applicationId, employer } = await sentBack();
  await employer.call('withdrawApplication', { applicationId, reason: 'ไม่ใช้แล้ว' });
  await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('applications').where('public_id', applicationId).update({ withdrawal_sealed: null }),
  );
  expect(await seenBy('employer', applicationId)).not.toHaveProperty('withdrawalReason');
  const { events } = await employer.call('listEvents', { applicationId });
  expect(events.every(({ note }) => note === undefined)).toBe(true);
});
