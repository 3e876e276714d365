import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import type { Database } from '@permit/server/database/database.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { importPermitsJob } from '@permit/server/old-permits/import-permits-job.ts';
import { createHash } from 'node:crypto';
import { sendFile } from '../bulk/send-file.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aDraft, DECLARATION, payAtBank, reasonsFor } from '../road/road-steps.ts';
import { registerLine, registerText, sampleLine } from './old-register.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

const asJob = <T>(work: (db: Database) => Promise<T>) =>
  inTransaction(road.deps, SYSTEM, 'test', ({ db }) => work(db));

async function start(text: string, source = 'invented register'): Promise<string> {
  const administrator = await road.as('administrator');
  const uploadId = await sendFile(administrator, 'old-permits', Buffer.from(text), 1_500);
  return (await administrator.call('importPermits', { uploadId, source })).importId;
}
const work = () => workOnce(road.deps, 'import-permits', importPermitsJob(10));
const codesOf = async (applicationId: string) => {
  const { findings } = await (await road.as('employer')).call('precheckDraft', { applicationId });
  return findings.map(({ code }) => code).filter((code) => /old-permit|last-permit/.test(code));
};

test('while no register was imported, an old number is not doubted', async () => {
  expect(await codesOf((await aDraft(road)).applicationId)).toEqual([]);
});

// 46 permits, two of them again word for word, one again with another end, one without a number.
const LINES = Array.from({ length: 46 }, (_, index) => registerLine(index + 1));
LINES.push(
  registerLine(3),
  registerLine(40),
  registerLine(5).with(8, '10/01/2575'),
  registerLine(50).with(0, ''),
);
const FILE = registerText(LINES);

test('a register is imported, cut off in the middle, and goes on; what repeats or contradicts is kept and named', async () => {
  const administrator = await road.as('administrator');
  const importId = await start(FILE);
  let connections = 0;
  const { client } = road.deps.db;
  const acquire = client.acquireConnection.bind(client) as () => Promise<unknown>;
  const cutOff: typeof client = Object.assign(Object.create(client), {
    acquireConnection: () => {
      connections += 1;
      // Taking the job, finding the import and two steps pass; then the power goes.
      if (connections === 5) throw new Error('power cut');
      return acquire();
    },
  });
  const dying = new Proxy(road.deps.db, {
    get: (db, name: keyof Database) => (name === 'client' ? cutOff : db[name]),
  });
  await workOnce({ ...road.deps, db: dying }, 'import-permits', importPermitsJob(10));
  expect(await administrator.call('getPermitImport', { importId })).toMatchObject({ lineDone: 21, kept: 20 });
  await asJob((db) => db('jobs').where('kind', 'import-permits').update({ run_at: db.fn.now() }));
  await work();
  const run = await administrator.call('getPermitImport', { importId });
  expect(run).toMatchObject({ lineDone: 51, kept: 49, refused: 1, duplicates: 2, contradictions: 1 });
  expect([run.fileHash, run.bytesDone]).toEqual([
    createHash('sha256').update(FILE).digest('hex'),
    Buffer.byteLength(FILE),
  ]);
  const { conflicts } = await administrator.call('listOldPermitConflicts', { importId });
  expect(conflicts).toEqual([
    { line: 48, standing: 'duplicate', first: { importId, line: 4 }, differs: [] },
    { line: 49, standing: 'duplicate', first: { importId, line: 41 }, differs: [] },
    { line: 50, standing: 'contradiction', first: { importId, line: 6 }, differs: ['expires'] },
  ]);
  const { faults } = await administrator.call('listOldPermitFaults', { importId });
  expect(faults).toEqual([{ line: 51, column: 'oldPermit.number', code: 'missing' }]);
}, 60_000);

test('no name and no number of it lies readable in the database', async () => {
  const rows = await asJob((db) =>
    db('old_permits').select(db.raw(`old_permits::text || encode(sealed, 'escape') AS text`)),
  );
  expect(rows).toHaveLength(49);
  expect(rows.filter(({ text }) => /AUNG|6610000|MJ1000/.test(text))).toEqual([]);
});

