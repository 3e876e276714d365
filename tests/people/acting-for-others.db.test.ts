import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDueDelegations } from '@permit/server/delegations/delegations.ts';
import { queueMessage } from '@permit/server/messages/queue-message.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import type pg from 'pg';
import { apiClient } from '../../tools/road/api-client.ts';
import type { RoadServer } from '../road/road-server.ts';
import { signInAs } from '../../tools/road/sign-in-as.ts';
import { aSubmission, draftOf, payAtBank, SAMPLES } from '../road/road-steps.ts';
import type { SmtpPeer } from '../messages/smtp-peer.ts';
import { aPublicAccount, giveRole, lettersTo, PASSWORD, signedIn } from './an-account.ts';
import { refused, startPeopleServer, type PeopleServer } from './people-server.ts';

let people: PeopleServer;
let road: RoadServer;
let peer: SmtpPeer;
let owner: pg.Client;
beforeAll(async () => {
  people = await startPeopleServer();
  ({ road, peer, owner } = people);
}, 60_000);
afterAll(() => people.close());

const partyOf = async (code: string) =>
  (
    await owner.query<{ id: string; public_id: string }>(
      'SELECT id, public_id FROM parties WHERE code = $1',
      [code],
    )
  ).rows[0]!;

test('a delegation opens the cases of its acts, and when it ends the agent has nothing of them', async () => {
  await giveRole(road, 'agent', 'agent', 'AGENT-1');
  const [employer, agent] = [await road.as('employer'), await road.as('agent')];
  const canary = (await aSubmission(road, 'R59M')).applicationNo;
  const agentParty = await partyOf('AGENT-1');
  const terms = { agentPartyId: agentParty.public_id, validFrom: '2026-11-20', validUntil: '2026-12-31' };
  await expect(
    employer.call('grantDelegation', { ...terms, acts: ['renew', 'pay'], stampDutySatang: 1_000 }),
  ).rejects.toEqual(refused('refused', 'stamp-duty-short'));
  const { delegationId } = await employer.call('grantDelegation', {
    ...terms,
    acts: ['renew'],
    stampDutySatang: 1_000,
  });
  const seen = await agent.call('listApplications', {});
  expect(JSON.stringify(seen)).toContain(canary);
  const { applicationId } = seen.applications.find(({ applicationNo }) => applicationNo === canary)!;
  expect((await agent.call('listEvents', { applicationId })).events.length).toBeGreaterThan(0);

  // Filed by the agent for the employer: the power of attorney is the one that was given.
  const { partyId } = (await employer.call('whoAmI', {})).roles[0]!;
  const draft = { ...draftOf(SAMPLES.R59M), powerOfAttorney: { grantor: 'forged' } };
  const own = await agent.call('createDraft', { serviceCode: 'R59M', onBehalfOf: partyId, draft });
  const detail = await employer.call('getApplication', { applicationId: own.applicationId });
  expect(detail.draft.powerOfAttorney).toMatchObject({ acts: ['renew'], until: '2026-12-31' });
  await expect(
    agent.call('createDraft', { serviceCode: 'N632', onBehalfOf: partyId, draft: draftOf(SAMPLES.N632) }),
  ).rejects.toEqual(refused('refused', 'no-delegation'));

  await employer.call('revokeDelegation', { delegationId, reason: 'we file ourselves' });
  const after = JSON.stringify([
    await agent.call('listApplications', {}),
    await agent.call('listDelegations', {}),
    await agent.call('getApplication', { applicationId }).catch((error: unknown) => error),
    await agent.call('listEvents', { applicationId }).catch((error: unknown) => error),
    await agent.call('getApplication', { applicationId: own.applicationId }).catch((error: unknown) => error),
  ]);
  for (const trace of [canary, applicationId, own.applicationId, 'AUNG', 'MH123456'])
    expect([trace, after.includes(trace)]).toEqual([trace, false]);
  const rows = await owner.query(
    `SELECT 1 FROM case_access c JOIN applications a ON a.id = c.application_id
     WHERE c.party_id = $1 AND a.number = $2 AND (c.until IS NULL OR c.until > now())`,
    [agentParty.id, canary],
  );
  expect(rows.rows).toEqual([]);
});

test('a delegation of a day to come opens its cases on that day and not before', async () => {
  const [employer, agent] = [await road.as('employer'), await aPublicAccount(road, 'agent')];
  await employer.call('grantDelegation', {
    ...{ agentPartyId: agent.partyId, validFrom: '2026-11-23', validUntil: '2026-12-31' },
    ...{ acts: ['renew'], stampDutySatang: 1_000 },
  });
  const seen = async () => (await agent.client.call('listApplications', {})).applications.length;
  await openDueDelegations(road.deps);
  expect(await seen()).toBe(0);
  // The business day stands still here; its first instant comes nearer on the real clock.
  await owner.query(
    `UPDATE delegations SET starts_at = now() - interval '1 second' WHERE opened_at IS NULL AND valid_from = '2026-11-23'`,
  );
  expect(await seen()).toBe(0);
  await openDueDelegations(road.deps);
  expect(await seen()).toBeGreaterThan(0);
});

