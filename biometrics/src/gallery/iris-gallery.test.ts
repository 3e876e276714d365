import { afterAll, expect, test } from '@jest/globals';
import { irisParameters } from '../iris/iris-parameters.ts';
import { matchIris } from '../iris/iris-distance.ts';
import { writeIrisTemplate } from '../iris/iris-template.ts';
import { makeCode, noisyCopy } from './make-code.ts';
import { createIrisGallery, type IrisGalleryOptions } from './iris-gallery.ts';
import { createSearchThreads } from './search-threads.ts';

const templateOf = (seed: number) => writeIrisTemplate({ quality: 80, hypotheses: [makeCode(seed)] });
const mateOf = (seed: number, flipped = 0.15) =>
  writeIrisTemplate({ quality: 80, hypotheses: [noisyCopy(makeCode(seed), { flipped, turn: seed % 20 })] });

const threads = [1, 2, 3].map((count) => createSearchThreads(count));
afterAll(() => Promise.all(threads.map((some) => some.close())));

function filledGallery(count: number, options: IrisGalleryOptions = {}) {
  const gallery = createIrisGallery({ shardSlots: 4096, ...options });
  for (let i = 0; i < count; i++) gallery.insert(`eye-${i}`, templateOf(i));
  return gallery;
}

const LARGE = irisParameters.sieve.exhaustiveUpTo + 1000;

test('the mate comes first, in small galleries and through the sieve of large ones, with its 1:1 score', async () => {
  for (const count of [300, LARGE]) {
    const gallery = filledGallery(count);
    for (const seed of [0, 17, 299]) {
      const [first] = await gallery.search(mateOf(seed), 3);
      expect(first?.id).toBe(`eye-${seed}`);
      expect(first?.score).toBe(matchIris(mateOf(seed), templateOf(seed)));
    }
  }
});

test('every kernel lists the same candidates', async () => {
  const probe = mateOf(5, 0.2);
  const lists = await Promise.all(
    (['scalar', 'simd', 'typescript'] as const).map((kernel) =>
      filledGallery(500, { kernel }).search(probe, 20),
    ),
  );
  expect(lists[0]).toHaveLength(20);
  expect(lists[1]).toEqual(lists[0]);
  expect(lists[2]).toEqual(lists[0]);
});

test('what was removed is not found, its slot is used again, and replacing keeps one entry', async () => {
  const gallery = filledGallery(20);
  expect(gallery.remove('eye-7')).toBe(true);
  expect(gallery.remove('eye-7')).toBe(false);
  expect((await gallery.search(mateOf(7), 30)).map(({ id }) => id)).not.toContain('eye-7');
  gallery.insert('new', templateOf(7));
  gallery.insert('eye-3', templateOf(999));
  expect(gallery.size).toBe(20);
  expect((await gallery.search(mateOf(7), 1))[0]?.id).toBe('new');
  expect((await gallery.search(mateOf(999), 1))[0]?.id).toBe('eye-3');
  expect((await gallery.search(mateOf(3), 1))[0]?.score).toBeLessThan(0.3);
});

test('however many threads search, the answer is the same', async () => {
  const galleries = [{}, ...threads.map((searchers) => ({ searchers }))].map((options) =>
    filledGallery(LARGE, options),
  );
  for (const seed of [3, 4097, LARGE - 1]) {
    const lists = await Promise.all(galleries.map((gallery) => gallery.search(mateOf(seed, 0.2), 20)));
    expect(lists[0]?.[0]?.id).toBe(`eye-${seed}`);
    for (const list of lists.slice(1)) expect(list).toEqual(lists[0]);
  }
}, 60_000);

test('two searches at once on the same threads answer as one after the other', async () => {
  const gallery = filledGallery(LARGE, { searchers: threads[1]! });
  const probes = [5, 77, 4200, LARGE - 2].map((seed) => mateOf(seed));
  const together = await Promise.all(probes.map((probe) => gallery.search(probe, 5)));
  for (const [i, probe] of probes.entries()) expect(together[i]).toEqual(await gallery.search(probe, 5));
});

test('threads that are closed while they search fail the search', async () => {
  const searchers = createSearchThreads(1);
  const search = filledGallery(LARGE, { searchers }).search(mateOf(1), 1);
  await Promise.all([expect(search).rejects.toThrow('closed'), searchers.close()]);
});

test.each([
  ['in the same thread', undefined],
  ['in two threads', threads[1]],
])('an entry that is there all the time is found while others come and go, %s', async (_, searchers) => {
  const gallery = filledGallery(LARGE, searchers ? { searchers } : {});
  const search = gallery.search(mateOf(LARGE - 1), 1);
  const late = gallery.search(mateOf(100_450), 1);
  for (let i = 0; i < 500; i++) {
    gallery.remove(`eye-${i}`);
    gallery.insert(`late-${i}`, templateOf(100_000 + i));
    if (i % 100 === 0) await Promise.resolve();
  }
  expect((await search)[0]?.id).toBe(`eye-${LARGE - 1}`);
  // Who came before the search ended is found too.
  expect((await late)[0]?.id).toBe('late-450');
});

test('templates can stay outside: they are asked for by id when an entry is re-checked', async () => {
  const stored = new Map(Array.from({ length: 50 }, (_, i) => [`eye-${i}`, templateOf(i)]));
  const gallery = createIrisGallery({ templateOf: (id) => stored.get(id) });
  for (const [id, template] of stored) gallery.insert(id, template);
  expect((await gallery.search(mateOf(31), 1))[0]?.id).toBe('eye-31');
});

test('bytes that are no template are not taken in and find nothing', async () => {
  const gallery = filledGallery(3);
  expect(gallery.insert('junk', new Uint8Array(100))).toBe(false);
  expect(gallery.size).toBe(3);
  expect(await gallery.search(new Uint8Array(5), 3)).toEqual([]);
});
