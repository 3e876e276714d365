import { expect, test } from '@jest/globals';
import { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { Request } from 'express';
import { createRateLimit } from './rate-limit.ts';

const LIMITS = { trackApplication: { each: 7, all: 100 } };
/** How many of twenty questions this process lets through. */
async function letThrough(settings: Parameters<typeof createRateLimit>[0], about?: string): Promise<number> {
  const limit = createRateLimit(settings);
  const request = { ip: '192.0.2.1', body: { applicationNo: about } } as unknown as Request;
  let through = 0;
  for (let asked = 0; asked < 20; asked += 1)
    await limit(filingApi.trackApplication, request).then(
      () => (through += 1),
      () => undefined,
    );
  return through;
}

test('the processes of one server together let through no more than the limit, each its part and at least one', async () => {
  expect(await letThrough({ limits: LIMITS })).toBe(7);
  expect(await letThrough({ limits: LIMITS, processes: 2 })).toBe(3);
  expect(await letThrough({ limits: LIMITS, processes: 9 })).toBe(1);
});

test('guesses about one case are divided in the same way', async () => {
  const guessesAboutOne = { points: 4, duration: 600 };
  const wide = { trackApplication: { each: 100, all: 100 } };
  expect(await letThrough({ limits: wide, guessesAboutOne, processes: 2 }, '6901')).toBe(2);
});
