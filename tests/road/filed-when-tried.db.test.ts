import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { actOnClocks } from '@permit/server/clocks/act-on-clocks.ts';
import type pg from 'pg';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { DECLARATION, draftOf, SAMPLES } from './road-steps.ts';

jest.setTimeout(120_000);

const LAST_DAY = '2026-12-11';
const DURING = `${LAST_DAY}T16:10:00+07:00`;
const PRINTERS_ONLY = `${LAST_DAY}T12:10:00+07:00`;
const NOTHING_FAILED = `${LAST_DAY}T14:00:00+07:00`;

let road: RoadServer;
let owner: pg.Client;
/** The day after the round closed and the old permit ended; filing failed through the last minutes of both. */
beforeAll(async () => {
  road = await startRoadServer('2026-12-12T09:00:00+07:00');
  owner = await road.database.owner();
  await outage('1', ['filing'], ['16:00', '17:00']);
  await outage('2', ['cards', 'messages'], ['12:00', '13:00']);
}, 120_000);
afterAll(() => road.close());

const outage = (which: string, affected: string[], [from, to]: [string, string]) =>
  inTransaction(road.deps, SYSTEM, 'test', (tx) =>
    tx.db('outages').insert({
      ...{ id: `01900000-0000-7000-8000-00000000000${which}`, public_id: `outage-of-this-test-0${which}` },
      ...{ component: 'network', affected, automatic: true },
      ...{ started_at: `${LAST_DAY}T${from}:00+07:00`, ended_at: `${LAST_DAY}T${to}:00+07:00` },
    }),
  );

const tried = async (triedAt = DURING, serviceCode = 'R59M') =>
  (await road.nobody.call('recordAttempt', { serviceCode, triedAt, seen: 'error' })).code;

/** A renewal whose old permit ended on the last day, or a case of the round that closed on it. */
async function aLateDraft(serviceCode: 'R59M' | 'N632' = 'R59M') {
  const sample = SAMPLES[serviceCode];
  const oldPermit = { ...SAMPLE_R59M.oldPermit, expires: calendarDate(LAST_DAY) };
  const draft = serviceCode === 'R59M' ? { ...draftOf(sample), oldPermit } : draftOf(sample);
  return (await road.as('employer')).call('createDraft', { serviceCode, draft });
}

async function file(
  { applicationId, revision }: { applicationId: string; revision: number },
  attemptCode?: string,
) {
  const employer = await road.as('employer');
  const cited = attemptCode ? { attemptCode } : {};
  const { findings } = await employer.call('precheckDraft', { applicationId });
  const codes = new Set(findings.filter(({ severity }) => severity === 'warn').map(({ code }) => code));
  const overrules = [...codes].map((code) => ({ code, reason: 'known to the filer' }));
  return employer.call('submitApplication', {
    ...{ applicationId, revision, declaration: DECLARATION, overrules },
    ...cited,
  });
}

const mayWork = async (applicationNo: string) =>
  (await road.nobody.call('trackApplication', { applicationNo, born: '1992-04-17' })).mayWork;

test('a renewal that our outage kept from its last day is in time, before it is paid and for everybody who sees it', async () => {
  const employer = await road.as('employer');
  const code = await tried();
  const draft = await aLateDraft();
  const { applicationId } = draft;
  const codesWith = async (attemptCode?: string) =>
    (
      await employer.call('precheckDraft', { applicationId, ...(attemptCode ? { attemptCode } : {}) })
    ).findings.map((finding) => finding.code);
  expect(await codesWith()).toContain('filed-after-expiry');
  expect(await codesWith(code.toLowerCase())).not.toContain('filed-after-expiry');

  const filed = await file(draft, code);
  const counted = { at: new Date(DURING).toISOString(), attemptCode: code, outage: { affected: ['filing'] } };
  const found = await employer.call('getApplication', { applicationId });
  expect(found.countedFiling).toMatchObject(counted);
  expect(found.findings.map((finding) => finding.code)).not.toContain('filed-after-expiry');
  // The receipt does not lie about when it came.
  expect(filed.receivedAt.slice(0, 10)).toBe('2026-12-12');
  expect(await mayWork(filed.applicationNo)).toBe(true);
  const { usedBy } = await (await road.as('clerk')).call('checkAttempt', { code });
  expect(usedBy).toEqual([filed.applicationNo]);

  const paper = { kind: 'may-work', subjectId: applicationId, language: 'my' } as const;
  expect((await employer.call('getPaper', paper)).mime).toBe('application/pdf');
  // An answer months later is judged by the same moment.
  expect(
    (await employer.call('precheckDraft', { applicationId })).findings.map((one) => one.code),
  ).not.toContain('filed-after-expiry');
});

test('without a code the same renewal is late and nobody may work by it', async () => {
  const filed = await file(await aLateDraft());
  expect(await mayWork(filed.applicationNo)).toBe(false);
});

