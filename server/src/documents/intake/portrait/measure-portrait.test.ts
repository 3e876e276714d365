import { syntheticPerson } from '@permit/biometrics/readers/simulators/synthetic-person.ts';
import { expect, test } from '@jest/globals';
import { portrait as portraitCheck } from '@permit/domain/checks/portrait.ts';
import sharp, { type Sharp } from 'sharp';
import { measurePortrait } from './measure-portrait.ts';
import { takenOn } from './taken-on.ts';

const WIDTH = 600;
const HEIGHT = 800;
const SEEDS = Array.from({ length: 8 }, (_, index) => `sitter ${index}`);

const faceOf = (seed: string): Promise<Buffer> => syntheticPerson(seed).face({ width: WIDTH });
const jpegOf = (picture: Sharp): Promise<Buffer> => picture.jpeg({ quality: 80 }).toBuffer();

/** What the check says of the picture as the intake measures it. */
async function codesOf(picture: Buffer): Promise<string[]> {
  const { width, height } = await sharp(picture).metadata();
  const portrait = await measurePortrait(picture, { width, height });
  const documents = [{ type: 'photo', portrait }];
  return portraitCheck.run({ draft: { documents } } as never).map(({ code }) => code);
}

const codesOfAll = (spoil: (face: Buffer) => Promise<Buffer>): Promise<string[][]> =>
  Promise.all(SEEDS.map(async (seed) => codesOf(await spoil(await faceOf(seed)))));

test('of plain portraits, with hair short, long or bound up to the border, nothing is said', async () => {
  expect(await codesOfAll((face) => jpegOf(sharp(face)))).toEqual(SEEDS.map(() => []));
});

test('a blurred portrait is found, however it is encoded', async () => {
  const found = await codesOfAll((face) => jpegOf(sharp(face).blur(6)));
  expect(found.filter((codes) => codes.includes('portrait-blurred'))).toHaveLength(SEEDS.length);
});

test('a busy wall is found, and no face is guessed before it', async () => {
  const bricks = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><pattern id="b" width="60" height="40" patternUnits="userSpaceOnUse"><rect width="60" height="40" fill="#5a2d1c"/><rect x="2" y="2" width="56" height="34" fill="#e0b090"/></pattern></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#b)"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
  const found = await codesOfAll((face) =>
    jpegOf(sharp(face).composite([{ input: bricks, blend: 'multiply' }])),
  );
  expect(found.filter((codes) => codes.includes('portrait-background'))).toHaveLength(SEEDS.length);
});

test('a face that is lost in the picture is found in most, and where the outline is not clear nothing is said of it', async () => {
  const wall = { create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#f7f8fa' } } as const;
  const found = await codesOfAll(async (face) => {
    const input = await sharp(face).resize({ width: 240 }).toBuffer();
    return jpegOf(sharp(wall).composite([{ input, left: 180, top: HEIGHT - 320 }]));
  });
  const lost = found.filter((codes) => codes.includes('portrait-face-size'));
  expect(lost.length).toBeGreaterThanOrEqual(0.8 * SEEDS.length);
});

test.each([
  ['one pixel', 1, 1],
  ['a line', 900, 1],
  ['one colour', 354, 472],
])('%s has measures and no face', async (_, width, height) => {
  const plain = sharp({ create: { width, height, channels: 4, background: '#ffffff00' } });
  const measures = await measurePortrait(await plain.png().toBuffer(), { width, height });
  expect(measures).toEqual({ widthPx: width, heightPx: height, backgroundSpread: 0, sharpness: 0 });
});

test.each([
  [
    'a camera’s day',
    { DateTimeOriginal: '2025:03:07 10:11:12', DateTime: '2026:11:01 08:00:00' },
    '2025-03-07',
  ],
  ['a clock that was never set', { DateTime: '2000:01:01 00:00:07' }, undefined],
  ['no day of the calendar', { DateTime: '2026:02:31 10:00:00' }, undefined],
])('of %s the day of taking is %j: %j', async (_, tags, day) => {
  const { DateTime, ...IFD2 } = { ...tags } as Record<string, string>;
  const plain = sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } });
  const exif = { ...(DateTime ? { IFD0: { DateTime } } : {}), IFD2 };
  const taken = await plain.withExif(exif).jpeg().toBuffer();
  expect(takenOn((await sharp(taken).metadata()).exif)).toBe(day);
});
