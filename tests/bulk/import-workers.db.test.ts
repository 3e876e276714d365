import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { apiClient } from '../../tools/road/api-client.ts';
import { runBulk } from '../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF, aPicture, DECLARATION } from '../road/road-steps.ts';
import { sendFile } from './send-file.ts';
import { COMMON, goodRow, rowsWith, sheetOf, toWindows874 } from './worker-sheets.ts';

let road: RoadServer;
const intake = createIntakePool();
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(async () => {
  intake.close();
  await road.close();
});

type Options = { files?: Uint8Array; mode?: 'draft' | 'submit'; filer?: string; onBehalfOf?: string };

/** Uploads a sheet, works it off, and answers the run with all of its rows. */
async function importSheet(
  sheet: Uint8Array | string,
  { files, mode = 'draft', filer = 'employer', onBehalfOf }: Options = {},
) {
  const client = await road.as(filer);
  const sheetUploadId = await sendFile(client, 'workers-sheet', Buffer.from(sheet));
  const zip = files ? { filesUploadId: await sendFile(client, 'workers-files', files, 50_000) } : {};
  const overrules = ['document-missing', 'duplicate-open-request'].map((code) => ({ code, reason: 'later' }));
  const declared = mode === 'submit' ? { declaration: DECLARATION, overrules } : {};
  const input = {
    serviceCode: 'R59M',
    sheetUploadId,
    ...zip,
    common: COMMON,
    mode,
    ...declared,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
  const { runId } = await client.call('importWorkers', input);
  await runBulk(road, intake);
  const run = await client.call('getBulkRun', { runId });
  const { rows } = await client.call('listBulkRows', { runId, limit: 200 });
  return { run, rows };
}

/** The employer lets the agent renew for them; answers the employer's party. */
async function entrustTheAgent(): Promise<string> {
  const [employer, agent] = [await road.as('employer'), await road.as('agent')];
  const partyOf = async (client: typeof agent) => (await client.call('whoAmI', {})).roles[0]!.partyId;
  const terms = { validFrom: '2026-01-01', validUntil: '2027-12-31', stampDutySatang: 3_000 };
  const agentPartyId = await partyOf(agent);
  await employer.call('grantDelegation', { ...terms, acts: ['renew'], agentPartyId });
  return partyOf(employer);
}

const casesOf = async (filer = 'employer') =>
  (await (await road.as(filer)).call('listApplications', { limit: 100 })).applications;

test('of a hundred rows three are wrong: ninety-seven are accepted, and each reason names row, column and code', async () => {
  const { rows: lines, spoilt } = rowsWith(100, 3);
  const { run, rows } = await importSheet(sheetOf(lines));
  expect(run.outcomes).toMatchObject({ drafted: 97, refused: 3, known: 0 });
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  expect(
    refused.map(({ row, faults }) => [row, faults.find(({ severity }) => severity === 'refused')]),
  ).toMatchObject([...spoilt].map(([row, [column, code]]) => [row, { column, code }]));
  expect(await casesOf()).toHaveLength(97);

  const again = await importSheet(sheetOf(lines, ';'));
  expect(again.run.outcomes).toMatchObject({ drafted: 0, known: 97, refused: 3 });
  const mended = lines.map((_, index) => goodRow(index + 1));
  const corrected = await importSheet(toWindows874(sheetOf(mended)));
  expect(corrected.run.outcomes).toMatchObject({ drafted: 3, known: 97, refused: 0 });
  const [first] = await casesOf();
  expect(first).toMatchObject({ nationality: 'MM', state: 'draft' });
}, 60_000);

test('the report is a CSV in which nothing runs', async () => {
  const employer = await road.as('employer');
  const { runs } = await employer.call('listBulkRuns', {});
  const { csv } = await employer.call('downloadBulkReport', { runId: runs.at(-1)!.runId, language: 'en' });
  const lines = csv.trim().split('\r\n');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(lines[0]).toBe('Row,Outcome,Application no.,Column,Reason,code');
  expect(
    lines.some((line) => line.includes('Not accepted,,Date of birth,') && line.endsWith('not-a-birth-date')),
  ).toBe(true);
  expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([]);
});

async function zipOf(files: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  return buffer(zip.outputStream);
}

test('papers find their row by name; what fits no row is listed and never guessed at', async () => {
  const picture = await aPicture(90);
  const files = await zipOf({
    'MH100501_photo.jpg': picture,
    'MH100501_passport.pdf': A_PDF,
    '502/photo.jpg': await aPicture(91),
    'MH100502_passport.jpg': Buffer.from('no picture'),
    'IMG_2041.jpg': picture,
    'MH999999_photo.jpg': picture,
  });
  const { run, rows } = await importSheet(sheetOf([goodRow(501), goodRow(502)]), { files, filer: 'agent' });
  expect(rows.map((row) => row.files)).toEqual([2, 1]);
  expect(rows[1]!.faults).toContainEqual({
    column: 'documents.passport',
    code: 'file-refused',
    severity: 'remark',
  });
  expect(run.notes.map(({ code, text }) => `${code} ${text}`)).toEqual([
    'file-not-matched IMG_2041.jpg',
    'file-not-matched MH999999_photo.jpg',
  ]);
  const agent = await road.as('agent');
  const { documents } = await agent.call('getApplication', { applicationId: rows[0]!.applicationId! });
  expect(documents.map(({ kind }) => kind).sort()).toEqual(['passport', 'photo']);
});

test('rows that may be filed are filed, the others stay drafts with what stands against them', async () => {
  const wrong = goodRow(701);
  wrong[12] = '10 ม.ค. 2568';
  const ask = { mode: 'submit', filer: 'agent' } as const;
  const noPower = await importSheet(sheetOf([goodRow(699)]), ask);
  expect(noPower.rows[0]!.faults.map(({ code }) => code)).toEqual([
    'not-to-be-submitted',
    'attorney-missing',
  ]);
  const onBehalfOf = await entrustTheAgent();
  const { rows } = await importSheet(sheetOf([goodRow(700), wrong]), { ...ask, onBehalfOf });
  expect([rows[0]!.outcome, rows[0]!.faults]).toEqual(['submitted', []]);
  expect(rows[1]!.outcome).toBe('drafted');
  expect(rows[0]!.applicationNo).toMatch(/^\d{14}$/);
  expect(rows[1]!.faults.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['not-to-be-submitted', 'stay-ended']),
  );
});

