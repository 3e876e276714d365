import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signIn } from '@permit/server/accounts/sign-in.ts';
import type { Deps } from '@permit/server/deps.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

test('an account of the demo cannot sign in where the mode is production', async () => {
  const deps: Deps = { ...road.deps, config: { ...road.deps.config, APP_MODE: 'production' } };
  const { username, password } = road.accounts.find(({ role }) => role === 'agent')!;
  const attempt = signIn(deps, 'test', { username, password, delivery: 'body' });
  await expect(attempt).rejects.toMatchObject({
    code: 'not-permitted',
    detailCode: 'demo-account-in-production',
  });
});
