import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stepOfCode } from '@permit/server/accounts/second-factor.ts';
import { generateSync } from 'otplib/functional';
import type pg from 'pg';
import { apiClient } from '../../tools/road/api-client.ts';
import type { RoadServer } from '../road/road-server.ts';
import { draftOf, SAMPLES } from '../road/road-steps.ts';
import type { SmtpPeer } from '../messages/smtp-peer.ts';
import { aPublicAccount, lettersTo, PASSWORD, signedIn } from './an-account.ts';
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

const codeIn = (letters: { readonly subject?: string | undefined }[]) =>
  letters.map(({ subject }) => /\d{8}/.exec(subject ?? '')?.[0]).find((code) => code)!;

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