test('the software of an employer does the whole of it with a key: sheet, run, report, filing, one bill, one ZIP', async () => {
  const employer = await road.as('employer');
  const key = await employer.call('createMachineKey', {
    name: 'payroll',
    perMinute: 600,
    scopes: [
      ...(['createUpload', 'appendUpload', 'getUpload', 'importWorkers', 'getBulkRun'] as const),
      ...(['listBulkRows', 'downloadBulkReport', 'submitMany', 'listBills', 'payBills'] as const),
      ...(['getBillGroup', 'requestBundle', 'getBundle', 'downloadBundle'] as const),
    ],
  });
  const machine = apiClient(road.origin, key.secret!);
  const sheetUploadId = await sendFile(machine, 'workers-sheet', Buffer.from(sheetOf([goodRow(900)])));
  const { runId } = await machine.call('importWorkers', {
    serviceCode: 'R59M',
    sheetUploadId,
    common: COMMON,
  });
  await runBulk(road, intake);
  const { rows } = await machine.call('listBulkRows', { runId });
  expect((await machine.call('downloadBulkReport', { runId })).fileName).toContain('.csv');
  const applicationIds = rows.map(({ applicationId }) => applicationId!);
  const overrules = ['document-missing', 'duplicate-open-request'].map((code) => ({ code, reason: 'later' }));
  const filing = await machine.call('submitMany', { applicationIds, declaration: DECLARATION, overrules });
  await runBulk(road, intake);
  expect((await machine.call('getBulkRun', filing)).outcomes).toMatchObject({ submitted: 1 });
  const { bills } = await machine.call('listBills', { applicationId: applicationIds[0]! });
  const { groups } = await machine.call('payBills', { billIds: bills.map(({ billId }) => billId) });
  expect(await machine.call('getBillGroup', groups[0]!)).toMatchObject({ state: 'open' });
  const { bundleId } = await machine.call('requestBundle', { applicationIds, kinds: ['pay-in-slip'] });
  expect(await machine.call('getBundle', { bundleId })).toMatchObject({ total: 1 });
});

test('nobody else sees a run, its rows or its report', async () => {
  const { runs } = await (await road.as('employer')).call('listBulkRuns', {});
  const agent = await road.as('agent');
  const runId = runs[0]!.runId;
  for (const ask of ['getBulkRun', 'listBulkRows', 'downloadBulkReport'] as const)
    await expect(agent.call(ask, { runId })).rejects.toMatchObject({ code: 'not-found' });
});
