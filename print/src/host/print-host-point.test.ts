import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runPoint, type PointResult } from './print-host-point.ts';

async function runSeeds(from: number, to: number, checksLease: boolean): Promise<PointResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'points-'));
  const results: PointResult[] = [];
  for (let seed = from; seed <= to; seed += 1) {
    results.push(await runPoint({ seed, checksLease, folder: join(folder, String(seed)) }));
  }
  return results;
}

test('killed or frozen at thirty points: one card a revision, the ledger agrees, every order ends', async () => {
  for (const result of await runSeeds(1, 30, true)) {
    expect(result).toEqual({ emissions: 4, doubles: 0, unbalanced: 0, unsettled: 0 });
  }
});

test('where the server believes whoever comes, the same stories end in doubles or a wrong ledger', async () => {
  const wrong = (await runSeeds(1, 30, false)).filter(({ doubles, unbalanced }) => doubles + unbalanced > 0);
  expect(wrong.length).toBeGreaterThan(0);
});
