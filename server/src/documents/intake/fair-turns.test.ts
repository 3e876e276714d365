import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FairTurns, MOST_OF_ONE_FILER, OURS, turnOf } from './fair-turns.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Sends files of these filers in this order to one worker; answers in which order they were served. */
async function served(filers: readonly string[]): Promise<string[]> {
  const turns = new FairTurns(['the only one']);
  const order: string[] = [];
  const work = async (filer: string, place: number): Promise<void> => {
    const worker = await turns.take(turnOf(filer));
    order.push(`${filer}${place}`);
    await soon();
    turns.giveBack(worker);
  };
  await Promise.all(filers.map((filer, place) => work(filer, place)));
  return order;
}

describe('whoever waits for a decoder', () => {
  test('waits for one file of each other filer, not for all that one of them has sent', async () => {
    const order = await served([...Array.from({ length: 15 }, () => 'many'), 'one', 'other']);
    expect(order.indexOf('one15')).toBe(2);
    expect(order.indexOf('other16')).toBe(3);
    expect(order).toHaveLength(17);
  });

  test('is served in the order of their own files, and nobody twice before everybody once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: MOST_OF_ONE_FILER }),
        async (filers) => {
          const order = await served(filers);
          expect([...order].sort()).toEqual(filers.map((filer, place) => `${filer}${place}`).sort());
          for (const filer of new Set(filers)) {
            const own = order.filter((one) => one.startsWith(filer)).map((one) => Number(one.slice(1)));
            expect(own).toEqual([...own].sort((one, other) => one - other));
          }
          // The first was served at once; of the rest each round has every filer that still waits once.
          const rest = order.slice(1).map((one) => one[0]!);
          for (const [place, filer] of rest.entries()) {
            const before = rest.slice(0, place).lastIndexOf(filer);
            if (before < 0) continue;
            const since = new Set(rest.slice(before + 1, place));
            expect(since.size).toBe(place - before - 1);
          }
        },
      ),
    );
  });

  test('is told to come again with too many of their own; the next filer is not', async () => {
    const turns = new FairTurns(['busy']);
    const worker = await turns.take(turnOf('many'));
    const sent = Array.from({ length: MOST_OF_ONE_FILER + 1 }, () => turns.take(turnOf('many')));
    await expect(sent.pop()).rejects.toMatchObject({
      code: 'too-many-requests',
      detailCode: 'papers-waiting',
      retryAfterSeconds: 10,
    });
    const other = turns.take(turnOf('other'));
    turns.giveBack(worker);
    turns.giveBack(await sent[0]!);
    expect(await other).toBe('busy');
  });

  test('is told to come again where everybody together has too many, whoever they are', async () => {
    const turns = new FairTurns(['busy']);
    await turns.take(OURS);
    for (let sent = 0; sent < 120; sent += 1) void turns.take(OURS);
    await expect(turns.take(turnOf('one'))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
