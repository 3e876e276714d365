import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startWalks } from './start-walks.ts';
import { walkServer } from './walk-server.ts';

jest.setTimeout(120_000);

let server: Awaited<ReturnType<typeof startWalks>>;
beforeAll(async () => {
  server = await startWalks();
}, 120_000);
afterAll(() => server.close());

// `npm run prove -- sequences` walks 500.
test('ten random sequences through HTTP and PostgreSQL end each step where the model does', async () => {
  let refusals = 0;
  for (let seed = 1; seed <= 10; seed += 1) {
    const walk = await walkServer(server, seed);
    expect([seed, walk.differences]).toEqual([seed, []]);
    refusals += walk.refusals;
  }
  expect(refusals).toBeGreaterThan(0);
});
