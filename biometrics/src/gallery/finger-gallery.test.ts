import { expect, test } from '@jest/globals';
import { drawnPrint } from '../fingerprint/drawn-print.fixture.ts';
import { extractFinger } from '../fingerprint/extract-finger.ts';
import { matchFingers } from '../fingerprint/match-fingers.ts';
import { createFingerGallery } from './finger-gallery.ts';

function templateOf(drawing: Parameters<typeof drawnPrint>[0]): Uint8Array {
  const made = extractFinger(drawnPrint(drawing));
  if (!made.ok) throw new Error(made.reason);
  return made.template;
}

const right = [1, 2, 3].map((seed) => templateOf({ seed }));
const probe = { position: 'right-index', template: templateOf({ seed: 2, turn: 0.2 }) } as const;

/** Enough copies of strangers that the sieve has to leave most of them out. */
const STRANGERS = 80;
function crowdedGallery() {
  const gallery = createFingerGallery();
  for (let k = 0; k < STRANGERS; k++)
    gallery.insert(`stranger-${k}`, 'right-index', right[k % 2 === 0 ? 0 : 2]!);
  gallery.insert('mate', 'right-index', right[1]!);
  gallery.insert('left-handed', 'left-index', right[1]!);
  return gallery;
}

test('a finger is found among strangers with the score of one to one, the other hand is not looked at', async () => {
  const found = await crowdedGallery().search(probe, 3);
  expect(found).toHaveLength(3);
  expect(found[0]).toEqual({
    id: 'mate',
    position: 'right-index',
    score: matchFingers(probe.template, right[1]!),
  });
  expect(found.map(({ id }) => id)).not.toContain('left-handed');
});

test('who was removed is not found, and a search among some people compares only them', async () => {
  const gallery = crowdedGallery();
  const some = await gallery.search(probe, 9, new Set(['stranger-3', 'mate']));
  expect(some.map(({ id }) => id)).toEqual(['mate', 'stranger-3']);
  expect([gallery.size, gallery.remove('mate'), gallery.remove('mate'), gallery.size]).toEqual([
    STRANGERS + 2,
    true,
    false,
    STRANGERS + 1,
  ]);
  expect((await gallery.search(probe, 3)).map(({ id }) => id)).not.toContain('mate');
});

test('bytes that are no finger template are neither taken in nor searched', async () => {
  const gallery = createFingerGallery();
  expect(gallery.insert('x', 'right-index', new Uint8Array(40))).toBe(false);
  expect(await gallery.search({ position: 'right-index', template: new Uint8Array(3) }, 5)).toEqual([]);
});