test('a case of a round that closed during our outage is in the round', async () => {
  const draft = await aLateDraft('N632');
  const employer = await road.as('employer');
  const codes = async (attemptCode?: string) =>
    (
      await employer.call('precheckDraft', {
        ...{ applicationId: draft.applicationId },
        ...(attemptCode ? { attemptCode } : {}),
      })
    ).findings.map(({ code }) => code);
  expect(await codes()).toContain('round-closed');
  const code = await tried(DURING, 'N632');
  expect(await codes(code)).not.toContain('round-closed');
  await file(draft, code);
  expect(await codes()).not.toContain('round-closed');
});

test('a code that does not count is refused with its reason before anything is written', async () => {
  const draft = await aLateDraft();
  const good = await tried();
  const wrong = good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A');
  const refusals = {
    'attempt-unknown': wrong,
    'attempt-other-service': await tried(DURING, 'N632'),
    'attempt-no-outage': await tried(NOTHING_FAILED),
  };
  for (const [code, attemptCode] of Object.entries(refusals)) {
    const refusal = { code: 'refused', body: { detailCode: code, fields: [{ path: 'attemptCode', code }] } };
    await expect(file(draft, attemptCode)).rejects.toMatchObject(refusal);
    const { applicationId } = draft;
    const precheck = (await road.as('employer')).call('precheckDraft', { applicationId, attemptCode });
    await expect(precheck).rejects.toMatchObject(refusal);
  }
  await expect(file(draft, await tried(PRINTERS_ONLY))).rejects.toMatchObject({
    body: { detailCode: 'attempt-no-outage' },
  });
  const found = await (
    await road.as('employer')
  ).call('getApplication', { applicationId: draft.applicationId });
  expect({ state: found.state, bills: found.bills, number: found.applicationNo }).toEqual({
    state: 'draft',
    bills: [],
    number: undefined,
  });
  // And the draft is none the worse for it.
  expect((await file(draft, good)).state).toBe('awaiting-payment');
});

test('one attempt brings one case in time, also of several that cite it at one moment', async () => {
  const code = await tried();
  const drafts = await Promise.all(Array.from({ length: 4 }, () => aLateDraft()));
  const outcomes = await Promise.allSettled(drafts.map((draft) => file(draft, code)));
  const refused = outcomes
    .filter(({ status }) => status === 'rejected')
    .map((one) => (one as PromiseRejectedResult).reason);
  expect(refused).toHaveLength(3);
  for (const reason of refused)
    expect(reason).toMatchObject({ code: 'refused', body: { detailCode: 'attempt-cited' } });
});

test('the database lets no case take another’s attempt, nor give up its own', async () => {
  const [mine, other] = [await file(await aLateDraft(), await tried()), await file(await aLateDraft())];
  const take = owner.query(
    `UPDATE applications a SET counted_filed_at = b.counted_filed_at, counted_attempt = b.counted_attempt, counted_outage = b.counted_outage
     FROM applications b WHERE a.public_id = $1 AND b.public_id = $2`,
    [other.applicationId, mine.applicationId],
  );
  await expect(take).rejects.toMatchObject({ constraint: 'applications_one_case_an_attempt' });
  const giveUp = owner.query(
    'UPDATE applications SET counted_filed_at = NULL, counted_attempt = NULL, counted_outage = NULL WHERE public_id = $1',
    [mine.applicationId],
  );
  await expect(giveUp).rejects.toThrow();
});

test('a case that its clock ended before our outage was written down stands on the officers’ list until it is filed anew', async () => {
  const employer = await road.as('employer');
  const passportNo = 'ME555001';
  const fresh = () =>
    employer.call('createDraft', {
      serviceCode: 'R59M',
      draft: {
        ...draftOf(SAMPLES.R59M),
        travelDocument: { ...SAMPLES.R59M.travelDocument!, number: passportNo },
      },
    });
  const [wronged, otherwise] = [await file(await fresh()), await file(await aLateDraft())];
  await dueOn(wronged.applicationId, '2026-12-10');
  await dueOn(otherwise.applicationId, '2026-12-09');
  await actOnClocks(road.deps);
  const registrar = await road.as('registrar');
  const listed = async () =>
    (await registrar.call('listAttention', { kind: 'ended-in-outage' })).items.map(({ number }) => number);
  expect(await listed()).toEqual([]);
  const supervisor = await road.as('supervisor');
  const { outageId } = await supervisor.call('openOutage', {
    ...{ affected: ['payment'], note: 'the banks did not answer' },
    startedAt: '2026-12-10T12:00:00+07:00',
  });
  expect(await listed()).toEqual([wronged.applicationNo]);
  await supervisor.call('closeOutage', { outageId, endedAt: '2026-12-10T23:50:00+07:00' });
  expect(await listed()).toEqual([wronged.applicationNo]);

  await file(await fresh(), await tried('2026-12-10T18:00:00+07:00'));
  expect(await listed()).toEqual([]);
});

async function dueOn(applicationId: string, day: string): Promise<void> {
  const last = `${day}T23:59:59+07:00`;
  await owner.query('UPDATE applications SET due_at = $2 WHERE public_id = $1', [applicationId, last]);
  await owner.query(
    'UPDATE bills SET due_at = $2 WHERE application_id = (SELECT id FROM applications WHERE public_id = $1)',
    [applicationId, last],
  );
}
