import { afterAll, expect, test } from '@jest/globals';
import { drawnPrint } from '../fingerprint/drawn-print.fixture.ts';
import { extractFinger } from '../fingerprint/extract-finger.ts';
import { createEnginePool, inOrder } from './engine-pool.ts';

const pool = createEnginePool(2);
afterAll(() => pool.close());

test('threads give the same templates as the process itself, in the order of the pictures', async () => {
  const images = [1, 2, 3].map((seed) => drawnPrint({ seed }));
  const made: unknown[] = [];
  await inOrder(images, {
    width: 4,
    work: (image) => pool.extract({ modality: 'finger', image }),
    take: ({ result }) => made.push(result.ok && result.template),
  });
  const expected = images.map((image) => extractFinger(image));
  expect(made).toEqual(expected.map((one) => one.ok && one.template));
}, 180_000);

test('a picture that is none is refused by a thread as well', async () => {
  const image = { width: 2, height: 2, pixels: new Uint8Array(4) };
  expect((await pool.extract({ modality: 'finger', image })).result).toEqual({
    ok: false,
    reason: 'too-small',
  });
});

test('results come in order even when later work ends first, and a failure stops at its turn', async () => {
  const seen: number[] = [];
  const slowFirst = (item: number) => new Promise<number>((done) => setTimeout(done, 20 - 5 * item, item));
  await inOrder([0, 1, 2, 3], { width: 3, work: slowFirst, take: (item) => seen.push(item) });
  expect(seen).toEqual([0, 1, 2, 3]);
  const failing = (item: number) => (item === 1 ? Promise.reject(new Error('broken')) : slowFirst(item));
  const run = inOrder([0, 1, 2, 3], { width: 4, work: failing, take: (item) => seen.push(item) });
  await expect(run).rejects.toThrow('broken');
  expect(seen).toEqual([0, 1, 2, 3, 0]);
});