test('a letter about a case goes to the agent while the delegation lasts and not after it', async () => {
  const agent = await aPublicAccount(road, 'agent');
  const employer = await aPublicAccount(road, 'employer');
  const { delegationId } = await employer.client.call('grantDelegation', {
    agentPartyId: agent.partyId,
    acts: ['renew'],
    validFrom: '2026-11-20',
    validUntil: '2026-12-31',
    stampDutySatang: 1_000,
  });
  const { applicationId } = await employer.client.call('createDraft', {
    serviceCode: 'R59M',
    draft: draftOf(SAMPLES.R59M),
  });
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM applications WHERE public_id = $1', [
    applicationId,
  ]);
  const tell = (key: string) =>
    inTransaction(road.deps, SYSTEM, 'test', (tx) =>
      queueMessage(tx, { event: 'card-ready', key, to: { case: rows[0]!.id }, values: {} }),
    );
  const aboutCase = async () =>
    (await lettersTo(road, peer, agent.email)).filter(({ text }) => text?.includes(applicationId)).length;
  await tell('while it lasts');
  expect(await aboutCase()).toBe(1);
  // Queued before the end and not yet sent: the right is looked at again when it leaves.
  await tell('on the edge');
  await employer.client.call('revokeDelegation', { delegationId, reason: 'over' });
  await tell('after the end');
  expect(await aboutCase()).toBe(1);
});

test('an account that a former agent holds goes back to its owner, with every case, and the holder is told', async () => {
  const holder = await aPublicAccount(road, 'employer');
  const { applicationId } = await holder.client.call('createDraft', {
    serviceCode: 'R59M',
    draft: draftOf(SAMPLES.R59M),
  });
  const claimant = await aPublicAccount(road, 'employer');
  const { claimId } = await claimant.client.call('claimAccount', {
    username: holder.username,
    statement: 'our agent of last year opened it and kept the password',
    papers: ['company certificate 0745556000123'],
  });
  const registrar = await road.as('registrar');
  const { claims } = await registrar.call('listClaims', {});
  expect(claims).toEqual([expect.objectContaining({ claimId, username: holder.username, cases: 1 })]);
  await registrar.call('decideClaim', { claimId, upheld: true, reason: 'certificate seen' });
  const owners = await signedIn(road, claimant.username);
  expect((await owners.call('listApplications', {})).applications.map((row) => row.applicationId)).toEqual([
    applicationId,
  ]);
  await expect(
    holder.client.call('refreshSession', { refreshToken: 'x'.repeat(43), delivery: 'body' }),
  ).rejects.toEqual(refused('session-ended'));
  const left = signedIn(road, holder.username).then((client) => client.call('listApplications', {}));
  await expect(left).rejects.toEqual(refused('not-permitted'));
  const told = await lettersTo(road, peer, holder.email);
  expect(told.some(({ subject }) => subject?.includes('คืนให้เจ้าของ'))).toBe(true);
});

test('an acting registrar grants inside the written order and not a moment after it', async () => {
  const submitted = await aSubmission(road, 'R59M');
  const { applicationId } = submitted;
  await payAtBank(road, submitted.bill!);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  const administrator = await road.as('administrator');
  const { offices } = await administrator.call('listOffices', {});
  const { staff } = await administrator.call('listStaff', {});
  const stranger = staff.find(({ displayName }) => displayName.includes('ณรงค์'))!;
  const clerk = staff.find(({ roles }) => roles.some(({ role }) => role === 'clerk'))!;
  const order = {
    officeId: offices.find(({ code }) => code === 'OFFICE-74')!.officeId,
    role: 'registrar' as const,
    validFrom: new Date(Date.now() - 60_000).toISOString(),
    validUntil: new Date(Date.now() + 3_600_000).toISOString(),
  };
  await expect(
    administrator.call('createActingOrder', { ...order, orderNo: '1/2569', persons: [clerk.accountId] }),
  ).rejects.toEqual(refused('not-found'));
  const { orderId } = await administrator.call('createActingOrder', {
    ...order,
    orderNo: '2/2569',
    persons: [stranger.accountId],
  });
  const acting = await road.as('registrar-bangkok');
  const { revision } = await acting.call('getApplication', { applicationId });
  const setEnd = (sql: string) =>
    owner.query(`UPDATE acting_orders SET valid_until = ${sql} WHERE public_id = $1`, [orderId]);
  // The token still says registrar; the order ended a moment ago.
  await setEnd('clock_timestamp()');
  await expect(acting.call('grantApplication', { applicationId, revision })).rejects.toEqual(
    refused('not-permitted'),
  );
  await setEnd(`clock_timestamp() + interval '1 minute'`);
  await acting.call('grantApplication', { applicationId, revision });
  const { orders } = await administrator.call('listActingOrders', {});
  expect(orders).toEqual([expect.objectContaining({ orderNo: '2/2569', state: 'in-force' })]);
});

