import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRoadServer, type RoadServer } from './road-server.ts';
import {
  aDraft,
  aGrantedCase,
  aSubmission,
  DECLARATION,
  draftOf,
  payAtBank,
  reasonsFor,
  SAMPLES,
} from './road-steps.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

describe.each(['R59M', 'N632'] as const)('service %s', (code) => {
  test('goes from draft to granted by four different persons and two payments', async () => {
    const { applicationId } = await aGrantedCase(road, code);
    const employer = await road.as('employer');
    const application = await employer.call('getApplication', { applicationId });
    expect(application.state).toBe('granted');
    expect(application.bills.every(({ paidAt }) => paidAt !== undefined)).toBe(true);
    const { events } = await employer.call('listEvents', { applicationId });
    expect(events.map(({ to }) => to)).toEqual([
      'draft',
      'awaiting-payment',
      'in-document-check',
      'with-assistant-registrar',
      'with-registrar',
      'awaiting-permit-fee',
      'granted',
    ]);
  });
});

test('the two services ask for different fees and answer different clocks', async () => {
  const mou = await aSubmission(road, 'R59M');
  const cabinet = await aSubmission(road, 'N632');
  const employer = await road.as('employer');
  const due = async (applicationId: string) =>
    (await employer.call('getApplication', { applicationId })).dueAt;
  expect(await due(mou.applicationId)).not.toBe(await due(cabinet.applicationId));
  expect(mou.applicationNo.slice(0, 4)).toBe('6912');
  expect(cabinet.applicationNo.slice(0, 4)).toBe('6911');
});

test('submitting twice with one key files once and answers the same', async () => {
  const { applicationId, revision } = await aDraft(road);
  const overrules = await reasonsFor(road, applicationId);
  const employer = await road.as('employer');
  const submit = () =>
    employer.call(
      'submitApplication',
      { applicationId, revision, declaration: DECLARATION, overrules },
      { key: 'key-of-this-test-1' },
    );
  const [first, second] = await Promise.all([submit(), submit()]);
  expect(second).toEqual(first);
  await expect(
    employer.call('createDraft', { serviceCode: 'R59M' }, { key: 'key-of-this-test-1' }),
  ).rejects.toMatchObject({ code: 'idempotency-key-reused' });
});

test('a payment that is reported twice moves the case once, and a wrong amount is set aside', async () => {
  const { applicationId, bill } = await aSubmission(road);
  await payAtBank(road, { ...bill!, amountSatang: bill!.amountSatang - 100 });
  const employer = await road.as('employer');
  expect((await employer.call('getApplication', { applicationId })).state).toBe('awaiting-payment');
  await payAtBank(road, bill!);
  await payAtBank(road, bill!);
  const { events } = await employer.call('listEvents', { applicationId });
  expect(events.filter(({ to }) => to === 'in-document-check')).toHaveLength(1);
  const rows = await road.deps
    .db('payments')
    .count()
    .catch(() => 'not for this login');
  expect(rows).toBe('not for this login');
});

test('a report with a forged signature is refused', async () => {
  const { bill } = await aSubmission(road);
  const report = {
    ref1: bill!.ref1,
    ref2: bill!.ref2,
    amountSatang: bill!.amountSatang,
    paidAt: '2026-11-20T03:00:00Z',
    bankReference: 'FORGED01',
  };
  await expect(
    road.nobody.call('bankCallback', { ...report, signature: Buffer.alloc(64).toString('base64') }),
  ).rejects.toMatchObject({
    code: 'signature-wrong',
  });
});

