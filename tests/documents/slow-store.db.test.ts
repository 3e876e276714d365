import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Blobs } from '@permit/server/blobs/blobs.ts';
import { sweepStagedBlobs } from '@permit/server/blobs/sweep-staged-blobs.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPicture } from '../road/road-steps.ts';
import { aPdf } from './a-pdf.ts';

let road: RoadServer;
let owner: pg.Client;
let store: Blobs;
/** Transactions of the program that were open while a file was being written. */
let openWhileWriting: number;
let fails = false;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
  store = road.deps.blobs;
  const { put } = store;
  store.put = async (bytes, key) => {
    const { rows } = await owner.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`,
    );
    openWhileWriting += rows[0]!.open;
    if (fails) throw new Error('the store is away');
    return put(bytes, key);
  };
}, 60_000);
beforeEach(() => {
  openWhileWriting = 0;
  fails = false;
});
afterAll(() => road.close());

const aDraft = async () =>
  (await (await road.as('employer')).call('createDraft', { serviceCode: 'R59M' })).applicationId;
const staged = async () =>
  (await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM staged_blobs')).rows[0]!.count;

test('while a file is written no transaction is open, for papers of cases, of dossiers and for pieces', async () => {
  const employer = await road.as('employer');
  const applicationId = await aDraft();
  const pdf = new Uint8Array(aPdf({ pages: ['', ''] }));
  await employer.call('attachDocument', { applicationId, kind: 'visa', bytes: pdf });
  await employer.call('addDossierPaper', { kind: 'company-registration', bytes: pdf });
  const { uploadId } = await employer.call('createUpload', { purpose: 'document', bytes: pdf.length });
  await employer.call('appendUpload', { uploadId, offset: 0, bytes: pdf });
  expect(openWhileWriting).toBe(0);
  // Everything that was written has its row.
  expect(await staged()).toBe(0);
});

test('where the store is away nothing is half-written, and the same request succeeds when it is back', async () => {
  const employer = await road.as('employer');
  const applicationId = await aDraft();
  const ask = { applicationId, kind: 'visa', bytes: new Uint8Array(await aPicture()) };
  fails = true;
  await expect(employer.call('attachDocument', ask, { key: 'a-key-of-this-paper' })).rejects.toMatchObject({
    status: 500,
  });
  expect((await employer.call('getApplication', { applicationId })).documents).toEqual([]);
  fails = false;
  await employer.call('attachDocument', ask, { key: 'a-key-of-this-paper' });
  expect((await employer.call('getApplication', { applicationId })).documents).toHaveLength(1);
  // What the first attempt had named is swept; nothing of the paper that counts is.
  expect(await sweepStagedBlobs(road.deps, 0)).toBe(1);
  const { documentId } = (await employer.call('getApplication', { applicationId })).documents[0]!;
  expect(await employer.call('getDocument', { documentId })).toMatchObject({ page: 1 });
});

test('a file that was swept before its transaction came is claimed by none', async () => {
  const employer = await road.as('employer');
  const applicationId = await aDraft();
  const { put } = store;
  store.put = async (bytes, key) => {
    const kept = await put(bytes, key);
    await sweepStagedBlobs(road.deps, 0);
    return kept;
  };
  const bytes = new Uint8Array(await aPicture());
  await expect(employer.call('attachDocument', { applicationId, kind: 'visa', bytes })).rejects.toMatchObject(
    {
      code: 'unavailable',
    },
  );
  store.put = put;
  expect((await employer.call('getApplication', { applicationId })).documents).toEqual([]);
});
