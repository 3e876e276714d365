import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { examineFile } from '../examine-file.ts';

const SEEDS = Array.from({ length: 8 }, (_, index) => `sitter ${index}`);

async function seenAs(picture: Buffer): Promise<string | undefined> {
  const examined = await examineFile(picture);
  if (!examined.ok) throw new Error(examined.reason);
  return examined.seenAs;
}

/** A drawing of a paper, 1000 pixels wide. */
const paper = (height: number, drawing: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="${height}"><rect width="1000" height="${height}" fill="#fdfdfb"/>${drawing}</svg>`,
    ),
  )
    .jpeg()
    .toBuffer();

const lines = (
  from: number,
  to: number,
  step: number,
  [x, width]: readonly [number, number] = [120, 760],
): string =>
  Array.from(
    { length: Math.floor((to - from) / step) },
    (_, index) =>
      `<rect x="${x}" y="${from + index * step}" width="${width}" height="${step / 2}" fill="#222"/>`,
  ).join('');

test('plain portraits that were sent as another paper are seen for what they are', async () => {
  const seen = await Promise.all(
    SEEDS.map(async (seed) => seenAs(await syntheticPerson(seed).face({ width: 600 }))),
  );
  expect(seen).toEqual(SEEDS.map(() => 'photo'));
});

test.each([
  ['a page of text', lines(150, 1300, 40)],
  [
    'a letter with a crest over its text',
    `<circle cx="500" cy="160" r="90" fill="#333"/>${lines(330, 1300, 40)}`,
  ],
  [
    'a page with a large seal over dense text',
    `<circle cx="500" cy="330" r="230" fill="#811"/>${lines(590, 1350, 30, [60, 880])}`,
  ],
  [
    'a form with a frame',
    '<rect x="40" y="60" width="920" height="1250" fill="none" stroke="#000" stroke-width="6"/>',
  ],
  ['a card on a table', '<rect x="150" y="400" width="700" height="440" rx="30" fill="#48a"/>'],
  ['nothing at all', ''],
])('%s is not taken for a portrait', async (_, drawing) => {
  expect(await seenAs(await paper(1_333, drawing))).toBeUndefined();
});

test('the open page of a passport, with its portrait beside the words, is not taken for one', async () => {
  const face = await sharp(await syntheticPerson('holder').face({ width: 240 })).toBuffer();
  const page = await paper(1_380, lines(200, 1_200, 60, [380, 540]));
  const picture = await sharp(page)
    .composite([{ input: face, left: 60, top: 300 }])
    .jpeg()
    .toBuffer();
  expect(await seenAs(picture)).toBeUndefined();
});
