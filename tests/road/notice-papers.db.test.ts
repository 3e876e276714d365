import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clamdScanner } from '@permit/server/documents/scan/clamd-scanner.ts';
import { sweepStagedBlobs } from '@permit/server/blobs/sweep-staged-blobs.ts';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { ApiClient, Ask } from '../../tools/road/api-client.ts';
import { aPdf } from '../documents/a-pdf.ts';
import { EICAR, startClamdPeer, type ClamdPeer } from '../documents/clamd-peer.ts';
import { aPermit, type PermitMade } from './a-permit.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { aPicture } from './road-steps.ts';

let clamd: ClamdPeer;
let road: RoadServer;
let owner: pg.Client;
let employer: ApiClient;
let permit: PermitMade;
beforeAll(async () => {
  clamd = await startClamdPeer();
  road = await startRoadServer(undefined, { scanner: clamdScanner(clamd.url, { timeoutMs: 1_000 }) });
  owner = await road.database.owner();
  employer = await road.as('employer');
  permit = await aPermit(road);
}, 60_000);
afterAll(async () => {
  await road.close();
  await clamd.close();
});

const EMPLOYER = {
  kind: 'thai-company',
  idNumber: '0105561000011',
  nameThai: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
} as const;
type Papers = NonNullable<Ask<'fileNotice'>['papers']>;
const exit = (papers: Papers = []): Ask<'fileNotice'> => ({
  serviceCode: 'H53',
  body: { employer: EMPLOYER, workplaceProvince: '74', eventDate: '2026-11-08', reason: 'ลาออก' },
  workers: [{ permitNo: permit.permitNo, passportNo: permit.passportNo }],
  papers,
});

