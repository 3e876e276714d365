import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { bulkRunJob } from '@permit/server/bulk/bulk-run-job.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import type { Database } from '@permit/server/database/database.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { dropStaleUploads } from '@permit/server/uploads/drop-stale-uploads.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { runBulk } from '../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { sendFile } from './send-file.ts';
import { COMMON, goodRow, HEADINGS, sheetOf } from './worker-sheets.ts';

let road: RoadServer;
const intake = createIntakePool();
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(async () => {
  intake.close();
  await road.close();
});

const GOOD = sheetOf([goodRow(1)]);

async function start(sheet: Uint8Array | string, files?: Uint8Array): Promise<string> {
  const employer = await road.as('employer');
  const sheetUploadId = await sendFile(employer, 'workers-sheet', Buffer.from(sheet));
  const zip = files ? { filesUploadId: await sendFile(employer, 'workers-files', files) } : {};
  const { runId } = await employer.call('importWorkers', {
    serviceCode: 'R59M',
    sheetUploadId,
    ...zip,
    common: COMMON,
  });
  return runId;
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { body?: { detailCode?: string; code?: string }; message: string }) =>
      error.body?.detailCode ?? error.body?.code ?? error.message,
  );

test.each<[string, string | Uint8Array, string]>([
  ['nothing but headings', HEADINGS.join(','), 'sheet-empty'],
  ['blank lines', '\r\n\r\n', 'sheet-headings-unknown'],
  ['headings of another list', 'colour,size,price\r\nred,1,2', 'sheet-headings-unknown'],
  ['a workbook', Buffer.from('504b030414000600', 'hex'), 'sheet-is-workbook'],
  ['binary noise', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 7]), 'sheet-unreadable'],
  ['a quote that never ends', `${HEADINGS.join(',')}\r\n"${'x'.repeat(70_000)}`, 'sheet-unreadable'],
  [
    'more rows than a sheet may have',
    sheetOf(Array.from({ length: 5_001 }, () => ['1', 'x'])),
    'sheet-too-long',
  ],
])('a sheet that is %s is refused as a whole', async (_, sheet, code) => {
  expect(await refusalOf(start(sheet))).toBe(code);
});

async function zipOf(add: (zip: ZipFile) => void): Promise<Buffer> {
  const zip = new ZipFile();
  add(zip);
  zip.end();
  return buffer(zip.outputStream);
}

/** The bytes of a ZIP with one text in its names replaced by another of the same length. */
async function renamed(from: string, to: string): Promise<Buffer> {
  const zip = await zipOf((made) => made.addBuffer(Buffer.from('x'), from));
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

const ZIPS: [string, () => Promise<Buffer>, string][] = [
  ['no ZIP', async () => Buffer.from('PK but not really a zip file at all'), 'zip-unreadable'],
  ['out of its folder', () => renamed('aa/passport.jpg', '../passport.jpg'), 'zip-unsafe-path'],
  ['at the root of the disk', () => renamed('a/photo.jpg', '/a/phot.jpg'), 'zip-unsafe-path'],
  [
    'a file of one name twice',
    () =>
      zipOf((zip) =>
        ['1_photo.jpg', '1_PHOTO.jpg'].forEach((name) => zip.addBuffer(Buffer.from(name), name)),
      ),
    'zip-file-twice',
  ],
  [
    'a bomb',
    () => zipOf((zip) => zip.addBuffer(Buffer.alloc(60_000_000), '1_photo.jpg', { compressionLevel: 9 })),
    'zip-bomb',
  ],
  [
    'encrypted',
    async () => {
      const zip = await zipOf((made) => made.addBuffer(Buffer.from('x'), '1_photo.jpg'));
      const central = zip.indexOf(Buffer.from('504b0102', 'hex'));
      zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
      return zip;
    },
    'zip-encrypted',
  ],
];
test.each(ZIPS)('a ZIP that is %s is refused as a whole', async (_, make, code) => {
  expect(await refusalOf(start(GOOD, await make()))).toBe(code);
});

test('nothing of the refused is half-written', async () => {
  const employer = await road.as('employer');
  expect((await employer.call('listBulkRuns', {})).runs).toEqual([]);
  expect((await employer.call('listApplications', {})).applications).toEqual([]);
});

test('a worker that is cut off in the middle leaves whole steps, and the next one adds nothing twice', async () => {
  const runId = await start(sheetOf(Array.from({ length: 60 }, (_, index) => goodRow(index + 1))));
  let connections = 0;
  const { client } = road.deps.db;
  const acquire = client.acquireConnection.bind(client) as () => Promise<unknown>;
  const cutOff: typeof client = Object.assign(Object.create(client), {
    acquireConnection: () => {
      connections += 1;
      // Taking the job, finding the run, its sheet, its service and one step pass; then the power goes.
      if (connections === 6) throw new Error('power cut');
      return acquire();
    },
  });
  const dying = new Proxy(road.deps.db, {
    get: (db, name: keyof Database) => (name === 'client' ? cutOff : db[name]),
  });
  await workOnce({ ...road.deps, db: dying }, 'bulk-run', bulkRunJob(intake));
  const employer = await road.as('employer');
  expect(await employer.call('getBulkRun', { runId })).toMatchObject({
    rowsDone: 25,
    outcomes: { drafted: 25 },
  });
  await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('jobs').where('kind', 'bulk-run').update({ run_at: db.fn.now() }),
  );
  await runBulk(road, intake);
  const run = await employer.call('getBulkRun', { runId });
  expect(run).toMatchObject({ rowsDone: 60, outcomes: { drafted: 60, known: 0 } });
  expect(run.finishedAt).toBeDefined();
}, 60_000);

test('pieces arrive in any state of the line: repeated, out of place, too many', async () => {
  const employer = await road.as('employer');
  const { uploadId } = await employer.call('createUpload', { purpose: 'document', bytes: 6 });
  const send = (offset: number, text: string) =>
    employer.call('appendUpload', { uploadId, offset, bytes: new Uint8Array(Buffer.from(text)) });
  expect((await send(0, 'abc')).received).toBe(3);
  expect((await send(0, 'abc')).received).toBe(3);
  expect(await refusalOf(send(0, 'abX'))).toBe('upload-offset');
  expect(await refusalOf(send(5, 'f'))).toBe('upload-offset');
  expect(await refusalOf(send(3, 'defg'))).toBe('body-too-large');
  const head = await fetch(`${road.origin}/api/v1/uploads/${uploadId}`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${employer.token}` },
  });
  expect([head.status, head.headers.get('upload-offset'), await head.text()]).toEqual([200, '3', '']);
  expect(await refusalOf((await road.as('agent')).call('getUpload', { uploadId }))).toBe('not-found');
});

test('no piece lies readable on the disk, and what nobody needs any more is taken away', async () => {
  const folder = join(road.folder, 'blobs');
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const plain = files().filter((file) =>
    readFileSync(join(file.parentPath, file.name)).includes(Buffer.from('AUNG')),
  );
  expect(plain).toEqual([]);
  await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('uploads').update({ expires_at: new Date(0) }),
  );
  while ((await dropStaleUploads(road.deps)) > 0) continue;
  expect(files()).toEqual([]);
});
