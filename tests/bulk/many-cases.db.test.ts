import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { runBulk } from '../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF, DECLARATION, draftOf, payAtBank, SAMPLES } from '../road/road-steps.ts';
import { sendFile } from './send-file.ts';

let road: RoadServer;
const intake = createIntakePool();
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(async () => {
  intake.close();
  await road.close();
});

/** Works a run off and answers what became of each row. */
async function outcomesOf(runId: string): Promise<(string | undefined)[][]> {
  await runBulk(road, intake);
  const { rows } = await (await road.as('employer')).call('listBulkRows', { runId });
  return rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ code }) => code)]);
}
const stateOf = async (applicationId: string) =>
  (await (await road.as('employer')).call('getApplication', { applicationId })).state;

// The people of these drafts are one person and have no papers, so that each warns of the other and of its papers.
const overrules = ['document-missing', 'duplicate-open-request'].map((code) => ({ code, reason: 'known' }));

async function leanDraft(filer = 'employer'): Promise<string> {
  const client = await road.as(filer);
  const created = await client.call('createDraft', { serviceCode: 'R59M', draft: draftOf(SAMPLES.R59M) });
  return created.applicationId;
}

let cases: string[];

test('many drafts are filed under one declaration; one that is incomplete stays a draft and says why', async () => {
  const employer = await road.as('employer');
  const whole = [await leanDraft(), await leanDraft()];
  const bare = await employer.call('createDraft', { serviceCode: 'R59M', draft: {} });
  cases = [...whole, bare.applicationId];
  const applicationIds = [...cases, await leanDraft('agent')];
  const { runId } = await employer.call('submitMany', {
    declaration: DECLARATION,
    overrules,
    applicationIds,
  });
  const outcomes = await outcomesOf(runId);
  expect(outcomes.map(([outcome]) => outcome)).toEqual(['submitted', 'submitted', 'refused', 'refused']);
  expect([outcomes[2], outcomes[3]]).toEqual([
    expect.arrayContaining(['not-to-be-submitted']),
    ['refused', 'not-found'],
  ]);
  expect(await Promise.all(cases.map(stateOf))).toEqual(['awaiting-payment', 'awaiting-payment', 'draft']);
});

test('filed again, nothing is filed twice', async () => {
  const employer = await road.as('employer');
  const input = { declaration: DECLARATION, overrules, applicationIds: cases.slice(0, 2) };
  const { runId } = await employer.call('submitMany', input);
  expect(await outcomesOf(runId)).toEqual([
    ['known', 'wrong-state'],
    ['known', 'wrong-state'],
  ]);
});

test('without the declaration nothing begins', async () => {
  const employer = await road.as('employer');
  const input = {
    declaration: { ...DECLARATION, accepted: false as never },
    overrules,
    applicationIds: cases,
  };
  await expect(employer.call('submitMany', input)).rejects.toMatchObject({ body: { code: 'invalid-input' } });
  expect((await employer.call('listBulkRuns', {})).runs).toHaveLength(2);
});

test('many returned cases are answered with one paper; one that was not returned is refused', async () => {
  const employer = await road.as('employer');
  for (const applicationId of cases.slice(0, 2)) await sendBack(applicationId, 'documents.passport');
  const uploadId = await sendFile(employer, 'document', A_PDF);
  const paper = { uploadId, kind: 'passport' };
  const reason = [{ code: 'duplicate-open-request', reason: 'ลูกจ้างคนเดียวกัน สองคำขอ' }];
  // The second case of the same worker was filed after the first: only the first is new to its filer.
  const silent = await employer.call('answerMany', { applicationIds: cases.slice(0, 1) });
  expect(await outcomesOf(silent.runId)).toEqual([
    ['refused', 'draft-incomplete', 'reason-wanted:duplicate-open-request'],
  ]);
  const answers = { applicationIds: cases, note: 'ส่งเพิ่มแล้ว', paper, overrules: reason };
  const { runId } = await employer.call('answerMany', answers);
  expect(await outcomesOf(runId)).toEqual([['answered'], ['answered'], ['refused', 'wrong-state']]);
  const states = ['in-document-check', 'in-document-check', 'draft'];
  expect(await Promise.all(cases.map(stateOf))).toEqual(states);
  const { documents } = await employer.call('getApplication', { applicationId: cases[1]! });
  expect(documents.map(({ kind }) => kind)).toEqual(['passport']);
});

test('a field that was not asked for is refused by its name, and the case stays sent back', async () => {
  const employer = await road.as('employer');
  const applicationIds = cases.slice(0, 1);
  await (await road.as('checker')).call('checkDocuments', sentBack(applicationIds[0]!, 'documents.passport'));
  const fields = { job: { occupation: 'แม่บ้าน' } };
  const { runId } = await employer.call('answerMany', { applicationIds, fields });
  expect((await outcomesOf(runId))[0]).toEqual(expect.arrayContaining(['refused', 'item-not-open']));
  expect(await stateOf(applicationIds[0]!)).toBe('needs-documents');
});

test('a paper that is none refuses each row, and nothing is half answered', async () => {
  const employer = await road.as('employer');
  const applicationIds = cases.slice(0, 1);
  const uploadId = await sendFile(employer, 'document', Buffer.from('not a paper at all'));
  const { runId } = await employer.call('answerMany', {
    applicationIds,
    paper: { uploadId, kind: 'passport' },
  });
  expect(await outcomesOf(runId)).toEqual([['refused', 'file-refused']]);
  expect(await stateOf(applicationIds[0]!)).toBe('needs-documents');
});

const sentBack = (applicationId: string, item: string) => ({
  applicationId,
  complete: false,
  returned: [{ item, reason: 'missing' as const }],
});

/** Paid, looked at, and returned for one paper. */
async function sendBack(applicationId: string, item: string): Promise<void> {
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  await payAtBank(road, bills[0]!);
  await (await road.as('checker')).call('checkDocuments', sentBack(applicationId, item));
}
