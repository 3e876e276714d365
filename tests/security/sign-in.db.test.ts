import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiClient } from '../../tools/road/api-client.ts';
import { freshCode, type DemoAccount } from '../../tools/road/sign-in-as.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

const accountOf = (username: string): DemoAccount =>
  road.accounts.find((account) => account.username === username)!;

test('wrong name, wrong password and a disabled account get one and the same answer', async () => {
  const { username, password } = accountOf('agent');
  const administrator = await road.as('administrator');
  const staff = {
    username: 'short-lived',
    password: 'a long password',
    displayName: 'x',
    role: 'inspector',
    nationalId: '1-1017-00230-70-8',
  };
  const { roles } = await administrator.call('whoAmI', {});
  const { accountId } = await administrator.call('createStaff', { ...staff, partyId: roles[0]!.partyId });
  await administrator.call('disableStaff', { accountId, reason: 'left' });
  const answers = await Promise.all(
    [
      { username: 'nobody-here', password },
      { username, password: 'not the password' },
      { username: 'short-lived', password: 'a long password' },
    ].map((ask) =>
      road.nobody
        .call('signIn', ask)
        .catch((error: { code: string; status: number }) => [error.status, error.code]),
    ),
  );
  expect(answers).toEqual([
    [401, 'wrong-credentials'],
    [401, 'wrong-credentials'],
    [401, 'wrong-credentials'],
  ]);
});

test('staff do not get in without their code, and a code works once', async () => {
  const { username, password, secondFactor } = accountOf('clerk2');
  await expect(road.nobody.call('signIn', { username, password })).rejects.toMatchObject({
    code: 'second-factor-needed',
  });
  const code = await freshCode(username, secondFactor!);
  await road.nobody.call('signIn', { username, password, code });
  await expect(road.nobody.call('signIn', { username, password, code })).rejects.toMatchObject({
    code: 'wrong-credentials',
  });
});

test('after five wrong passwords the account rests, for the right one too', async () => {
  const { username, password } = accountOf('employer');
  const wrong = () =>
    road.nobody
      .call('signIn', { username, password: 'wrong' })
      .catch((error: { code: string }) => error.code);
  const answers: unknown[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) answers.push(await wrong());
  expect(answers).toEqual([...Array<string>(5).fill('wrong-credentials'), 'wrong-credentials']);
  await expect(road.nobody.call('signIn', { username, password })).rejects.toMatchObject({
    code: 'wrong-credentials',
  });
});

/** As if half a minute had passed since the last exchange of every session. */
async function aMinuteLater(): Promise<void> {
  const owner = await road.database.owner();
  await owner.query(`UPDATE sessions SET seen_at = seen_at - interval '31 seconds'`);
}
const exchange = (refreshToken: string | undefined) =>
  road.nobody.call('refreshSession', { refreshToken, delivery: 'body' });
const ENDED = { code: 'session-ended' };

test('a refresh token works once; used again later it ends the whole session', async () => {
  const { username, password } = accountOf('agent');
  const { refreshToken } = await road.nobody.call('signIn', { username, password, delivery: 'body' });
  const second = await exchange(refreshToken);
  await aMinuteLater();
  await expect(exchange(refreshToken)).rejects.toMatchObject(ENDED);
  await expect(exchange(second.refreshToken)).rejects.toMatchObject(ENDED);
});

test('whose answer was lost on its way asks again at once and stays signed in', async () => {
  const { username, password } = accountOf('agent');
  const { refreshToken } = await road.nobody.call('signIn', { username, password, delivery: 'body' });
  await exchange(refreshToken);
  const again = await exchange(refreshToken);
  await aMinuteLater();
  expect((await exchange(again.refreshToken)).refreshToken).toMatch(/.{20}/);
});

test('a token that two people hold ends the session of both as soon as each has used it', async () => {
  const { username, password } = accountOf('agent');
  const { refreshToken } = await road.nobody.call('signIn', { username, password, delivery: 'body' });
  const owners = await exchange(refreshToken);
  const thiefs = await exchange(refreshToken);
  await aMinuteLater();
  await expect(exchange(owners.refreshToken)).rejects.toMatchObject(ENDED);
  await expect(exchange(thiefs.refreshToken)).rejects.toMatchObject(ENDED);
});

test('a token that was changed, or made by another vault, is nobody', async () => {
  const { token } = await road.as('agent');
  const changed = `${token!.slice(0, -4)}AAAA`;
  await expect(apiClient(road.origin, changed).call('whoAmI', {})).rejects.toMatchObject({
    code: 'not-signed-in',
  });
});

test('who registers an account may sign in with it and sees no case', async () => {
  const account = {
    username: 'new.employer',
    password: 'a long password',
    kind: 'employer',
    displayName: 'ร้านใหม่',
  } as const;
  await road.nobody.call('registerAccount', account);
  const { accessToken } = await road.nobody.call('signIn', {
    username: account.username,
    password: account.password,
    delivery: 'body',
  });
  const client = apiClient(road.origin, accessToken);
  expect((await client.call('whoAmI', {})).displayName).toBe('ร้านใหม่');
  expect((await client.call('listApplications', {})).applications).toEqual([]);
  await expect(road.nobody.call('registerAccount', account)).rejects.toMatchObject({ code: 'conflict' });
});
