import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { A_PDF, aDraft, aPicture, DECLARATION, draftOf, reasonsFor } from '../road/road-steps.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer(undefined, {
    clock: { now: () => new Date(), business: () => new Date('2026-11-20T09:00:00+07:00'), demo: true },
  });
}, 60_000);
afterAll(() => road.close());

async function draftWith(
  papers: readonly { kind: string; bytes: Buffer; issued?: string; expires?: string }[],
) {
  const employer = await road.as('employer');
  const made = await employer.call('createDraft', { serviceCode: 'R59M', draft: draftOf(SAMPLE_R59M) });
  const { applicationId } = made;
  for (const { bytes, ...said } of papers)
    await employer.call('attachDocument', { applicationId, ...said, bytes: new Uint8Array(bytes) });
  return applicationId;
}

async function foundIn(applicationId: string, code: string) {
  const { findings } = await (await road.as('employer')).call('precheckDraft', { applicationId });
  return findings.filter((finding) => finding.code === code);
}

test('a portrait that was sent as the passport is told before anything is paid', async () => {
  const applicationId = await draftWith([
    { kind: 'passport', bytes: await aPicture() },
    { kind: 'photo', bytes: await aPicture(201) },
  ]);
  expect(await foundIn(applicationId, 'document-wrong-kind')).toMatchObject([
    { severity: 'warn', field: 'documents.0', evidence: { said: 'passport', seen: 'photo' } },
  ]);
});

test('a paper that has run out and a portrait that is too old are found by what their filer says of them', async () => {
  const applicationId = await draftWith([
    { kind: 'passport', bytes: A_PDF, expires: '2026-11-19' },
    { kind: 'photo', bytes: await aPicture(), issued: '2026-03-01' },
  ]);
  expect(await foundIn(applicationId, 'document-expired')).toMatchObject([
    { field: 'documents.0', evidence: { kind: 'passport', date: '2026-11-19' } },
  ]);
  expect(await foundIn(applicationId, 'document-too-old')).toMatchObject([
    { field: 'documents.1', evidence: { kind: 'photo', issued: '2026-03-01' } },
  ]);
  const { documents } = await (await road.as('employer')).call('getApplication', { applicationId });
  expect(documents).toMatchObject([{ expires: '2026-11-19' }, { issued: '2026-03-01' }]);
});

test('papers in order, with days or without, say nothing', async () => {
  const applicationId = await draftWith([
    { kind: 'passport', bytes: A_PDF, expires: '2026-11-20' },
    { kind: 'photo', bytes: await aPicture(), issued: '2026-11-01' },
    { kind: 'visa', bytes: A_PDF },
  ]);
  for (const code of ['document-wrong-kind', 'document-expired', 'document-too-old'])
    expect(await foundIn(applicationId, code)).toEqual([]);
});

test('a paper of tomorrow is refused: the year is of the other era', async () => {
  await expect(
    draftWith([{ kind: 'photo', bytes: await aPicture(), issued: '2569-11-01' }]),
  ).rejects.toMatchObject({ code: 'invalid-input', body: { detailCode: 'issued-in-the-future' } });
});

test('a case that is filed in spite of it carries the finding with the filer’s reason, for the officer', async () => {
  const { applicationId, revision } = await aDraft(road);
  const employer = await road.as('employer');
  const bytes = new Uint8Array(await aPicture());
  await employer.call('attachDocument', { applicationId, kind: 'passport', bytes });
  const overrules = await reasonsFor(road, applicationId);
  await employer.call('submitApplication', { applicationId, revision, declaration: DECLARATION, overrules });
  const { findings, documents } = await employer.call('getApplication', { applicationId });
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'document-wrong-kind', overruledBecause: 'known to the filer' }),
  );
  expect(documents.filter(({ seenAs }) => seenAs)).toMatchObject([{ kind: 'passport', seenAs: 'photo' }]);
});