/** Sends a file in two pieces, as over a line that broke once. */
async function upload(bytes: Buffer, client = employer): Promise<string> {
  const { uploadId } = await client.call('createUpload', { purpose: 'document', bytes: bytes.length });
  const half = bytes.length >> 1;
  await client.call('appendUpload', { uploadId, offset: 0, bytes: new Uint8Array(bytes.subarray(0, half)) });
  const { received } = await client.call('getUpload', { uploadId });
  await client.call('appendUpload', {
    uploadId,
    offset: received,
    bytes: new Uint8Array(bytes.subarray(received)),
  });
  return uploadId;
}
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const verified = (text: string) => road.nobody.call('verifyReceipt', { text });
const filesKept = () =>
  readdirSync(join(road.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

describe('papers that come with a notice', () => {
  test('stand on its signed receipt by number and hash, and on its PDF', async () => {
    const [picture, pdf] = [await aPicture(), aPdf({ pages: ['', ''] })];
    const papers: Papers = [
      { kind: 'exit-evidence', uploadId: await upload(picture) },
      { kind: 'passport', uploadId: await upload(pdf) },
    ];
    const filed = await employer.call('fileNotice', exit(papers));
    expect(filed.papers).toMatchObject([
      { no: 1, addition: 0, kind: 'exit-evidence', pages: 1, sha256: hashOf(picture) },
      { no: 2, addition: 0, kind: 'passport', pages: 2, sha256: hashOf(pdf) },
    ]);
    expect(await verified(filed.receipt.text)).toMatchObject({ answer: 'genuine', papers: 2, revision: 1 });
    const without = await employer.call('fileNotice', exit());
    expect(await verified(without.receipt.text)).toMatchObject({ papers: 0 });
    const paper = await employer.call('getNoticeReceipt', { noticeId: filed.noticeId });
    if (process.env['KEEP_PAPER'])
      writeFileSync(process.env['KEEP_PAPER'], Buffer.from(paper.base64, 'base64'));
    // The digest on record is of these very files.
    const { rows } = await owner.query<{ papers: number; changed: boolean }>(
      `SELECT r.papers, r.digest <> w.digest AS changed FROM notice_receipts r, notice_receipts w
       WHERE r.notice_id = (SELECT id FROM notices WHERE public_id = $1) AND w.notice_id = (SELECT id FROM notices WHERE public_id = $2)`,
      [filed.noticeId, without.noticeId],
    );
    expect(rows).toEqual([{ papers: 2, changed: true }]);
  }, 60_000);

  test('make one notice of one key, although its uploads are used up when the answer was lost', async () => {
    const ask = exit([{ kind: 'exit-evidence', uploadId: await upload(await aPicture()) }]);
    const key = 'a-key-of-this-notice';
    const first = await employer.call('fileNotice', ask, { key });
    expect(await employer.call('fileNotice', ask, { key })).toEqual(first);
    // Under another key the upload is gone: one paper is not handed in twice.
    await expect(employer.call('fileNotice', ask)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('are refused by name where they cannot be taken, and nothing of the notice is kept', async () => {
    const count = async () => (await employer.call('listNotices', { limit: 100 })).notices.length;
    const before = await count();
    const good = { kind: 'exit-evidence', uploadId: await upload(await aPicture()) } as const;
    const bad = async (bytes: Buffer) => exit([good, { kind: 'other', uploadId: await upload(bytes) }]);
    await expect(employer.call('fileNotice', await bad(Buffer.from('no picture')))).rejects.toMatchObject({
      code: 'image-refused',
      body: { fields: [{ path: 'papers.1', code: 'not-allowed-kind' }] },
    });
    const infected = await bad(Buffer.concat([await aPicture(), EICAR]));
    await expect(employer.call('fileNotice', infected)).rejects.toMatchObject({
      code: 'file-infected',
      body: { fields: [{ path: 'papers.1', code: 'file-infected' }] },
    });
    await expect(
      employer.call('fileNotice', exit([{ kind: 'medical-certificate', uploadId: good.uploadId }])),
    ).rejects.toMatchObject({ body: { detailCode: 'document-kind-unknown' } });
    expect(await count()).toBe(before);
    // The good one is still there for the next attempt.
    expect((await employer.call('fileNotice', exit([good]))).papers).toHaveLength(1);
  });
});

describe('papers that come later', () => {
  test('get their own number and signed receipt; the notice keeps its own', async () => {
    const { noticeId, noticeNo, receipt } = await employer.call('fileNotice', exit());
    const bytes = await aPicture();
    const add = async (kind: 'exit-evidence' | 'other') =>
      employer.call('addNoticePapers', { noticeId, papers: [{ kind, uploadId: await upload(bytes) }] });
    await add('exit-evidence');
    const notice = await add('other');
    expect(notice.receipt).toEqual(receipt);
    expect(notice.papers).toMatchObject([
      { no: 1, addition: 1, sha256: hashOf(bytes) },
      { no: 2, addition: 2 },
    ]);
    const told = await Promise.all(notice.additions.map((one) => verified(one.receipt.text)));
    expect(told).toMatchObject([
      { answer: 'genuine', number: noticeNo, addition: 1, papers: 1 },
      { answer: 'genuine', number: noticeNo, addition: 2, papers: 1 },
    ]);
    const paper = await employer.call('getNoticeReceipt', { noticeId, addition: 2 });
    expect(paper.fileName).toBe(`${noticeNo}-A2.pdf`);
    await expect(employer.call('getNoticeReceipt', { noticeId, addition: 3 })).rejects.toMatchObject({
      code: 'not-found',
    });
  }, 60_000);

  test('that two windows send at once are two additions', async () => {
    const { noticeId } = await employer.call('fileNotice', exit());
    const uploads = await Promise.all([aPicture(1), aPicture(2)].map(async (one) => upload(await one)));
    await Promise.all(
      uploads.map((uploadId) =>
        employer.call('addNoticePapers', { noticeId, papers: [{ kind: 'other', uploadId }] }),
      ),
    );
    const { papers } = await employer.call('getNotice', { noticeId });
    expect(papers.map(({ no, addition }) => [no, addition])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('are not overlooked by an officer who acknowledges, and are refused afterwards', async () => {
    const { noticeId } = await employer.call('fileNotice', exit());
    const add = async () =>
      employer.call('addNoticePapers', {
        noticeId,
        papers: [{ kind: 'other', uploadId: await upload(await aPicture()) }],
      });
    await add();
    const officer = await road.as('assistant');
    const acknowledge = (papers: number) =>
      officer.call('acknowledgeNotice', { noticeId, revision: 1, papers });
    await expect(acknowledge(0)).rejects.toMatchObject({ code: 'conflict', body: { detailCode: 'papers' } });
    await acknowledge(1);
    await expect(add()).rejects.toMatchObject({
      code: 'refused',
      body: { detailCode: 'acknowledged-already' },
    });
  });
});

describe('a paper of a notice', () => {
  test('is seen by its filer and the officers of its office, page by page, and every look is on record', async () => {
    const uploadId = await upload(aPdf({ pages: ['', ''] }));
    const { noticeId, papers } = await employer.call('fileNotice', exit([{ kind: 'other', uploadId }]));
    const { paperId } = papers[0]!;
    for (const who of ['employer', 'assistant']) {
      const client = await road.as(who);
      const { pages } = await client.call('linkNoticePaper', { noticeId, paperId });
      const picture = await fetch(road.origin + pages[1]!.path);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    const { rows } = await owner.query<{ actor_role: string }>(
      `SELECT actor_role FROM audit_entries WHERE act = 'notice-paper-read' AND subject_id = $1 ORDER BY at`,
      [paperId],
    );
    expect(rows.map(({ actor_role }) => actor_role)).toEqual(['employer', 'assistant-registrar']);
  });

  test('is not there for a stranger, another office or another notice’s number, nor by plain SQL', async () => {
    const uploadId = await upload(await aPicture());
    const filed = await employer.call('fileNotice', exit([{ kind: 'other', uploadId }]));
    const { noticeId, papers } = filed;
    const { paperId } = papers[0]!;
    for (const who of ['agent', 'registrar-bangkok'])
      await expect((await road.as(who)).call('linkNoticePaper', { noticeId, paperId })).rejects.toMatchObject(
        { code: 'not-found' },
      );
    const other = await employer.call('fileNotice', exit());
    await expect(
      employer.call('linkNoticePaper', { noticeId: other.noticeId, paperId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const agent = await road.as('agent');
    const theirs = await upload(await aPicture(), agent);
    await expect(
      agent.call('addNoticePapers', { noticeId, papers: [{ kind: 'other', uploadId: theirs }] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const seen = await seenBy('applicant', 'AGENT-1');
    expect(seen).toEqual({ papers: 0, additions: 0 });
    expect((await seenBy('officer', 'OFFICE-10-1')).papers).toBe(0);
    expect((await seenBy('officer', 'OFFICE-74')).papers).toBeGreaterThan(0);
  });

  test('that no notice came to speak of is swept from the store', async () => {
    await sweepStagedBlobs(road.deps, 0);
    const { noticeId } = await employer.call('fileNotice', exit());
    const officer = await road.as('assistant');
    await officer.call('acknowledgeNotice', { noticeId, revision: 1 });
    const uploadId = await upload(await aPicture());
    const before = filesKept();
    await expect(
      employer.call('addNoticePapers', { noticeId, papers: [{ kind: 'other', uploadId }] }),
    ).rejects.toMatchObject({ code: 'refused' });
    expect(filesKept()).toBeGreaterThan(before);
    expect(await sweepStagedBlobs(road.deps)).toBe(0);
    expect(await sweepStagedBlobs(road.deps, 0)).toBe(1);
    expect(filesKept()).toBe(before);
  });
});

async function seenBy(role: string, party: string): Promise<{ papers: number; additions: number }> {
  const session = new pg.Client({ connectionString: road.database.url });
  await session.connect();
  const { rows: parties } = await owner.query<{ id: string }>('SELECT id FROM parties WHERE code = $1', [
    party,
  ]);
  await session.query('BEGIN');
  await session.query(`SET LOCAL ROLE permit_${role}; SET LOCAL permit.parties = '{${parties[0]!.id}}'`);
  const { rows } = await session.query<{ papers: number; additions: number }>(
    `SELECT (SELECT count(*)::int FROM notice_papers) AS papers,
            (SELECT count(*)::int FROM notice_additions) AS additions`,
  );
  await session.end();
  return rows[0]!;
}
