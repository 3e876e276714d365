import { expect, test } from '@jest/globals';
import { irisParameters } from '../iris/iris-parameters.ts';
import { matchIris } from '../iris/iris-distance.ts';
import { writeIrisTemplate } from '../iris/iris-template.ts';
import { makeCode, noisyCopy } from './make-code.ts';
import { createIrisGallery } from './iris-gallery.ts';

const templateOf = (seed: number) => writeIrisTemplate({ quality: 80, hypotheses: [makeCode(seed)] });
const mateOf = (seed: number, flipped = 0.15) =>
  writeIrisTemplate({ quality: 80, hypotheses: [noisyCopy(makeCode(seed), { flipped, turn: seed % 20 })] });

function filledGallery(count: number, kernel: 'scalar' | 'simd' | 'typescript' = 'scalar') {
  const gallery = createIrisGallery({ kernel, shardSlots: 4096 });
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
    (['scalar', 'simd', 'typescript'] as const).map((kernel) => filledGallery(500, kernel).search(probe, 20)),
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

test('an entry that is there all the time is found while others come and go', async () => {
  const gallery = filledGallery(LARGE);
  const search = gallery.search(mateOf(LARGE - 1), 1);
  for (let i = 0; i < 500; i++) {
    gallery.remove(`eye-${i}`);
    gallery.insert(`late-${i}`, templateOf(100_000 + i));
    if (i % 100 === 0) await Promise.resolve();
  }
  expect((await search)[0]?.id).toBe(`eye-${LARGE - 1}`);
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