test('whoever is registrar at another office by an order is none at their own', async () => {
  const submitted = await aSubmission(road, 'R59M');
  const { applicationId } = submitted;
  await payAtBank(road, submitted.bill!);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  const administrator = await road.as('administrator');
  const { offices } = await administrator.call('listOffices', {});
  const { staff } = await administrator.call('listStaff', {});
  const assistant = staff.find(({ roles }) => roles.some(({ role }) => role === 'assistant-registrar'))!;
  await administrator.call('createActingOrder', {
    officeId: offices.find(({ code }) => code === 'OFFICE-10-1')!.officeId,
    role: 'registrar',
    validFrom: new Date(Date.now() - 60_000).toISOString(),
    validUntil: new Date(Date.now() + 3_600_000).toISOString(),
    orderNo: '3/2569',
    persons: [assistant.accountId],
  });
  const account = road.accounts.find(({ username }) => username === 'assistant')!;
  const both = await signInAs(road.origin, account);
  const { revision } = await both.call('getApplication', { applicationId });
  const words = { ground: 'not-eligible', text: 'ไม่มีหลักฐานการจ้าง' } as const;
  await expect(both.call('refuseApplication', { applicationId, revision, ...words })).rejects.toEqual(
    refused('not-found'),
  );
});

/** An employer to whom an upheld claim gave a second party, with the token of before and the one refreshed since. */
async function anOwnerOfTwo() {
  const holder = await aPublicAccount(road, 'employer');
  const claimant = await aPublicAccount(road, 'employer');
  const { username } = claimant;
  const session = await road.nobody.call('signIn', { username, password: PASSWORD, delivery: 'body' });
  const claim = { username: holder.username, statement: 'opened for us', papers: ['certificate'] };
  const { claimId } = await claimant.client.call('claimAccount', claim);
  const registrar = await road.as('registrar');
  await registrar.call('decideClaim', { claimId, upheld: true, reason: 'certificate seen' });
  const refreshed = await road.nobody.call('refreshSession', {
    refreshToken: session.refreshToken!,
    delivery: 'body',
  });
  const client = apiClient(road.origin, refreshed.accessToken);
  return { client, who: refreshed.who, own: claimant.partyId, given: holder.partyId };
}

test('after an upheld claim the running session is refreshed into both parties, without signing in again', async () => {
  const { who, own, given } = await anOwnerOfTwo();
  expect(who.roles.map(({ partyId }) => partyId).sort()).toEqual([own, given].sort());
});

test('who acts for two parties is asked for which, and nothing is done for the first of them', async () => {
  const { client, own, given } = await anOwnerOfTwo();
  const draft = { serviceCode: 'R59M', draft: draftOf(SAMPLES.R59M) };
  await expect(client.call('createDraft', draft)).rejects.toEqual(refused('acting-party-wanted'));
  expect((await client.call('listApplications', {})).applications).toEqual([]);
  const key = 'one-act-of-two-parties';
  const { applicationId } = await client.call('createDraft', draft, { key, actingParty: given });
  const { rows } = await owner.query(
    `SELECT p.public_id FROM applications a JOIN parties p ON p.id = a.filed_by_party WHERE a.public_id = $1`,
    [applicationId],
  );
  expect(rows).toEqual([{ public_id: given }]);
  // The key stands for the act of that party; the same for another is another request.
  expect(await client.call('createDraft', draft, { key, actingParty: given })).toMatchObject({
    applicationId,
  });
  await expect(client.call('createDraft', draft, { key, actingParty: own })).rejects.toEqual(
    refused('idempotency-key-reused'),
  );
});

test('nobody acts for a party that is not theirs, and who has one need not name it', async () => {
  const [{ client }, other] = [
    await aPublicAccount(road, 'employer'),
    await aPublicAccount(road, 'employer'),
  ];
  const draft = { serviceCode: 'R59M', draft: draftOf(SAMPLES.R59M) };
  await expect(client.call('createDraft', draft, { actingParty: other.partyId })).rejects.toEqual(
    refused('not-permitted', 'not-your-party'),
  );
  await client.call('createDraft', draft);
});
