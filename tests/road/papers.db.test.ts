import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { prepareBundleJob } from '@permit/server/papers/prepare-bundle-job.ts';
import { verifyPermitQr } from '@permit/domain/cards/verify-permit-qr.ts';
import { openIdentityQr } from '@permit/domain/cards/identity-qr.ts';
import { trustListOf } from '@permit/server/permits/permit-lookup.ts';
import { paperProof } from '@permit/server/papers/sign-paper.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { aGrantedCase, aSubmission, payAtBank } from './road-steps.ts';

// Several whole filings each; a busy machine needs the time.
jest.setTimeout(90_000);

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64');
const kindsOf = ({ papers }: { papers: readonly { kind: string }[] }) => papers.map(({ kind }) => kind);
const inflated = (bytes: Uint8Array, most: number) =>
  (promisify(inflate) as (data: Uint8Array, options: object) => Promise<Buffer>)(bytes, {
    maxOutputLength: most,
  });

test('a receipt is there with the payment, signed, and the same bytes for ever', async () => {
  const employer = await road.as('employer');
  const { bill } = await aSubmission(road);
  await payAtBank(road, bill!);
  const { receipts } = await employer.call('getBill', { billId: bill!.billId });
  const ask = { kind: 'receipt', subjectId: receipts[0]!.receiptId, language: 'my' } as const;
  const [first, again] = [await employer.call('getPaper', ask), await employer.call('getPaper', ask)];
  expect(again).toEqual(first);
  const pdf = bytesOf(first);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(first.sha256);
  const { spki } = road.deps.keys.publicKeys('receipt').find(({ keyId }) => keyId === first.keyId)!;
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const text = Buffer.from(`permit-paper:receipt:${ask.subjectId}:${first.sha256}`);
  expect(verify(null, text, key, Buffer.from(first.signature, 'base64'))).toBe(true);
});

test('the code on a paper opens with the public trust list and says what the paper says', async () => {
  const part = { kind: 'receipt', number: 'R69-00000001', issuedOn: '2026-11-20', satang: 10_000 } as const;
  const at = new Date('2026-11-20T03:00:00Z');
  const qr = await paperProof(road.deps.keys, { part, fullName: 'MS. THIDA AUNG', at });
  const check = {
    now: Math.floor(at.getTime() / 1000),
    trustList: trustListOf(road.deps.keys),
    inflate: inflated,
    verifySignature: async (key: { publicKey: string }, message: Uint8Array, signature: Uint8Array) => {
      const der = Buffer.concat([
        Buffer.from('302a300506032b6570032100', 'hex'),
        Buffer.from(key.publicKey, 'base64'),
      ]);
      return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
    },
  };
  const opened = await openIdentityQr(qr, check);
  expect(opened).toMatchObject({
    ok: true,
    claims: { paper: part, identity: { fullName: 'MS. THIDA AUNG' } },
  });
  // To the check page it is no permit, and a genuine paper.
  expect(await verifyPermitQr(qr, check)).toMatchObject({
    answer: 'not-known',
    reason: 'not-a-permit',
    signatureGood: true,
    claims: { paper: part },
  });
  const forged = await openIdentityQr(qr.slice(0, -4) + (qr.endsWith('0000') ? '1111' : '0000'), check);
  expect(forged.ok).toBe(false);
});

test('a proof of work is there from the moment that the round gives it, and another one from the grant', async () => {
  const employer = await road.as('employer');
  const { applicationId, bill } = await aSubmission(road, 'N632');
  const proof = { kind: 'may-work', subjectId: applicationId, language: 'km' } as const;
  expect(kindsOf(await employer.call('listPapers', { applicationId }))).toEqual(['pay-in-slip']);
  await expect(employer.call('getPaper', proof)).rejects.toMatchObject({ code: 'not-found' });
  // This round's own text: the receipt of the application fee is interim proof (catalogue, N632).
  await payAtBank(road, bill!);
  expect(kindsOf(await employer.call('listPapers', { applicationId }))).toEqual(['receipt', 'may-work']);
  expect(bytesOf(await employer.call('getPaper', proof)).length).toBeGreaterThan(10_000);
  const interim = { ...proof, kind: 'interim-permit' } as const;
  await expect(employer.call('getPaper', interim)).rejects.toMatchObject({ code: 'not-found' });
  const granted = await aGrantedCase(road, 'N632');
  expect(kindsOf(await employer.call('listPapers', granted))).toEqual([
    'receipt',
    'receipt',
    'interim-permit',
  ]);
  const permit = await employer.call('getPaper', { ...interim, subjectId: granted.applicationId });
  expect(bytesOf(permit).length).toBeGreaterThan(10_000);
});

