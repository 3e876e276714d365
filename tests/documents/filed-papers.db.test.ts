import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { clamdScanner } from '@permit/server/documents/scan/clamd-scanner.ts';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPicture } from '../road/road-steps.ts';
import { aPdf } from './a-pdf.ts';
import { CLAMD_VERSION, EICAR, startClamdPeer, type ClamdPeer } from './clamd-peer.ts';

let clamd: ClamdPeer;
let road: RoadServer;
let owner: pg.Client;
let applicationId: string;
beforeAll(async () => {
  clamd = await startClamdPeer();
  road = await startRoadServer(undefined, { scanner: clamdScanner(clamd.url, { timeoutMs: 1_000 }) });
  owner = new pg.Client({ connectionString: road.database.ownerUrl });
  await owner.connect();
  const employer = await road.as('employer');
  ({ applicationId } = await employer.call('createDraft', { serviceCode: 'R59M' }));
}, 60_000);
beforeEach(() => {
  clamd.mood = 'well';
});
afterAll(async () => {
  await owner.end();
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