test('a number in no register is a warning that the filer answers; officer and case keep question and answer', async () => {
  const { applicationId, revision } = await aDraft(road);
  expect(await codesOf(applicationId)).toEqual(['old-permit-not-found']);
  const overrules = await reasonsFor(road, applicationId);
  const employer = await road.as('employer');
  const input = { applicationId, revision, declaration: DECLARATION };
  await expect(employer.call('submitApplication', { ...input, overrules: [] })).rejects.toMatchObject({
    body: { code: 'draft-incomplete' },
  });
  await employer.call('submitApplication', { ...input, overrules });
  const { findings } = await employer.call('getApplication', { applicationId });
  expect(findings.find(({ code }) => code === 'old-permit-not-found')).toMatchObject({
    overruledBecause: 'known to the filer',
    evidence: { registers: 1 },
  });
  const answers = await asJob((db) => db('old_permit_answers').select('answer', 'registers', 'proven'));
  expect(answers).toEqual([{ answer: 'not-found', registers: 1, proven: false }]);
});

test('an officer sees the lines of the passport, answers once for all, and no other office is asked', async () => {
  const importId = await start(registerText([sampleLine().with(0, '66/99999999')]), 'numbered otherwise');
  await work();
  const employer = await road.as('employer');
  const [filed] = (await employer.call('listApplications', {})).applications.filter(
    ({ state }) => state === 'awaiting-payment',
  );
  const { bills } = await employer.call('listBills', { applicationId: filed!.applicationId });
  await payAtBank(road, bills[0]!);
  await (
    await road.as('checker')
  ).call('checkDocuments', { applicationId: filed!.applicationId, complete: true });
  const registrar = await road.as('registrar');
  const { questions } = await registrar.call('listOldPermitQuestions', {});
  expect(questions).toMatchObject([{ registers: 1, serviceCode: 'R59M' }]);
  const { applicationId } = questions[0]!;
  const { lines } = await registrar.call('getOldPermitQuestion', { applicationId });
  expect(lines).toMatchObject([{ importId, line: 2, source: 'numbered otherwise', number: '6699999999' }]);
  expect(lines[0]!.differs).toContain('number');
  const answer = { applicationId, note: 'บัตรเดิมเลขตรงกับทะเบียน' };
  const stranger = { ...answer, verdict: 'found-line' as const, importId, line: 3 };
  await expect(registrar.call('answerOldPermit', stranger)).rejects.toMatchObject({
    body: { code: 'not-found' },
  });
  const found = await registrar.call('answerOldPermit', { ...stranger, line: 2 });
  expect(found).toMatchObject({ verdict: 'found-line', importId, line: 2, note: answer.note });
  expect(await registrar.call('listOldPermitQuestions', {})).toEqual({ questions: [] });
  const { questions: answered } = await registrar.call('listOldPermitQuestions', { answered: 'true' });
  expect(answered).toMatchObject([{ applicationId, verdict: { verdict: 'found-line' } }]);
  // Sent back for a paper and answered: the number is the same, so the verdict stands and nobody is asked again.
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  const { revision } = await registrar.call('getApplication', { applicationId });
  const returned = [{ item: 'documents.photo', reason: 'document-unreadable' }];
  await registrar.call('returnApplication', { applicationId, revision, returned });
  const overrules = await reasonsFor(road, applicationId);
  await employer.call('answerRequest', { applicationId, note: 'ส่งรูปใหม่แล้ว', overrules });
  expect(await registrar.call('listOldPermitQuestions', {})).toEqual({ questions: [] });
  const bangkok = await road.as('registrar-bangkok');
  await expect(bangkok.call('getOldPermitQuestion', { applicationId })).rejects.toMatchObject({
    body: { code: 'not-found' },
  });
  // The register stands no more: the tests that follow ask about the second one.
  await asJob((db) => db('old_permit_imports').where('public_id', importId).update({ problem: 'given up' }));
}, 60_000);

test('a number in a register is compared with the draft, whole where the passport is the same', async () => {
  const { applicationId } = await aDraft(road);
  await start(registerText([sampleLine().with(5, 'แม่บ้าน')]), 'a second register');
  await work();
  expect(await codesOf(applicationId)).toEqual(['last-permit-occupation-differs']);
  const other = await aDraft(road);
  await asJob((db) =>
    db('old_permits').where('passport_key', 'is not', null).update({ salt: null, sealed: null }),
  );
  expect(await codesOf(other.applicationId)).toEqual(['old-permit-not-found']);
}, 60_000);

test('only an administrator imports, and a file that is no register ends with its reason', async () => {
  const importId = await start('colour,size\r\nred,1');
  await work();
  const administrator = await road.as('administrator');
  expect((await administrator.call('getPermitImport', { importId })).problem).toBe('sheet-headings-unknown');
  await expect((await road.as('employer')).call('getPermitImport', { importId })).rejects.toMatchObject({
    body: { code: 'not-permitted' },
  });
});
