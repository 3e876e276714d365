import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stepOfCode } from '@permit/server/accounts/second-factor.ts';
import { queueMessage } from '@permit/server/messages/queue-message.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { generateSync } from 'otplib/functional';
import pg from 'pg';
import { apiClient } from '../../tools/road/api-client.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aSubmission, draftOf, payAtBank, SAMPLES } from '../road/road-steps.ts';
import { startSmtpPeer, type SmtpPeer } from '../messages/smtp-peer.ts';
import { aPublicAccount, giveRole, lettersTo, PASSWORD, signedIn } from './an-account.ts';

let road: RoadServer;
let peer: SmtpPeer;
let owner: pg.Client;
beforeAll(async () => {
  road = await startRoadServer();
  peer = await startSmtpPeer();
  owner = new pg.Client({ connectionString: road.database.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await peer.close();
  await road.close();
});

const refused = (code: string, detailCode = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(detailCode) as unknown });
const codeIn = (letters: { readonly subject?: string | undefined }[]) =>
  letters.map(({ subject }) => /\d{8}/.exec(subject ?? '')?.[0]).find((code) => code)!;
const partyOf = async (code: string) =>
  (
    await owner.query<{ id: string; public_id: string }>(
      'SELECT id, public_id FROM parties WHERE code = $1',
      [code],
    )
  ).rows[0]!;

test('a lost password is set anew by the code that was mailed; every session ends and the owner is told', async () => {
  const { username, email, client } = await aPublicAccount(road, 'employer');
  await road.nobody.call('startRecovery', { username });
  const code = codeIn(await lettersTo(road, peer, email));
  const wrong = String((Number(code) + 1) % 1e8).padStart(8, '0');
  const newPassword = 'another long password';
  await expect(road.nobody.call('finishRecovery', { username, code: wrong, newPassword })).rejects.toEqual(
    refused('wrong-credentials'),
  );
  await road.nobody.call('finishRecovery', { username, code, newPassword });
  await expect(road.nobody.call('finishRecovery', { username, code, newPassword })).rejects.toEqual(
    refused('wrong-credentials'),
  );
  await expect(signedIn(road, username)).rejects.toEqual(refused('wrong-credentials'));
  await signedIn(road, username, newPassword);
  expect((await client.call('listSessions', {})).sessions).toHaveLength(1);
  const told = (await lettersTo(road, peer, email)).map(({ subject }) => subject);
  expect(told.some((subject) => subject?.includes('ตั้งรหัสผ่านใหม่'))).toBe(true);
});

test('a name that nobody has, staff, and a known name get one answer to a recovery', async () => {
  const { username } = await aPublicAccount(road, 'worker');
  for (const name of [username, 'nobody-at-all', 'registrar'])
    expect(await road.nobody.call('startRecovery', { username: name })).toEqual({});
  const { rows } = await owner.query(
    `SELECT 1 FROM account_codes WHERE purpose = 'recovery' AND used_at IS NULL`,
  );
  expect(rows).toHaveLength(1);
});

test('at a counter one clerk asks with papers and another person grants; nobody does both', async () => {
  const { username } = await aPublicAccount(road, 'worker');
  const [clerk, other] = [await road.as('clerk'), await road.as('clerk2')];
  const { recoveryId } = await clerk.call('askCounterRecovery', { username, papers: ['passport'] });
  for (const [who, mine] of [
    [clerk, true],
    [other, false],
  ] as const)
    expect((await who.call('listCounterRecoveries', {})).recoveries).toEqual([
      expect.objectContaining({ recoveryId, username, papers: ['passport'], mine }),
    ]);
  await expect(clerk.call('grantCounterRecovery', { recoveryId })).rejects.toEqual(refused('same-person'));
  const { code } = await other.call('grantCounterRecovery', { recoveryId });
  expect(await other.call('listCounterRecoveries', {})).toEqual({ recoveries: [] });
  await road.nobody.call('finishRecovery', { username, code, newPassword: 'from the counter 1' });
  await signedIn(road, username, 'from the counter 1');
  const staff = { username: 'registrar', papers: ['thai-id' as const] };
  await expect(clerk.call('askCounterRecovery', staff)).rejects.toEqual(refused('not-found'));
});

test('a new address counts after its code; a wrong password changes nothing', async () => {
  const { client } = await aPublicAccount(road, 'employer');
  const contact = { channel: 'email' as const, address: 'new@example.org' };
  await expect(client.call('setContact', { ...contact, password: 'wrong' })).rejects.toEqual(
    refused('wrong-credentials'),
  );
  await client.call('setContact', { ...contact, password: PASSWORD });
  expect((await client.call('getAccount', {})).email?.address).not.toBe('new@example.org');
  const letters = await lettersTo(road, peer, 'new@example.org');
  await client.call('confirmContact', { code: codeIn(letters) });
  expect((await client.call('getAccount', {})).email).toEqual({
    address: 'new@example.org',
    confirmed: true,
  });
});

test('a second factor counts after its first code, and then nobody signs in without it', async () => {
  const { username, client } = await aPublicAccount(road, 'agent');
  const { secondFactorUri } = await client.call('startSecondFactor', { password: PASSWORD });
  const secret = new URL(secondFactorUri).searchParams.get('secret')!;
  await signedIn(road, username);
  const code = generateSync({ secret });
  expect(stepOfCode(secret, code, new Date())).toBeDefined();
  await client.call('confirmSecondFactor', { code });
  await expect(signedIn(road, username)).rejects.toEqual(refused('second-factor-needed'));
});

test('sessions are listed and ended one by one and all at once', async () => {
  const { username, client } = await aPublicAccount(road, 'worker');
  await signedIn(road, username);
  await signedIn(road, username);
  const { sessions } = await client.call('listSessions', {});
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, false, true]);
  await client.call('endSession', { sessionId: sessions.find(({ current }) => !current)!.sessionId });
  expect(await client.call('endOtherSessions', {})).toEqual({ ended: 1 });
  expect((await client.call('listSessions', {})).sessions).toHaveLength(1);
});

