import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { drawOldPapers } from '@permit/server/documents/draw-old-papers.ts';
import { drawPaperJob } from '@permit/server/documents/draw-paper-job.ts';
import type { Examined } from '@permit/server/documents/intake/examined.ts';
import { createIntakePool, type IntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { clamdScanner } from '@permit/server/documents/scan/clamd-scanner.ts';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { signInAs } from '../../tools/road/sign-in-as.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPicture } from '../road/road-steps.ts';
import { aPdf } from './a-pdf.ts';
import { CLAMD_VERSION, EICAR, startClamdPeer, type ClamdPeer } from './clamd-peer.ts';

let clamd: ClamdPeer;
let road: RoadServer;
let owner: pg.Client;
let applicationId: string;
let aheadMs = 0;
beforeAll(async () => {
  clamd = await startClamdPeer();
  // The security clock stands where a test puts it: ahead of the real one, so that sessions are still alive.
  const business = new Date('2026-11-20T09:00:00+07:00');
  const clock = { now: () => new Date(Date.now() + aheadMs), business: () => business, demo: true };
  const scanner = clamdScanner(clamd.url, { timeoutMs: 1_000 });
  road = await startRoadServer(undefined, { scanner, clock });
  owner = await road.database.owner();
  const employer = await road.as('employer');
  ({ applicationId } = await employer.call('createDraft', { serviceCode: 'R59M' }));
}, 60_000);
beforeEach(() => {
  clamd.mood = 'well';
  aheadMs = 0;
});
afterAll(async () => {
  await road.close();
  await clamd.close();
});

const attach = async (bytes: Buffer, kind = 'passport') =>
  (await road.as('employer')).call('attachDocument', { applicationId, kind, bytes: new Uint8Array(bytes) });

/** How many files the store holds, whatever they are. */
const filesKept = (): number => {
  const entries = readdirSync(join(road.folder, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
};
const audited = async (act: string) =>
  (
    await owner.query<{ subject_id: string; detail: object }>(
      'SELECT subject_id, detail FROM audit_entries WHERE act = $1 ORDER BY at',
      [act],
    )
  ).rows;

test('a virus inside a paper is refused by its own code, recorded with hash and name, and nothing is kept', async () => {
  await attach(await aPicture(77));
  const before = filesKept();
  const infected = Buffer.concat([await aPicture(), EICAR]);
  await expect(attach(infected, 'visa')).rejects.toMatchObject({ code: 'file-infected', status: 422 });
  expect(filesKept()).toBe(before);
  const { documents } = await (await road.as('employer')).call('getApplication', { applicationId });
  expect(documents.map(({ kind }) => kind)).toEqual(['passport']);
  const subject_id = createHash('sha256').update(infected).digest('hex');
  const detail = { signature: 'Eicar-Signature', scannedBy: CLAMD_VERSION };
  expect(await audited('file-infected')).toEqual([{ subject_id, detail }]);
});

test('while the scanner is away no paper is taken and the answer says when to come again; then it is', async () => {
  const before = filesKept();
  clamd.mood = 'silent';
  await expect(attach(aPdf(), 'visa')).rejects.toMatchObject({
    code: 'unavailable',
    body: { detailCode: 'scanner-away' },
  });
  const health = await (await fetch(`${road.origin}/api/health`)).json();
  expect(health).toMatchObject({ ready: true, dependencies: { virusScanner: 'down' } });
  expect(filesKept()).toBe(before);
  clamd.mood = 'well';
  const { documentId } = await attach(aPdf(), 'visa');
  const { rows } = await owner.query('SELECT scanned_by FROM documents WHERE public_id = $1', [documentId]);
  expect(rows).toEqual([{ scanned_by: CLAMD_VERSION }]);
  // The file and its one page.
  expect(filesKept()).toBe(before + 2);
});

const follow = async (path: string) => {
  const response = await fetch(road.origin + path);
  const { code } = response.ok ? { code: 'shown' } : ((await response.json()) as { code: string });
  return { code, status: response.status, headers: response.headers };
};
/** A session of its own, because a test ends it. */
const anotherSession = async () =>
  signInAs(
    road.origin,
    road.accounts.find((one) => one.username === 'employer')!,
  );

test('a link shows its page without a header, as a picture that no cache keeps; both acts are recorded', async () => {
  const employer = await road.as('employer');
  const { documentId } = await attach(aPdf({ pages: ['', '1 0 0 rg 0 0 298 420 re f'] }), 'visa');
  const { pages } = await employer.call('linkDocument', {
    documentId,
    purpose: 'own-records',
    as: 'download',
  });
  expect(pages.map(({ page, width, height }) => [page, width, height])).toEqual([
    [1, 579, 817],
    [2, 579, 817],
  ]);
  const second = await fetch(road.origin + pages[1]!.path);
  expect(second.headers.get('content-type')).toBe('image/jpeg');
  expect(second.headers.get('cache-control')).toBe('no-store');
  expect(second.headers.get('content-disposition')).toContain('attachment');
  const picture = sharp(Buffer.from(await second.arrayBuffer()));
  const corner = await picture.extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer();
  expect([...corner]).toEqual([254, 0, 0]);
  const rows = [...(await audited('document-linked')), ...(await audited('document-read'))];
  expect(rows.map(({ subject_id, detail }) => ({ subject_id, detail }))).toMatchObject([
    { subject_id: documentId, detail: { pages: 2, as: 'download' } },
    { subject_id: documentId, detail: { page: 2, by: 'link' } },
  ]);
});

test('a link ends after five minutes, with its session, and with the right to the case: one answer for all', async () => {
  const { documentId } = await attach(await aPicture(), 'visa');
  const client = await anotherSession();
  const link = async () => (await client.call('linkDocument', { documentId })).pages[0]!.path;
  const path = await link();
  expect((await follow(path)).code).toBe('shown');
  aheadMs = 301_000;
  expect(await follow(path)).toMatchObject({ code: 'link-ended', status: 404 });
  aheadMs = 0;
  const closed = await owner.query(
    `UPDATE case_access SET until = now() WHERE application_id = (SELECT id FROM applications WHERE public_id = $1)
     RETURNING party_id`,
    [applicationId],
  );
  expect(closed.rows).toHaveLength(1);
  expect((await follow(path)).code).toBe('link-ended');
  await owner.query('UPDATE case_access SET until = NULL WHERE party_id = $1', [closed.rows[0].party_id]);
  expect((await follow(path)).code).toBe('shown');
  await client.call('signOut', {});
  expect((await follow(path)).code).toBe('link-ended');
  expect((await follow(`${path}A`)).code).toBe('link-ended');
  expect((await follow('/api/v1/document-links/nothing')).code).toBe('link-ended');
});

test('who may not see a paper gets no link to it', async () => {
  const { documentId } = await attach(await aPicture(), 'visa');
  for (const stranger of ['agent', 'registrar-bangkok'])
    await expect((await road.as(stranger)).call('linkDocument', { documentId })).rejects.toMatchObject({
      code: 'not-found',
    });
});

/** As it lay there before pages were drawn. */
async function ofBefore(pages: string[]): Promise<string> {
  const { documentId } = await attach(aPdf({ pages }), 'visa');
  const id = '(SELECT id FROM documents WHERE public_id = $1)';
  await owner.query('ALTER TABLE document_pages DISABLE TRIGGER USER');
  await owner.query(`DELETE FROM document_pages WHERE document_id = ${id}`, [documentId]);
  await owner.query('ALTER TABLE document_pages ENABLE TRIGGER USER');
  await owner.query('UPDATE documents SET original_sha256 = NULL WHERE public_id = $1', [documentId]);
  return documentId;
}
/** An intake whose reader says this. */
const saying = (examined: Examined): IntakePool => ({
  examine: async () => examined,
  close: () => undefined,
});
const draw = (intake: IntakePool) => workOnce(road.deps, 'draw-paper', drawPaperJob(intake));
const soon = () => owner.query(`UPDATE jobs SET run_at = now() WHERE kind = 'draw-paper' AND state = 'due'`);
const jobs = async () =>
  (await owner.query(`SELECT state, attempts FROM jobs WHERE kind = 'draw-paper' ORDER BY id DESC LIMIT 1`))
    .rows;
const seenAs = async (documentId: string) =>
  (await road.as('employer')).call('getDocument', { documentId }).then(
    () => 'shown',
    (error: { body: { detailCode: string } }) => error.body.detailCode,
  );

test('a PDF of before is drawn by the worker; until then its pages are asked for in vain, and never the file', async () => {
  const documentId = await ofBefore(['', '']);
  expect(await seenAs(documentId)).toBe('pages-not-drawn');
  expect(await drawOldPapers(road.deps)).toBe(1);
  expect(await drawOldPapers(road.deps)).toBe(0);
  const intake = createIntakePool({ timeoutMs: 60_000 });
  expect(await draw(intake)).toBe(true);
  intake.close();
  expect(await (await road.as('employer')).call('getDocument', { documentId, page: 2 })).toMatchObject({
    mime: 'image/jpeg',
    pages: 2,
  });
});

test('a PDF of before whose reader was killed is no unreadable one: it is tried again, then put before a person', async () => {
  const documentId = await ofBefore(['']);
  await drawOldPapers(road.deps);
  const killed = saying({ ok: false, reason: 'unreadable', lost: true });
  await draw(killed);
  expect(await jobs()).toEqual([{ state: 'due', attempts: 1 }]);
  // Not before its pause is over.
  expect(await draw(killed)).toBe(false);
  for (let attempt = 2; attempt <= 20; attempt += 1) {
    await soon();
    await draw(attempt % 2 ? killed : saying({ ok: false, reason: 'took-too-long' }));
  }
  expect(await jobs()).toEqual([{ state: 'failed', attempts: 20 }]);
  expect(await seenAs(documentId)).toBe('pages-not-drawn');
  // It stands on the list of those who can have it tried again, and is not queued beside that.
  expect(await drawOldPapers(road.deps)).toBe(0);
  const admin = await road.as('administrator');
  const { items } = await admin.call('listAttention', { kind: 'job-failed' });
  const { subject } = items.find(({ number }) => number === 'draw-paper') ?? items[0]!;
  await admin.call('retryJob', { jobId: subject });
  const intake = createIntakePool({ timeoutMs: 60_000 });
  await draw(intake);
  intake.close();
  expect(await seenAs(documentId)).toBe('shown');
});

test('a PDF of before that the reader itself refuses is marked so at once', async () => {
  const documentId = await ofBefore(['']);
  await drawOldPapers(road.deps);
  await draw(saying({ ok: false, reason: 'encrypted' }));
  expect(await jobs()).toEqual([{ state: 'done', attempts: 1 }]);
  expect(await seenAs(documentId)).toBe('unreadable');
  expect(await audited('document-pages-drawn')).toContainEqual({
    subject_id: documentId,
    detail: { pages: 0, reason: 'encrypted' },
  });
});

test('a paper that arrives in pieces is attached as if it had come whole, once, and its pieces are let go', async () => {
  const employer = await road.as('employer');
  const picture = await aPicture(55);
  const half = Math.floor(picture.length / 2);
  const { uploadId } = await employer.call('createUpload', { purpose: 'document', bytes: picture.length });
  const piece = (from: number, to: number) =>
    employer.call('appendUpload', {
      uploadId,
      offset: from,
      bytes: new Uint8Array(picture.subarray(from, to)),
    });
  await piece(0, half);
  const paper = { applicationId, kind: 'passport', uploadId };
  await expect(employer.call('attachUpload', paper)).rejects.toMatchObject({
    body: { detailCode: 'upload-not-complete' },
  });
  // The line broke: how much has arrived is asked, and the rest is sent.
  const { received } = await employer.call('getUpload', { uploadId });
  await piece(received, picture.length);
  await expect((await road.as('agent')).call('attachUpload', paper)).rejects.toMatchObject({
    code: 'not-found',
  });
  const once = { key: 'attach-pieces-once' };
  const attached = await employer.call('attachUpload', paper, once);
  expect(await employer.call('attachUpload', paper, once)).toEqual(attached);
  await expect(employer.call('attachUpload', paper)).rejects.toMatchObject({ code: 'not-found' });
  const whole = await attach(picture);
  expect(attached).toMatchObject({ kind: 'passport', mime: whole.mime, bytes: whole.bytes });
});
