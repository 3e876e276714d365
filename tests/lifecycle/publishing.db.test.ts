import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { findMessageCase } from '@permit/server/messages/message-store.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { leanSubmission } from './lean-case.ts';
import { apiClient } from '../../tools/road/api-client.ts';

jest.setTimeout(120_000);

let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 120_000);
afterAll(() => road.close());

const DEARER = {
  code: 'R59M',
  effectiveFrom: '2027-01-01',
  change: {
    fees: {
      permit: {
        amount: { satang: { value: 100_000, certainty: 'assumed', source: 'a cabinet resolution to come' } },
      },
    },
  },
  why: 'มติคณะรัฐมนตรีเรื่องค่าธรรมเนียม',
} as const;

/** As if what was published had begun on an earlier day. */
async function beginOn(day: string, code: string): Promise<void> {
  await owner.query('ALTER TABLE published_services DISABLE TRIGGER published_services_append_only');
  await owner.query(
    `UPDATE published_services SET effective_from = $1::date,
       definition = definition || jsonb_build_object('effectiveFrom', $1::text) WHERE service_code = $2`,
    [day, code],
  );
  await owner.query('ALTER TABLE published_services ENABLE TRIGGER published_services_append_only');
}

const feeOn = async (on: string) => {
  const { service } = await apiClient(road.origin).call('getService', { code: 'R59M', on });
  const fees = service['fees'] as { permit: { amount: { satang: { value: number } } } };
  return [service['version'], fees.permit.amount.satang.value];
};

test('a fee from a future date: one person prepares, sees what changes, another publishes; running cases keep theirs', async () => {
  const running = await leanSubmission(road);
  const before = await feeOn('2027-01-01');
  const administrator = await road.as('administrator');
  const draft = await administrator.call('draftService', DEARER, { key: 'fee-draft-key-1' });
  expect(await administrator.call('draftService', DEARER, { key: 'fee-draft-key-1' })).toEqual(draft);
  expect(draft).toMatchObject({ version: 2, mine: true, state: 'waiting', problems: [] });
  expect(draft.differences.map(({ path }) => path)).toContain('fees.permit.amount.satang.value');
  expect(draft.changes.map(({ sample, after }) => [sample, after.fees['permit']])).toEqual([
    ['renewal of two years', 200_000],
    ['renewal of one year', 100_000],
  ]);
  await expect(administrator.call('publishService', { draftId: draft.draftId })).rejects.toMatchObject({
    code: 'same-person',
  });
  expect(await feeOn('2027-01-01')).toEqual(before);
  const head = await road.as('head');
  expect(await head.call('publishService', { draftId: draft.draftId })).toMatchObject({
    state: 'published',
    mine: false,
  });
  expect(await feeOn('2026-12-31')).toEqual(before);
  expect(await feeOn('2027-01-01')).toEqual([2, 100_000]);
  await expect(head.call('publishService', { draftId: draft.draftId })).rejects.toMatchObject({
    code: 'wrong-state',
  });
  const employer = await road.as('employer');
  const found = await employer.call('getApplication', { applicationId: running.applicationId });
  expect(found.catalogueVersion).toBe('1');
});

test('a case that is begun under a published version is judged, billed and tracked under it', async () => {
  const head = await road.as('head');
  const draft = await head.call('draftService', {
    code: 'N632',
    effectiveFrom: '2026-11-21',
    change: { clocks: { 'application-fee-due': { days: 3 } } },
    why: 'x',
  });
  await (await road.as('administrator')).call('publishService', { draftId: draft.draftId });
  // The day comes: the version is in force from its first day without a restart.
  await beginOn('2026-11-19', 'N632');
  const { applicationId, applicationNo, bill } = await leanSubmission(road, 'N632');
  expect(bill!.dueAt.slice(0, 10)).toBe('2026-11-23');
  const found = await (await road.as('employer')).call('getApplication', { applicationId });
  expect(found.catalogueVersion).toBe('2');
  const tracked = await road.nobody.call('trackApplication', {
    applicationNo,
    born: found.draft.worker!.birth!.date,
  });
  expect(tracked.state).toBe('awaiting-payment');
});

test('a notice is received under the version that was published, keeps it, and a letter names the service of its case', async () => {
  const draft = await (
    await road.as('head')
  ).call('draftService', {
    code: 'H53',
    effectiveFrom: '2026-11-21',
    change: { names: { en: 'Exit notice of the new rule' }, clocks: { duty: { days: 30 } } },
    why: 'a longer term',
  });
  await (await road.as('administrator')).call('publishService', { draftId: draft.draftId });
  await beginOn('2026-11-19', 'H53');
  const employer = await road.as('employer');
  const notice = await employer.call('fileNotice', {
    serviceCode: 'H53',
    body: {
      employer: { kind: 'thai-company', idNumber: '0105561000011', nameThai: 'บริษัท ตัวอย่าง จำกัด' },
      workplaceProvince: '74',
      eventDate: '2026-11-10',
      reason: 'ลาออก',
    },
    workers: [{ firstLatin: 'AUNG', nationality: 'MM', born: '1990-01-01', passportNo: 'MX999999' }],
  });
  const duty = [...notice.clocks, ...notice.workers[0]!.clocks].find(({ code }) => code === 'duty');
  expect(duty).toMatchObject({ dueOn: '2026-12-10' });
  expect((await employer.call('getNotice', { noticeId: notice.noticeId })).workers).toHaveLength(1);
  const receipt = await employer.call('getNoticeReceipt', { noticeId: notice.noticeId });
  expect(receipt.mime).toBe('application/pdf');
  const filed = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('applications').where({ service_code: 'N632', catalogue_version: '2' }).first<{ id: string }>('id'),
  );
  const about = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) => findMessageCase(db, filed.id));
  expect(about?.definition?.names.en).toBe('Work permit under a cabinet resolution');
});

test('what is not sound, or would begin in the past, is kept with its problems and not published', async () => {
  const [administrator, head] = [await road.as('administrator'), await road.as('head')];
  const unsound = await administrator.call('draftService', {
    ...DEARER,
    code: 'RP',
    change: { names: { th: '' } },
  });
  expect(unsound.problems.join()).toMatch(/names > th/);
  await expect(head.call('publishService', { draftId: unsound.draftId })).rejects.toMatchObject({
    body: { detailCode: 'version-not-sound' },
  });
  const past = await administrator.call('draftService', {
    ...DEARER,
    code: 'RP',
    effectiveFrom: '2026-11-20',
    change: {},
  });
  await expect(head.call('publishService', { draftId: past.draftId })).rejects.toMatchObject({
    body: { detailCode: 'version-begins-in-the-past' },
  });
  expect(await head.call('discardServiceDraft', { draftId: past.draftId })).toMatchObject({
    state: 'discarded',
  });
  await expect(head.call('publishService', { draftId: past.draftId })).rejects.toMatchObject({
    code: 'wrong-state',
  });
  expect((await head.call('listServiceDrafts', {})).drafts.map(({ state }) => state)).toContain('discarded');
});

test('the database itself refuses one person for both, and a published version that is changed', async () => {
  await expect(
    owner.query(
      'INSERT INTO published_services SELECT service_code, 9, effective_from, definition, draft_id, prepared_by, prepared_by FROM published_services LIMIT 1',
    ),
  ).rejects.toThrow(/two_persons|once/);
  await expect(owner.query(`UPDATE published_services SET version = 8`)).rejects.toThrow(/never changed/);
});