test('two accounts of one human are one person, and nobody gives a role to themselves', async () => {
  const administrator = await road.as('administrator');
  const { roles } = await administrator.call('whoAmI', {});
  const staff = { password: PASSWORD, displayName: 'x', role: 'inspector', partyId: roles[0]!.partyId };
  const nationalId = '3-1006-00123-45-0';
  const one = await administrator.call('createStaff', { ...staff, nationalId, username: 'first-account' });
  const two = await administrator.call('createStaff', { ...staff, nationalId, username: 'second-account' });
  const { rows } = await owner.query<{ person_id: string }>(
    'SELECT DISTINCT person_id FROM accounts WHERE public_id = ANY ($1)',
    [[one.accountId, two.accountId]],
  );
  expect(rows).toHaveLength(1);
  await expect(
    administrator.call('createStaff', { ...staff, nationalId: '1234567890123', username: 'third-account' }),
  ).rejects.toEqual(refused('invalid-input'));
  const { accountId } = await administrator.call('getAccount', {});
  const self = { accountId, role: 'registrar', partyId: roles[0]!.partyId, orderNo: 'x' };
  await expect(administrator.call('assignRole', self)).rejects.toEqual(refused('same-person'));
});

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

test('a machine key does what its scope says, within its quota, in the name of its owner', async () => {
  const { client } = await aPublicAccount(road, 'employer');
  const { keyId, secret } = await client.call('createMachineKey', {
    name: 'payroll',
    scopes: ['listApplications', 'createDraft'],
    perMinute: 600,
    dailyQuota: 5,
  });
  const machine = apiClient(road.origin, secret!);
  expect((await machine.call('listApplications', {})).applications).toEqual([]);
  await machine.call('createDraft', { serviceCode: 'R59M', draft: draftOf(SAMPLES.R59M) });
  await expect(machine.call('listBills', { applicationId: 'A'.repeat(22) })).rejects.toEqual(
    refused('not-permitted', 'outside-key-scope'),
  );
  await expect(machine.call('listMachineKeys', {})).rejects.toEqual(refused('not-permitted'));
  const { rows } = await owner.query<{ actor_role: string }>(
    `SELECT actor_role FROM audit_entries WHERE act = 'draft-created' AND detail ->> 'machineKey' = $1`,
    [keyId],
  );
  expect(rows).toEqual([{ actor_role: 'employer' }]);
  await machine.call('listApplications', {});
  const over = await fetch(`${road.origin}/api/v1/applications`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(over.status).toBe(429);
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
  const dump = await owner.query<{ row: string }>('SELECT k::text AS row FROM machine_keys k');
  expect(dump.rows.some(({ row }) => row.includes(secret!.split('.')[1]!))).toBe(false);
});

test('a rotated key works beside the old one for a day; a revoked one at once no more', async () => {
  const { client } = await aPublicAccount(road, 'agent');
  const made = await client.call('createMachineKey', { name: 'robot', scopes: ['listApplications'] });
  const rotated = await client.call('rotateMachineKey', { keyId: made.keyId });
  for (const secret of [made.secret!, rotated.secret!])
    await apiClient(road.origin, secret).call('listApplications', {});
  await owner.query(`UPDATE machine_keys SET previous_until = now() WHERE public_id = $1`, [made.keyId]);
  await expect(apiClient(road.origin, made.secret!).call('listApplications', {})).rejects.toEqual(
    refused('not-signed-in'),
  );
  await client.call('revokeMachineKey', { keyId: made.keyId });
  await expect(apiClient(road.origin, rotated.secret!).call('listApplications', {})).rejects.toEqual(
    refused('not-signed-in'),
  );
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

test('sign-in takes as long for a name that rests as for one that nobody has', async () => {
  const { username } = await aPublicAccount(road, 'worker');
  const attempt = async (name: string) => {
    const startedAt = performance.now();
    const problem = await road.nobody
      .call('signIn', { username: name, password: 'wrong wrong' })
      .catch((error: { code: string; status: number }) => `${error.status} ${error.code}`);
    return { problem, ms: performance.now() - startedAt };
  };
  for (let turn = 0; turn < 5; turn += 1) await attempt(username);
  const [resting, unknown] = [await attempt(username), await attempt('nobody-here-either')];
  expect([resting.problem, unknown.problem]).toEqual(['401 wrong-credentials', '401 wrong-credentials']);
  expect(Math.min(resting.ms, unknown.ms)).toBeGreaterThanOrEqual(145);
});