test('a case of another office is not there for its registrar', async () => {
  const { applicationId } = await aGrantedCase(road);
  const stranger = await road.as('registrar-bangkok');
  await expect(stranger.call('getApplication', { applicationId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(stranger.call('grantApplication', { applicationId, revision: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('another filer sees neither the case, its bills nor its papers', async () => {
  const { applicationId } = await aSubmission(road);
  const employer = await road.as('employer');
  const { documents } = await employer.call('getApplication', { applicationId });
  const agent = await road.as('agent');
  await expect(agent.call('getApplication', { applicationId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(agent.call('getDocument', { documentId: documents[0]!.documentId })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await agent.call('listApplications', {})).applications).toEqual([]);
  expect((await agent.call('listBills', {})).bills).toEqual([]);
});

test('returned papers open only what was named, and the answer goes back to the check', async () => {
  const { applicationId, bill } = await aSubmission(road);
  await payAtBank(road, bill!);
  const checker = await road.as('checker');
  await checker.call('checkDocuments', {
    applicationId,
    complete: false,
    returned: [{ item: 'health', reason: 'expired' }],
  });
  const employer = await road.as('employer');
  await expect(
    employer.call('answerRequest', { applicationId, fields: { worker: {} } }),
  ).rejects.toMatchObject({ code: 'refused' });
  const answered = await employer.call('answerRequest', {
    applicationId,
    fields: { health: { hospital: 'โรงพยาบาลใหม่' } },
  });
  expect(answered.state).toBe('in-document-check');
});

test('anyone who knows number and birth date learns where the case stands, and nobody else does', async () => {
  const { applicationNo } = await aSubmission(road);
  const tracked = await road.nobody.call('trackApplication', { applicationNo, born: '1992-04-17' });
  expect(tracked.state).toBe('awaiting-payment');
  await expect(
    road.nobody.call('trackApplication', { applicationNo, born: '1992-04-18' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    road.nobody.call('trackApplication', { applicationNo: '69120000000000', born: '1992-04-17' }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a second open request of the same person is found, and wants the filer’s reason before it is taken', async () => {
  await aSubmission(road);
  const { applicationId, revision } = await aDraft(road);
  const employer = await road.as('employer');
  const { findings } = await employer.call('precheckDraft', { applicationId });
  expect(findings.map(({ code }) => code)).toContain('duplicate-open-request');
  const ask = { applicationId, revision, declaration: DECLARATION };
  await expect(employer.call('submitApplication', ask)).rejects.toMatchObject({ code: 'draft-incomplete' });
  const overrules = [{ code: 'duplicate-open-request', reason: 'ยื่นแทนคำขอเดิม' }];
  await employer.call('submitApplication', { ...ask, overrules });
  const filed = await employer.call('getApplication', { applicationId });
  expect(filed.findings.find(({ code }) => code === 'duplicate-open-request')?.overruledBecause).toBe(
    'ยื่นแทนคำขอเดิม',
  );
});

test('many that are filed at one moment are each filed once, by whom they are, and whoever may not file is refused alone', async () => {
  const [employer, agent] = [await road.as('employer'), await road.as('agent')];
  const draftFor = async (filer: 'employer' | 'agent') => {
    const { applicationId, revision } = await (
      await road.as(filer)
    ).call('createDraft', { serviceCode: 'R59M', draft: draftOf(SAMPLES.R59M) });
    const overrules = await reasonsFor(road, applicationId, filer);
    return { applicationId, revision, declaration: DECLARATION, overrules };
  };
  const mine = [await draftFor('employer'), await draftFor('employer'), await draftFor('employer')];
  const theirs = await draftFor('agent');
  const unexplained = { ...(await draftFor('employer')), overrules: [] };
  const [first, second] = mine as [(typeof mine)[0], (typeof mine)[0]];
  const settled = await Promise.allSettled([
    employer.call('submitApplication', first, { key: 'the-first-one' }),
    employer.call('submitApplication', unexplained),
    agent.call('submitApplication', theirs),
    agent.call('submitApplication', second),
    employer.call('submitApplication', second),
    employer.call('submitApplication', mine[2]!, { key: 'twice-at-once' }),
    employer.call('submitApplication', mine[2]!, { key: 'twice-at-once' }),
    employer.call('submitApplication', first, { key: 'another-key' }),
  ]);
  const told = settled.map((one) =>
    one.status === 'fulfilled' ? one.value.applicationId : (one.reason as { code: string }).code,
  );
  const ids = [first.applicationId, theirs.applicationId, second.applicationId, mine[2]!.applicationId];
  expect(told).toEqual([
    ...[ids[0], 'draft-incomplete', ids[1], 'not-found'],
    ...[ids[2], ids[3], ids[3], 'wrong-state'],
  ]);
  const rows = await road.deps.db.transaction(async (db) => {
    await db.raw('SET LOCAL ROLE permit_job');
    return (await db('applications as a')
      .whereIn('a.public_id', ids as string[])
      .select(
        'a.public_id',
        'a.number',
        'a.submitted_by',
        db.raw('(SELECT count(*)::int FROM bills b WHERE b.application_id = a.id) AS bills'),
        db.raw(`(SELECT count(*)::int FROM audit_entries e WHERE e.application_id = a.id
                 AND e.act = 'application-submitted' AND e.actor_person = a.submitted_by) AS audited`),
        db.raw(`(SELECT count(*)::int FROM state_history h WHERE h.record_id = a.id AND h.from_state = 'draft'
                 AND h.actor_person = a.submitted_by) AS moves`),
      )) as {
      public_id: string;
      number: string;
      submitted_by: string;
      bills: number;
      audited: number;
      moves: number;
    }[];
  });
  expect(new Set(rows.map(({ number }) => number)).size).toBe(4);
  expect(rows.map(({ bills, audited, moves }) => [bills, audited, moves])).toEqual(Array(4).fill([1, 1, 1]));
  const by = (id: string) => rows.find(({ public_id }) => public_id === id)!.submitted_by;
  expect(by(ids[1]!)).not.toBe(by(ids[0]!));
  expect(by(ids[2]!)).toBe(by(ids[0]!));
});