test('a pay-in slip is made for one bill and for many, and not kept', async () => {
  const employer = await road.as('employer');
  const bills = [(await aSubmission(road)).bill!, (await aSubmission(road)).bill!];
  const { groups } = await employer.call('payBills', { billIds: bills.map(({ billId }) => billId) });
  for (const subjectId of [bills[0]!.billId, groups[0]!.groupId]) {
    const slip = await employer.call('getPaper', { kind: 'pay-in-slip', subjectId });
    expect(bytesOf(slip).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test('a refused case has its letter, and to another filer no paper and no bundle is there', async () => {
  const [employer, agent] = await Promise.all([road.as('employer'), road.as('agent')]);
  const { applicationId, bill } = await aSubmission(road);
  await payAtBank(road, bill!);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'refuse' });
  const registrar = await road.as('registrar');
  const { revision } = await registrar.call('getApplication', { applicationId });
  await registrar.call('refuseApplication', {
    applicationId,
    revision,
    ground: 'not-eligible',
    text: 'เอกสารไม่ครบ',
  });
  const letter = { kind: 'refusal-letter', subjectId: applicationId } as const;
  expect(bytesOf(await employer.call('getPaper', letter)).length).toBeGreaterThan(10_000);
  const { papers } = await employer.call('listPapers', { applicationId });
  for (const { kind, subjectId } of [...papers, { kind: 'pay-in-slip', subjectId: bill!.billId } as const])
    await expect(agent.call('getPaper', { kind, subjectId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(agent.call('listPapers', { applicationId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(agent.call('requestBundle', { applicationIds: [applicationId] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a bundle is prepared case by case, goes on after a stop, and a broken download goes on at its byte', async () => {
  const employer = await road.as('employer');
  const submitted = [await aSubmission(road), await aSubmission(road)];
  for (const { bill } of submitted) await payAtBank(road, bill!);
  const applicationIds = submitted.map(({ applicationId }) => applicationId);
  const { bundleId, state } = await employer.call('requestBundle', { applicationIds, kinds: ['receipt'] });
  expect(state).toBe('preparing');
  await expect(fetchBundle(bundleId)).resolves.toMatchObject({ status: 422 });
  // A slice of no time does nothing and leaves the rest to the next job; then two that end it.
  await workOnce(road.deps, 'prepare-bundle', prepareBundleJob(road.press, 0));
  expect(await employer.call('getBundle', { bundleId })).toMatchObject({ done: 0, total: 2 });
  while (await workOnce(road.deps, 'prepare-bundle', prepareBundleJob(road.press))) continue;
  expect(await employer.call('getBundle', { bundleId })).toMatchObject({
    state: 'ready',
    done: 2,
    failed: 0,
  });
  const whole = await fetchBundle(bundleId);
  expect(whole.headers.get('content-length')).toBe(String(whole.bytes.length));
  const names = await namesIn(whole.bytes);
  expect(names.filter((name) => /^\d{14}\/receipt-R\d\d-\d{8}\.pdf$/.test(name))).toHaveLength(2);
  const half = Math.floor(whole.bytes.length / 2);
  const rest = await fetchBundle(bundleId, { range: `bytes=${half}-` });
  expect(rest.status).toBe(206);
  expect(rest.bytes.equals(whole.bytes.subarray(half))).toBe(true);
  const foreign = (await road.as('agent')).call('getBundle', { bundleId });
  await expect(foreign).rejects.toMatchObject({ code: 'not-found' });

  // It ends by the real clock: then it is there to be seen, and nothing of it is sent any more.
  const owner = await road.database.owner();
  await owner.query(
    `UPDATE bundles SET expires_at = created_at + interval '1 millisecond' WHERE public_id = $1`,
    [bundleId],
  );
  expect(await employer.call('getBundle', { bundleId })).toMatchObject({ state: 'expired', done: 2 });
  const over = await fetchBundle(bundleId);
  expect(over.status).toBe(422);
  expect(JSON.parse(over.bytes.toString())).toMatchObject({ detailCode: 'bundle-expired' });
});

async function fetchBundle(bundleId: string, headers: Record<string, string> = {}) {
  const { accessToken } = await road.nobody.call('signIn', {
    ...(({ username, password }) => ({ username, password }))(
      road.accounts.find(({ role }) => role === 'employer')!,
    ),
    delivery: 'body',
  });
  const response = await fetch(`${road.origin}/api/v1/bundles/${bundleId}/file`, {
    headers: { authorization: `Bearer ${accessToken}`, ...headers },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

async function namesIn(zip: Buffer): Promise<string[]> {
  const file = await promisify<Buffer, object, ZipFile>(fromBuffer as never)(zip, { lazyEntries: false });
  const names: string[] = [];
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => names.push(entry.fileName));
    file.on('end', resolve);
    file.on('error', reject);
  });
  return names;
}
