import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import type { VirusScanner } from '@permit/server/documents/scan/virus-scanner.ts';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { ZipFile } from 'yazl';
import { EICAR } from '../documents/clamd-peer.ts';
import { runBulk } from '../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aPicture, draftOf, SAMPLES } from '../road/road-steps.ts';
import { sendFile } from './send-file.ts';
import { COMMON, goodRow, HEADINGS, sheetOf } from './worker-sheets.ts';

/** A fake at the scanner's port: knows the EICAR test file and no virus. */
const scanner: VirusScanner = {
  kind: 'clamd',
  scan: async (bytes) =>
    Buffer.from(bytes).includes(EICAR)
      ? { kind: 'infected', by: 'scanner of a test', signature: 'Eicar-Signature' }
      : { kind: 'clean', by: 'scanner of a test' },
  probe: async () => true,
};
const intake = createIntakePool({ scanner });
let road: RoadServer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  owner = await road.database.owner();
}, 60_000);
afterAll(async () => {
  intake.close();
  await road.close();
});

const infected = async (shade: number) => Buffer.concat([await aPicture(shade), EICAR]);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What the audit says of infections in a run, and who was the person behind it. */
async function infectionsIn(runId: string) {
  const { rows } = await owner.query<{ subject_id: string; actor_role: string; filer: boolean }>(
    `SELECT subject_id, actor_role, actor_person = (SELECT started_by FROM bulk_runs WHERE public_id = $1) AS filer
     FROM audit_entries WHERE act = 'file-infected' AND detail->>'run' = $1 ORDER BY subject_id`,
    [runId],
  );
  return rows;
}

test('a virus in an answer to many is the filer’s act, with the run that it came in', async () => {
  const employer = await road.as('employer');
  const { applicationId } = await employer.call('createDraft', {
    serviceCode: 'R59M',
    draft: draftOf(SAMPLES.R59M),
  });
  const bytes = await infected(11);
  const uploadId = await sendFile(employer, 'document', bytes);
  const { runId } = await employer.call('answerMany', {
    applicationIds: [applicationId],
    fields: {},
    paper: { kind: 'medical-certificate', uploadId },
  });
  await runBulk(road, intake);
  expect(await infectionsIn(runId)).toEqual([
    { subject_id: hashOf(bytes), actor_role: 'employer', filer: true },
  ]);
});

test('a virus is recorded also where its row is refused: before, for another reason, or when it is filed', async () => {
  const employer = await road.as('employer');
  const [ofGood, ofRefused] = [await infected(21), await infected(22)];
  const passport = HEADINGS.indexOf('เลขที่หนังสือเดินทาง');
  const [good, refused] = [goodRow(1), goodRow(2)];
  const born = HEADINGS.indexOf('วันเกิด');
  refused[born] = 'no day';
  const zip = new ZipFile();
  zip.addBuffer(ofGood, `${good[passport]}_passport.jpg`);
  zip.addBuffer(ofRefused, `${refused[passport]}_passport.jpg`);
  zip.end();
  const files = await buffer(zip.outputStream);
  const { runId } = await employer.call('importWorkers', {
    serviceCode: 'R59M',
    sheetUploadId: await sendFile(employer, 'workers-sheet', Buffer.from(sheetOf([good, refused]))),
    filesUploadId: await sendFile(employer, 'workers-files', files),
    common: COMMON,
  });
  await runBulk(road, intake);
  const { rows } = await employer.call('listBulkRows', { runId });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['drafted', 'refused']);
  const found = await infectionsIn(runId);
  expect(found.map(({ subject_id }) => subject_id).sort()).toEqual(
    [hashOf(ofGood), hashOf(ofRefused)].sort(),
  );
  expect(found.every(({ filer, actor_role }) => filer && actor_role === 'employer')).toBe(true);
});
