import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { clamdScanner } from '@permit/server/documents/scan/clamd-scanner.ts';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { CLAMD_VERSION, EICAR, startClamdPeer, type ClamdPeer } from './clamd-peer.ts';

let clamd: ClamdPeer;
beforeAll(async () => {
  clamd = await startClamdPeer();
});
beforeEach(() => {
  clamd.mood = 'well';
  clamd.streams.length = 0;
});
afterAll(() => clamd.close());

const scanner = () => clamdScanner(clamd.url, { timeoutMs: 400 });

test('a file without a virus is clean, and who says so is named with its signatures', async () => {
  expect(await scanner().scan(randomBytes(200_000))).toEqual({ kind: 'clean', by: CLAMD_VERSION });
});

test('the test virus is found wherever it lies between the pieces, by its name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 65_536 - 80, max: 65_536 + 10 }), async (before) => {
      const file = Buffer.concat([randomBytes(before), EICAR, randomBytes(70_000)]);
      const infected = { kind: 'infected', by: CLAMD_VERSION, signature: 'Eicar-Signature' };
      expect(await scanner().scan(file)).toEqual(infected);
    }),
    { numRuns: 12 },
  );
});

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 4 * 1024 * 1024])(
  'a file of %i bytes arrives whole',
  async (size) => {
    const file = randomBytes(size);
    expect((await clamdScanner(clamd.url).scan(file)).kind).toBe('clean');
    expect(clamd.streams[0]?.equals(file)).toBe(true);
  },
);

test.each(['silent', 'cuts', 'babbles', 'broken'] as const)(
  'a scanner that is %s makes no file clean',
  async (mood) => {
    clamd.mood = mood;
    expect(await scanner().scan(randomBytes(100_000))).toEqual({ kind: 'unavailable' });
  },
);

test('a file that is larger than the scanner takes is not clean either', async () => {
  const scan = clamdScanner(clamd.url).scan(randomBytes(9 * 1024 * 1024));
  expect(await scan).toEqual({ kind: 'unavailable' });
});

test('where nobody listens the file is not clean, and the probe says so', async () => {
  const gone = await startClamdPeer();
  await gone.close();
  expect(await clamdScanner(gone.url).scan(EICAR)).toEqual({ kind: 'unavailable' });
  expect(await clamdScanner(gone.url).probe()).toBe(false);
  expect(await scanner().probe()).toBe(true);
  clamd.mood = 'broken';
  expect(await scanner().probe()).toBe(false);
});
