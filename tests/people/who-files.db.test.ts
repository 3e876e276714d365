import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  caseKey,
  draftOf as draftOfCase,
  findApplication,
} from '@permit/server/applications/application-store.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { sealJson } from '@permit/server/vault/person-vault.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aDraft, DECLARATION, draftOf, reasonsFor, SAMPLES } from '../road/road-steps.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

test('who files is known from the account: an employer is no worker, and no agent escapes the power of attorney', async () => {
  const asWorker = { ...draftOf(SAMPLES.N632), filerKind: 'worker' as const };
  const found = async (name: 'employer' | 'agent') => {
    const client = await road.as(name);
    const { powerOfAttorney: _given, ...draft } = asWorker;
    const { applicationId, revision } = await client.call('createDraft', { serviceCode: 'N632', draft });
    const begun = await client.call('getApplication', { applicationId });
    await client.call('updateDraft', { applicationId, revision, draft: { filerKind: 'worker' } });
    const saved = await client.call('getApplication', { applicationId });
    const { findings } = await client.call('precheckDraft', { applicationId });
    return {
      kinds: [begun.draft.filerKind, saved.draft.filerKind],
      attorney: findings.some(({ code }) => code === 'attorney-missing'),
    };
  };
  expect(await found('employer')).toEqual({ kinds: ['employer', 'employer'], attorney: false });
  expect(await found('agent')).toEqual({ kinds: ['agent', 'agent'], attorney: true });
});

test('a draft of before, which believed its form, is put right when it is filed', async () => {
  const employer = await road.as('employer');
  const { applicationId, revision } = await aDraft(road, 'R59M');
  await believeTheForm(applicationId, 'worker');
  expect((await employer.call('getApplication', { applicationId })).draft.filerKind).toBe('worker');
  const overrules = await reasonsFor(road, applicationId);
  await employer.call('submitApplication', { applicationId, revision, declaration: DECLARATION, overrules });
  expect((await employer.call('getApplication', { applicationId })).draft.filerKind).toBe('employer');
});

/** Writes a draft as the server did before it asked the account. */
async function believeTheForm(applicationId: string, filerKind: 'worker'): Promise<void> {
  await inTransaction(road.deps, SYSTEM, 'test', async (tx) => {
    const application = (await findApplication(tx.db, applicationId))!;
    const draft = { ...draftOfCase(road.deps.keys, application), filerKind };
    const draft_sealed = sealJson(caseKey(road.deps.keys, application), 'draft', draft);
    await tx.db('applications').where('id', application.id).update({ draft_sealed });
  });
}
